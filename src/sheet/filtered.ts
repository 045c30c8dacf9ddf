/**
 * Which rows a filter hides, judged from what it wants of its columns: pure. Google alone knows for certain, for a filter is applied
 * when it is set, and nobody has written down how it compares. So a verdict says what it assumes, and rows of each kind are asked.
 */
import { grouped } from '../enrichment/grouped';

/** What a filter wants of one column. */
export interface Criterion {
  /** Texts of cells whose rows are hidden, whatever the condition says. */
  readonly hidden: readonly string[];
  readonly condition?: Condition | undefined;
}

/** A condition that a cell must meet for its row to be shown, by its name at Google's. */
export interface Condition {
  readonly type: string;
  readonly values: readonly unknown[];
}

/** What a cell displays, and what it holds. */
export interface FilteredCell {
  readonly shown: string;
  readonly value: unknown;
}

/** Whether a row is hidden, and what of Google's ways that assumes; '' where nothing is assumed. */
export interface Verdict {
  readonly hidden: boolean;
  readonly assuming: string;
}

/** Judges the cells of one column; undefined where what the filter wants of it cannot be judged. */
export type Judge = (cell: FilteredCell) => Verdict | undefined;

/** Nothing is known of any cell. */
export const UNKNOWN: Judge = () => undefined;

/** The judge for a criterion. Formulas, dates, and whatever Google may think of next, are not known. */
export function judgeOf({ hidden, condition }: Criterion): Judge {
  const listed = listJudge(hidden);
  if (!condition) return listed;
  const conditioned = conditionJudge(condition);
  if (conditioned === UNKNOWN && hidden.length === 0) return UNKNOWN;
  return (cell) => together([listed(cell), conditioned(cell)]);
}

/** What several criteria make of one row: it is hidden when any of them hides it, and not known when one of them is not. */
export function together(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  const hiding = verdicts.filter((verdict) => verdict?.hidden);
  if (hiding.length > 0) return hiding.find((verdict) => verdict?.assuming === '') ?? hiding[0];
  if (verdicts.includes(undefined)) return undefined;
  const assumptions = verdicts.flatMap((verdict) => verdict?.assuming || []);
  return { hidden: false, assuming: [...new Set(assumptions)].sort().join(' and ') };
}

/** By the list of values that a person unticked. What is written a little otherwise is taken for the same: then it is not asked. */
function listJudge(hidden: readonly string[]): Judge {
  const texts = new Set(hidden);
  const loosely = new Set(hidden.map(loose));
  return ({ shown, value }) => {
    if (texts.has(shown)) return { hidden: true, assuming: '' };
    if (texts.size === 0) return { hidden: false, assuming: '' };
    if (loosely.has(loose(shown))) return { hidden: true, assuming: 'capitals do not count in lists' };
    if (typeof value === 'string') return { hidden: false, assuming: '' };
    return { hidden: texts.has(String(value)), assuming: 'lists hold what numbers display' };
  };
}

function conditionJudge({ type, values }: Condition): Judge {
  if (type === 'CELL_EMPTY') return (cell) => emptiness(cell, true);
  if (type === 'CELL_NOT_EMPTY') return (cell) => emptiness(cell, false);
  return textJudge(type, values) ?? numberJudge(type, values) ?? UNKNOWN;
}

/** Blanks in a text, and a format that shows nothing, are not empty. */
function emptiness({ shown, value }: FilteredCell, wanted: boolean): Verdict {
  const isEmpty = shown === '' && value === '';
  const isClear = isEmpty || shown.trim() !== '';
  return { hidden: isEmpty !== wanted, assuming: isClear ? '' : 'what looks empty is not' };
}

const TEXTS: Readonly<Record<string, (shown: string, text: string) => boolean>> = {
  TEXT_CONTAINS: (shown, text) => shown.includes(text),
  TEXT_STARTS_WITH: (shown, text) => shown.startsWith(text),
  TEXT_ENDS_WITH: (shown, text) => shown.endsWith(text),
  TEXT_EQUAL_TO: (shown, text) => shown === text,
};

