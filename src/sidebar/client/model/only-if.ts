/** “Only if” as the form has it: a column or none, what is wanted of its cells, and what they are compared with. Pure. */
import {
  type Condition,
  conditionInWords,
  isComparing,
  TESTS,
  type Test,
  testInWords,
} from '../../../enrichment/condition';

/** A choice in a list. */
interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** What may be wanted. */
export const TEST_OPTIONS: readonly Option<Test>[] = TESTS.map((test) => ({
  value: test,
  label: testInWords(test),
}));

/** The condition in a few words, for the line that opens it. */
export function onlyIfInWords(condition: Condition | undefined): string {
  return condition ? conditionInWords(condition) : 'every row';
}

/** The columns to choose from, each name once; the one that is chosen stays among them when the sheet has it no more. */
export function columnOptions(
  headings: readonly string[],
  chosen: Condition | undefined,
): readonly Option<string>[] {
  const named = headings.map((heading) => heading.trim()).filter(Boolean);
  const names = [...new Set(chosen ? [...named, chosen.column] : named)];
  return [{ value: '', label: 'No condition' }, ...names.map((value) => ({ value, label: value }))];
}

/** The condition with another column; undefined for every row. */
export function withColumn(condition: Condition | undefined, column: string): Condition | undefined {
  return column === '' ? undefined : { test: 'not empty', ...condition, column };
}

/** With something else wanted: what cells were compared with stays as long as they are compared. */
export function withTest({ column, value = '' }: Condition, test: Test): Condition {
  return isComparing(test) ? { column, test, value } : { column, test };
}
