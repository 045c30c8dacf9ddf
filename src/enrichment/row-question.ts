/** What one row asks: the template filled from its cells, or the reason why it cannot ask anything. */
import type { Enrichment } from './definition';
import { fingerprinter } from './fingerprint';
import { columnLetters } from './letters';
import {
  columnsNamed,
  fill,
  isExact,
  parseTemplate,
  resolveColumns,
  spoken,
  type TemplatePart,
} from './template';
import { webAddress } from './web-address';

/** Longest question we send, in characters. Linkup documents no limit; beyond this a cell holds a document, not a name. */
export const MAX_QUESTION = 10_000;

/** Why a cell says nothing at present: its formula, or the one that fills it, has failed or is still computing. */
export type Unknown = 'error' | 'loading';

/** Why a row asks nothing. `picture`: a cell holds one instead of a text; `changing`: it reads otherwise each time; `totals`: it sums up the rows above; `unmet`: the enrichment is not for such rows. */
export type Blocker = Unknown | 'blank' | 'picture' | 'changing' | 'totals' | 'unmet' | 'too-long' | 'no-url';

/** What stands in the way of a row's question, and in which column; of what is `unmet` all that is to be said. */
interface Blocked {
  readonly blocker: Blocker;
  readonly column: string;
}

/** A row's present question, or what stands in its way. */
export type SeenQuestion = { readonly text: string; readonly fingerprint: string } | Blocked;

/** The same, or that nobody has looked: only our own columns of the row were read. */
export type RowQuestion = SeenQuestion | { readonly unseen: true };

/** What a cell gives to a question. */
export interface Input {
  readonly text: string;
  /** Why the text is none. */
  readonly instead?: Unknown | 'picture' | undefined;
  /** Where a link behind the text leads; '' where there is none. Dear: asked for only where the text will not do. */
  readonly link?: (() => string) | undefined;
  /** What the cell holds in full, where that can be more than it displays: all digits of a number, the day of a date. */
  readonly exact?: (() => string) | undefined;
}

/** Reads rows for one enrichment. */
export interface RowReader {
  /** The columns that the template names, from 0. */
  readonly columns: readonly number[];
  /** Those of them of which it wants all that the cells hold. */
  readonly exact: ReadonlySet<number>;
  /** The question of the row whose cells these are, by column from 0. */
  read(cell: (column: number) => Input): SeenQuestion;
}

/** Whether it cannot be told at present what a row asks. That says nothing about whether it has changed. */
export function isUnknown(question: RowQuestion): boolean {
  return isUnseen(question) || isUnreadable(question);
}

/** Whether a row's question cannot be read at present, though somebody looked. */
export function isUnreadable(question: RowQuestion): boolean {
  return 'blocker' in question && (question.blocker === 'error' || question.blocker === 'loading');
}

/** The question of a row of which only our own columns were read. */
export const UNSEEN: RowQuestion = { unseen: true };

/** Whether nobody has looked at what a row asks. */
export function isUnseen(question: RowQuestion): boolean {
  return 'unseen' in question;
}

/** A reader for an enrichment. `headings` are blank where a placeholder must not look. Throws `unknown-column` or `ambiguous-column`. */
export function rowReader(e: Enrichment, headings: readonly string[]): RowReader {
  const parts = parseTemplate(e.template);
  const columns = [...resolveColumns(columnsNamed(parts), headings, (i) => columnLetters(i + 1))].map(
    ([name, at]) => ({ name, at, heading: headings[at] ?? '' }),
  );
  const exact = new Set(columns.flatMap(({ name, at, heading }) => (isExact(name, heading) ? [at] : [])));
  const said = new Map(columns.map(({ name, heading }) => [name, spoken(name, heading)]));
  const blocked = (blocker: Blocker, name = ''): Blocked => ({ blocker, column: said.get(name) ?? '' });
  const print = fingerprinter(e);
  const read: RowReader['read'] = (cell) => {
    const inputs = new Map<string, Input>();
    for (const { name, at, heading } of columns)
      inputs.set(name, isExact(name, heading) ? inFull(cell(at)) : cell(at));
    const first = blockerAmong(inputs);
    if (first) return blocked(first.blocker, first.column);
    const filled = fill(parts, (column) => (inputs.get(column)?.text ?? '').trim());
    const text = e.type === 'fetch' ? (webAddress(filled) ?? linked(parts, inputs)) : filled;
    if (text === undefined) return blocked('no-url', columns[0]?.name);
    if (text.length > MAX_QUESTION) return blocked('too-long', longest(inputs));
    return { text, fingerprint: print(text) };
  };
  return { columns: columns.map(({ at }) => at), exact, read };
}

/** Where a cell displays nothing, nothing is asked with it. */
function inFull(input: Input): Input {
  const { text, exact } = input;
  return exact && text.trim() !== '' ? { ...input, text: exact() } : input;
}

/** The address behind the text of the one cell that makes up the whole question. */
function linked(parts: readonly TemplatePart[], inputs: ReadonlyMap<string, Input>): string | undefined {
  const said = parts.filter((part) => 'column' in part || part.text.trim() !== '');
  const [first] = said;
  if (!first || said.length > 1 || 'text' in first) return undefined;
  return webAddress((inputs.get(first.column)?.link?.() ?? '').trim());
}

/** What is certain comes first: a row whose one cell is blank asks nothing, whatever another will say. */
function blockerAmong(inputs: ReadonlyMap<string, Input>): Blocked | undefined {
  let first: Blocked | undefined;
  for (const [column, { text, instead }] of inputs) {
    const blocker = instead ?? (text.trim() === '' ? 'blank' : undefined);
    if (blocker === undefined) continue;
    const blocked: Blocked = { blocker, column };
    if (!isUnknown(blocked)) return blocked;
    first ??= blocked;
  }
  return first;
}

function longest(inputs: ReadonlyMap<string, Input>): string {
  const byLength = [...inputs].sort(([, a], [, b]) => b.text.length - a.text.length);
  return byLength[0]?.[0] ?? '';
}
