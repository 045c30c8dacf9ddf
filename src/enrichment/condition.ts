/** “Only if”: one condition on a column, which decides what rows an enrichment is for, and nothing of what it asks. Its form and its words. */
import { columnLetters } from './letters';
import { maybe, oneOf, type Parser, record, text } from './parse';
import { Problem } from './problem';
import { resolveColumns } from './template';

/** What may be wanted of a cell. */
export const TESTS = ['empty', 'not empty', 'is', 'is not', 'contains', 'greater', 'less'] as const;

/** One of them. */
export type Test = (typeof TESTS)[number];

/** A condition: a column by its heading, and what its cells must be. No interface, for it crosses to the page as JSON. */
export type Condition = {
  readonly column: string;
  readonly test: Test;
  /** What a cell is compared with, as a person writes it; missing for `empty` and `not empty`. */
  readonly value?: string;
};

/** Reads a condition. */
export const condition: Parser<Condition> = record<Condition>({
  column: text,
  test: oneOf(...TESTS),
  value: maybe(text),
});

/** A test in words, when it is met and when it is not; a value follows where there is one. */
const WORDS: Readonly<Record<Test, readonly [met: string, unmet: string]>> = {
  empty: ['is empty', 'is not empty'],
  'not empty': ['is not empty', 'is empty'],
  is: ['is', 'is not'],
  'is not': ['is not', 'is'],
  contains: ['contains', 'does not contain'],
  greater: ['is greater than', 'is not greater than'],
  less: ['is less than', 'is not less than'],
};

/** What a test wants, in words that follow the column's name. */
export function testInWords(test: Test): string {
  return WORDS[test][0];
}

/** Whether a test compares with something. */
export function isComparing(test: Test): boolean {
  return test !== 'empty' && test !== 'not empty';
}

/** The condition in words: “Country is not empty”. */
export function conditionInWords({ column, test, value = '' }: Condition): string {
  return said(column, WORDS[test][0], isComparing(test) ? value : '');
}

/** Why a row does not meet it, for a column as it is headed now: “Country is empty”. */
export function unmetInWords(heading: string, { test, value = '' }: Condition): string {
  return said(heading, WORDS[test][1], isComparing(test) ? value : '');
}

/** Why a row with a cell that says nothing at present does not meet it, whatever is wanted. */
export function unknownInWords(heading: string, unknown: 'error' | 'loading'): string {
  return said(heading, unknown === 'error' ? 'shows an error' : 'is still loading', '');
}

/** Longest value that is told in full: a Status is one line. */
const LONGEST = 60;

function said(column: string, words: string, value: string): string {
  const written = value.trim();
  const short = written.length > LONGEST ? `${written.slice(0, LONGEST - 1)}…` : written;
  return [column.trim(), words, short].filter(Boolean).join(' ');
}

/** Where its column stands among the headings, from 0. Throws `no-condition-column` or `ambiguous-column`. */
export function conditionColumn({ column }: Condition, headings: readonly string[]): number {
  try {
    return resolveColumns([column], headings, (i) => columnLetters(i + 1)).get(column) ?? -1;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const code = thrown.code === 'unknown-column' ? 'no-condition-column' : thrown.code;
    throw new Problem(code, thrown.subject, 'only-if');
  }
}