const NUMBERS: Readonly<Record<string, (n: number, a: number, b: number) => boolean>> = {
  NUMBER_EQUAL_TO: (n, a) => n === a,
  NUMBER_GREATER_THAN: (n, a) => n > a,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (n, a) => n >= a,
  NUMBER_LESS_THAN: (n, a) => n < a,
  NUMBER_LESS_THAN_OR_EQUAL_TO: (n, a) => n <= a,
  NUMBER_BETWEEN: (n, a, b) => n >= Math.min(a, b) && n <= Math.max(a, b),
};

/** Conditions that are met where another is not. */
const OPPOSITES: Readonly<Record<string, string>> = {
  TEXT_DOES_NOT_CONTAIN: 'TEXT_CONTAINS',
  TEXT_NOT_EQUAL_TO: 'TEXT_EQUAL_TO',
  NUMBER_NOT_EQUAL_TO: 'NUMBER_EQUAL_TO',
  NUMBER_NOT_BETWEEN: 'NUMBER_BETWEEN',
};

/** Undefined for what is no condition on texts, or names a formula or wildcards. */
function textJudge(type: string, [text]: readonly unknown[]): Judge | undefined {
  const test = TEXTS[OPPOSITES[type] ?? type];
  if (!test || typeof text !== 'string' || text === '' || /^=|[?*~]/.test(text)) return undefined;
  const isOpposite = type in OPPOSITES;
  const loosely = loose(text);
  return ({ shown, value }) => {
    const met = test(loose(shown), loosely);
    return { hidden: met === isOpposite, assuming: ofText(value, met === test(shown, text), isOpposite) };
  };
}

function ofText(value: unknown, isClear: boolean, isOpposite: boolean): string {
  if (typeof value !== 'string') return 'conditions on texts go by what numbers display';
  if (value === '' && isOpposite) return 'a blank cell holds no text';
  return isClear ? '' : 'capitals do not count in conditions';
}

/** Undefined for what is no condition on numbers, or names a formula. */
function numberJudge(type: string, values: readonly unknown[]): Judge | undefined {
  const test = NUMBERS[OPPOSITES[type] ?? type];
  const [a, b = a] = values;
  if (!test || typeof a !== 'number' || typeof b !== 'number') return undefined;
  const isOpposite = type in OPPOSITES;
  return ({ value }) => {
    if (typeof value === 'number') return { hidden: test(value, a, b) === isOpposite, assuming: '' };
    // A date is a number to Google, but which one depends on its time zone.
    if (typeof value === 'object') return undefined;
    return { hidden: !isOpposite, assuming: 'a text is no number' };
  };
}

/** Ways to write that Google may or may not tell apart. */
function loose(text: string): string {
  return text.trim().toLowerCase();
}

/** How many rows are asked about in all where a filter was judged; and of each kind where there are many kinds. */
const PROBES = { all: 12, ofAKind: 3 };

/** Rows to ask Google about: of each kind of verdict the first, the last, and some evenly between. Rows in ascending order. */
export function probesAmong(verdicts: ReadonlyMap<number, Verdict>): number[] {
  const kinds = grouped(verdicts.keys(), (row) => {
    const { hidden, assuming } = verdicts.get(row) ?? {};
    return `${hidden} ${assuming}`;
  });
  const each = Math.max(PROBES.ofAKind, Math.floor(PROBES.all / kinds.size));
  return [...kinds.values()].flatMap((rows) => evenly(rows, each));
}

/** So many of some rows, from the first to the last. */
export function evenly(rows: readonly number[], count: number): number[] {
  if (rows.length <= count) return [...rows];
  return Array.from(
    { length: count },
    (_, i) => rows[Math.round((i * (rows.length - 1)) / (count - 1))] ?? 0,
  );
}
