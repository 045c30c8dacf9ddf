/** Behaviour of Google that the references call unknown, undocumented or a bug: every knob with its default and why. */
import { type Costs, MEASURED_COSTS } from './costs';
import type { OnKill } from './errors';
import type { Limits } from './limits';
import type { Language } from './model/language';
import { seededRandom } from './random';

/** The knobs by name; `KNOBS` below says where each default comes from. */
export interface Knobs {
  /** The account that owns the document; it may edit whatever is protected. */
  readonly owner: string;
  /** What becomes of writes still buffered when Google kills a script. */
  readonly onKill: OnKill;
  /** Added to each due time of a clock trigger, in milliseconds. */
  readonly triggerJitterMs: () => number;
  /** Is the document the active one, with its stores and lock, in a clock trigger of the add-on profile? */
  readonly addOnClockHasDocument: boolean;
  /** Does `=…` stay text when written into a cell formatted `@`? */
  readonly plainTextKeepsEquals: boolean;
  /** Is the leading apostrophe dropped in a cell formatted `@` too? */
  readonly plainTextDropsApostrophe: boolean;
  /** Does a number stay a number when a script writes it into a cell formatted `@`? */
  readonly plainTextKeepsNumbers: boolean;
  /** May metadata be put on a bounded range that happens to span all rows, not only on `D:D`? */
  readonly metadataOnBoundedColumns: boolean;
  /** Does a duplicated sheet carry copies of its metadata? */
  readonly duplicateCopiesMetadata: boolean;
  /** Does the script of a copied document see the metadata of the original? */
  readonly fileCopyKeepsMetadata: boolean;
  /** Do inserted columns take over the formats and validation rules of the column before them? */
  readonly insertedColumnsInherit: boolean;
  /** HtmlService removes `//…` and `/*…*\/` inside template literals (an open bug). */
  readonly stripsTemplateComments: boolean;
  /** The language of Google's exceptions, and of what formulas show. */
  readonly language: Language;
  /** Does a rejecting validation rule throw at `setValues`, or when the buffered write is carried out? */
  readonly validationThrows: 'write' | 'flush';
  /** Does the position of a filter's column count from the sheet's first column, or from the filter's? */
  readonly filterPositions: 'sheet' | 'range';
  /** Does the rich text of a smart chip tell where it leads? */
  readonly chipLinks: 'told' | 'untold';
  /** May a custom function that somebody else recalculates write the owner's properties? */
  readonly formulaWritesOwners: boolean;
  /** Numbers in [0, 1) for `Math.random` and `Utilities.getUuid`. */
  readonly random: () => number;
  readonly costs: Costs;
  readonly limits: Partial<Limits>;
}

/** How sure a default is: written by Google, seen by others, or chosen by us as the least convenient that the documents allow. */
export type Sureness = 'documented' | 'observed' | 'assumed';

/** One knob: the default, where it comes from, and the question to a live sheet that would settle it. */
export interface Knob<Name extends keyof Knobs = keyof Knobs> {
  readonly name: Name;
  readonly value: () => Knobs[Name];
  /** The default in words, for the table. */
  readonly says: string;
  readonly source: string;
  readonly sureness: Sureness;
  readonly question: string;
}

const knob = <Name extends keyof Knobs>(
  name: Name,
  value: () => Knobs[Name],
  about: Omit<Knob<Name>, 'name' | 'value'>,
): Knob<Name> => ({ name, value, ...about });

