/** Rules of data validation, as cells have them: what they are about, and what they refuse for certain. */
import type { CellRule } from '../enrichment/empty-columns';
import { wholeColumns } from '../enrichment/letters';
import { type Content, shownBy } from './cells';
import type { Layout } from './layout';
import { stretches } from './patches';
import type { Sheet } from './spreadsheet';

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Whether a cell, by its row and its column from 1, is certain to refuse a content. */
export type Refuses = (row: number, column: number, content: Content) => boolean;

/** By the name of its criterion: the list of these grows at Google, and all that is about days or numbers is meant. */
export function ruleOf(validation: Validation): CellRule | undefined {
  const name = String(validation.getCriteriaType());
  if (name === 'CHECKBOX') return { kind: 'checkbox' };
  if (name.startsWith('DATE_')) return { kind: 'date' };
  if (name.startsWith('NUMBER_')) return { kind: 'number' };
  if (name !== 'VALUE_IN_LIST' && name !== 'VALUE_IN_RANGE') return undefined;
  return { kind: 'choice', choices: choicesIn(validation.getCriteriaValues()) };
}

/** A list comes as it is, and a range as an object of Google's: what its cells show. */
function choicesIn([source]: readonly unknown[]): string[] {
  const cells: unknown = isRange(source) ? source.getDisplayValues().flat() : source;
  return Array.isArray(cells) ? cells.map(String).filter((text) => text.trim() !== '') : [];
}

function isRange(value: unknown): value is GoogleAppsScript.Spreadsheet.Range {
  return typeof value === 'object' && value !== null && 'getDisplayValues' in value;
}

/**
 * Whether a rule refuses a content for certain. Google does not say how it compares: other capitals, several choices in one cell and
 * numbers in words are left to be tried.
 */
export function isRefused(rule: CellRule, content: Content): boolean {
  const shown = shownBy(content);
  if (shown === '') return false;
  if (rule.kind === 'checkbox') return !/^(true|false)$/i.test(shown);
  if (rule.kind === 'choice') return isNoChoice(rule.choices, shown);
  return typeof content === 'string' && !/\d/.test(shown);
}

function isNoChoice(choices: readonly string[], shown: string): boolean {
  const known = new Set(choices.map(loose));
  if (known.size === 0 || known.has(loose(shown))) return false;
  return !shown.split(',').every((part) => known.has(loose(part)));
}

function loose(text: string): string {
  return text.trim().toLowerCase();
}

/** The rules of some columns in the rows from the first to the last: a call for each block of columns that stand together. */
export function rulesIn(
  sheet: Sheet,
  [first, last]: readonly [first: number, last: number],
  columns: readonly number[],
): Refuses {
  const rules = new Map<number, readonly (CellRule | undefined)[]>();
  const known = rejecting();
  for (const [left, right] of stretches(columns, 1)) {
    const block = sheet.getRange(first, left, last - first + 1, right - left + 1).getDataValidations();
    for (let c = left; c <= right; c++)
      rules.set(
        c,
        block.map((row) => known(row[c - left])),
      );
  }
  return (row, column, content) => {
    const rule = rules.get(column)?.[row - first];
    return rule !== undefined && isRefused(rule, content);
  };
}

/** The rule of a cell, where it rejects. One that cannot be read is one that is tried. A dropdown that goes by a range has its choices read once, in however many cells it is. */
function rejecting(): (validation: Validation | null | undefined) => CellRule | undefined {
  const ranges = new Map<string, CellRule | undefined>();
  return (validation) => {
    if (!validation || validation.getAllowInvalid()) return undefined;
    const [source]: readonly unknown[] = validation.getCriteriaValues();
    if (!isRange(source)) return isPlainBox(validation) ? ruleOf(validation) : undefined;
    const key = `${source.getSheet().getSheetId()} ${source.getA1Notation()}`;
    if (!ranges.has(key)) ranges.set(key, ruleOf(validation));
    return ranges.get(key);
  };
}

/** A checkbox may have values of its own for ticked and unticked. */
function isPlainBox(validation: Validation): boolean {
  return String(validation.getCriteriaType()) !== 'CHECKBOX' || validation.getCriteriaValues().length === 0;
}

/** Takes the rules off Status and ledger, where they begin with none: nobody chooses among what the machine writes. */
export function clearOwnRules(sheet: Sheet, { status, state, task, question }: Layout): void {
  const columns = [status, state, task, question].filter((at) => at > 0);
  for (const [first, last] of stretches(columns, 1))
    sheet.getRange(wholeColumns(first, last)).clearDataValidations();
}
