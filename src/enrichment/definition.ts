/** An enrichment: the saved definition of what one set of columns asks about every row of one sheet. */
import { type Condition, condition } from './condition';
import { MOST_COLUMNS } from './limits';
import {
  type FetchOptions,
  fetchOptions,
  type ResearchOptions,
  researchOptions,
  type SearchOptions,
  searchOptions,
  TASK_TYPES,
} from './options';
import { id, integer, list, matching, maybe, object, oneOf, type Parser, record, text, yesNo } from './parse';
import { type Step, step } from './step';

/** What a field may hold. A definition whose kind is unknown cannot be read, and says so: `layout` is what a later kind has to raise. */
export const FIELD_KINDS = [
  ...(['text', 'number', 'whole number', 'percent', 'money', 'yes/no', 'date'] as const),
  ...(['list', 'choice', 'link', 'e-mail', 'phone'] as const),
] as const;

/** What a field holds; it decides what is asked for, and how the answer is typed in the cell. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/**
 * A column of the person's own that an output fills, instead of one that is made for it: as it was headed when it was chosen (from then
 * on it is found by its mark, whatever it is called), and, only while it is edited, where it stands, from 1, which tells apart columns
 * that are headed alike. No interface, for it crosses to the page as JSON.
 */
export type Filled = { readonly heading: string; readonly at?: number };

/** One structured field, which becomes one column, or fills one. */
export interface Field {
  /** The column's heading when it is created, and the name that Linkup reads. */
  readonly name: string;
  readonly kind: FieldKind;
  /** What the field should hold, in the person's words. */
  readonly description?: string;
  /** For kind `choice`: what it may hold. */
  readonly choices?: readonly string[];
  /** For kind `money`: its currency by its three letters; US dollars where it is missing. */
  readonly currency?: string;
  /** Only while it is edited: the slot of its column, which it keeps under another name. */
  readonly slot?: string;
  /** Missing where it makes a column of its own. */
  readonly fills?: Filled;
}

/** The layout that is written now: 2 since slots; the first edition's definitions say nothing of it. */
export const LAYOUT = 2;

/** What comes back: one answer, named fields, a list of results (search), or the page's text (fetch). */
export type AnswerShape = 'answer' | 'fields' | 'results' | 'page';

interface Base {
  /** Short and stable; names the enrichment in stored keys and column metadata. */
  readonly id: string;
  readonly name: string;
  /** Google's id of the sheet that the enrichment belongs to. */
  readonly sheetId: number;
  /** The question (or, for fetch, the URL) with `{{Column}}` placeholders. */
  readonly template: string;
  readonly shape: AnswerShape;
  /** For shape `fields`. Empty where `schema` says it. */
  readonly fields: readonly Field[];
  /** A JSON Schema written by the person instead of fields, as text. */
  readonly schema?: string;
  /** For shapes `answer` and `page`: the column that the answer itself fills. */
  readonly fills?: Filled;
  /** Whether sources get a column of their own, where the API gives any. */
  readonly sources: boolean;
  /** For fields of a list: whether the source of each is asked for too, in a column of its own. */
  readonly fieldSources?: boolean;
  /** Which rows it is for: those that meet this, or all. No part of what is asked. */
  readonly onlyIf?: Condition;
  /** Further ways of asking, each only for rows that got nothing by those before it. No part of the first one's fingerprint. */
  readonly steps?: readonly Step[];
  /** The outputs' parts at the index of their slots; '' for one that is gone, whose slot is never given again. */
  readonly slots?: readonly string[];
  /** How many of the slots the first edition's witnesses speak of. */
  readonly old?: number;
  /** In which layout it was saved: missing for the first edition's. */
  readonly layout?: number;
}

/** One that searches the web for every row. */
export type SearchEnrichment = Base & { readonly type: 'search'; readonly options: SearchOptions };

/** One that reads the page at every row's address. */
export type FetchEnrichment = Base & { readonly type: 'fetch'; readonly options: FetchOptions };

/** One that has a report written about every row. */
export type ResearchEnrichment = Base & { readonly type: 'research'; readonly options: ResearchOptions };

/** A saved enrichment of any task type. */
export type Enrichment = SearchEnrichment | FetchEnrichment | ResearchEnrichment;

const filled: Parser<Filled> = record<Filled>({ heading: text, at: maybe(integer(1, MOST_COLUMNS)) });

const field: Parser<Field> = record<Field>({
  name: text,
  kind: oneOf(...FIELD_KINDS),
  description: maybe(text),
  choices: maybe(list(text)),
  currency: maybe(matching(/^[A-Z]{3}$/, 'three capital letters')),
  slot: maybe(text),
  fills: maybe(filled),
});

/** '' before it is saved for the first time. */
const anyId: Parser<string> = (value, path) => (value === '' ? '' : id(value, path));

const base = record<Base>({
  id: anyId,
  name: text,
  sheetId: integer(0, Number.MAX_SAFE_INTEGER),
  template: text,
  shape: oneOf('answer', 'fields', 'results', 'page'),
  fields: list(field),
  schema: maybe(text),
  fills: maybe(filled),
  sources: yesNo,
  fieldSources: maybe(yesNo),
  onlyIf: maybe(condition),
  steps: maybe(list(step)),
  slots: maybe(list(text)),
  old: maybe(integer(0, 10_000)),
  layout: maybe(integer(1, 1_000_000)),
});

/** Reads an enrichment from stored or posted JSON. Throws `malformed`; `check.ts` says whether it makes sense. */
export const enrichment: Parser<Enrichment> = (value, path) => {
  const source = object(value, path);
  const common = base(source, path);
  const type = oneOf(...TASK_TYPES)(source.type, 'type');
  if (type === 'search') return { ...common, type, options: searchOptions(source.options, 'options') };
  if (type === 'fetch') return { ...common, type, options: fetchOptions(source.options, 'options') };
  return { ...common, type, options: researchOptions(source.options, 'options') };
};