/** Every knob, in the order of the README's table. */
export const KNOBS = [
  knob('owner', () => 'owner@example.com', {
    says: 'owner@example.com',
    source: 'Sheets help, “Protect, hide, and edit sheets”: the owner always may',
    sureness: 'documented',
    question: 'none',
  }),
  knob('onKill', () => 'lost' as const, {
    says: 'lost; `partly` carries out the first half of the calls, `applied` all',
    source: 'best-practices page: writes are cached; nothing about a kill',
    sureness: 'assumed',
    question:
      'which cells hold a value after a script wrote 10 ranges and ran into six minutes without a flush?',
  }),
  knob('triggerJitterMs', () => () => 0, {
    says: 'none',
    source: 'installable triggers: “the time might be slightly randomized”',
    sureness: 'documented',
    question: 'how far apart are 100 firings of everyMinutes(1)?',
  }),
  knob('addOnClockHasDocument', () => true, {
    says: 'present',
    source: 'nothing found',
    sureness: 'assumed',
    question: 'what do getActiveSpreadsheet() and getDocumentLock() return in an add-on’s clock trigger?',
  }),
  knob('plainTextKeepsEquals', () => true, {
    says: 'stays text',
    source: 'reports disagree',
    sureness: 'assumed',
    question: 'does getFormula() of an `@` cell return something after setValue("=1+1")?',
  }),
  knob('plainTextDropsApostrophe', () => true, {
    says: 'dropped',
    source: 'six public code bases rely on it, none in `@` cells',
    sureness: 'assumed',
    question: 'what does getValue() of an `@` cell return after setValue("\'x")?',
  }),
  knob('plainTextKeepsNumbers', () => true, {
    says: 'stays a number; else it becomes the text of it',
    source: 'the Sheets API keeps number and format apart; of typing it is certain that it becomes text',
    sureness: 'assumed',
    question: 'what is typeof getValue() of an `@` cell after setValue(5)?',
  }),
  knob('metadataOnBoundedColumns', () => false, {
    says: 'refused; only `D:D`',
    source: 'Sheets API: only entire rows and columns',
    sureness: 'documented',
    question: 'does getRange(1, 4, maxRows, 1).addDeveloperMetadata() throw?',
  }),
  knob('duplicateCopiesMetadata', () => true, {
    says: 'copied, with new ids',
    source: 'nothing found; copies are the harder case',
    sureness: 'assumed',
    question: 'what does the finder of a duplicated sheet find?',
  }),
  knob('fileCopyKeepsMetadata', () => false, {
    says: 'not seen; else copied, with new ids',
    source:
      'Sheets API: metadata of project visibility is seen by its own project only, and a bound script is copied into another one',
    sureness: 'assumed',
    question:
      'what does the finder find in the copy of a document with a bound script, and with a published one?',
  }),
  knob('insertedColumnsInherit', () => true, {
    says: 'formats and validation rules of the column before',
    source: 'many reports',
    sureness: 'observed',
    question:
      'what do getNumberFormat() and getDataValidation() say after insertColumnsAfter() beside a checkbox column?',
  }),
  knob('stripsTemplateComments', () => true, {
    says: 'happens; in `createHtmlOutputFromFile` too',
    source: 'issue tracker of Apps Script',
    sureness: 'observed',
    question: 'does `https://` in a template literal of a sidebar survive?',
  }),
  knob('language', () => 'fr' as const, {
    says: 'fr; the playground and the host’s own tests speak en',
    source:
      'many reports of exceptions and errors in the person’s language; wording in fr, de, es, it, pt and ar is ours',
    sureness: 'observed',
    question:
      'what does getValue() return for =NA() when the spreadsheet’s locale is German, and when only the account’s language is?',
  }),
  knob('validationThrows', () => 'flush' as const, {
    says: 'at the flush; nothing of the refused call is written',
    source: 'many reports of the text, at either moment',
    sureness: 'observed',
    question:
      'where does setValues() into a rejecting cell throw, and which cells of the call hold values then?',
  }),
  knob('filterPositions', () => 'sheet' as const, {
    says: 'from column A; `range`: from the first column of the filter',
    source: 'reference of Filter: “the 1-indexed position of the column”; its samples begin in column A',
    sureness: 'assumed',
    question: 'with a filter on B1:D9, which column does getColumnFilterCriteria(2) speak of?',
  }),
  knob('chipLinks', () => 'untold' as const, {
    says: 'not told: a chip is its title; `told`: a link behind it',
    source: 'the Sheets API keeps chips apart from links; reports of getLinkUrl() disagree',
    sureness: 'assumed',
    question: 'what does getRichTextValue().getLinkUrl() return for a cell with a chip of a web page?',
  }),
  knob('formulaWritesOwners', () => false, {
    says: 'refused',
    source: 'custom functions guide: “editors can’t set user properties in a custom function”',
    sureness: 'documented',
    question: 'does setProperty() throw there, or do nothing?',
  }),
  knob('random', () => seededRandom(1), {
    says: 'seeded',
    source: 'so that every run is the same run',
    sureness: 'assumed',
    question: 'none',
  }),
  knob('costs', () => MEASURED_COSTS, {
    says: 'see `costs.ts`: published and assumed figures',
    source: 'ziritione.org, justin.poehnelt.com; the rest is assumed',
    sureness: 'observed',
    question: 'how long do 100 calls of each kind take on a sheet of 20,000 rows?',
  }),
  knob('limits', () => ({}), {
    says: 'see `limits.ts`',
    source: 'quotas page, November 2026',
    sureness: 'documented',
    question: 'none',
  }),
] as const satisfies readonly Knob[];

/** The knobs with the default for each one not given. */
export function withDefaults(given: Partial<Knobs> = {}): Knobs {
  const defaults = Object.fromEntries(KNOBS.map(({ name, value }) => [name, value()]));
  // One entry for every name of Knobs, each with a value of its own type: the compiler checks the entries, not their sum.
  return { ...(defaults as unknown as Knobs), ...given };
}

/** The README's table of knobs. */
export function knobTable(): string {
  const rows = KNOBS.map(
    ({ name, says, source, sureness, question }) =>
      `| \`${name}\` | ${says} | ${sureness}: ${source} | ${question} |`,
  );
  return ['| knob | default | how sure | what would settle it |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
