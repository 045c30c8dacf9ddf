/** Looking for columns that wait to be filled: among what was read anyway, and two small calls where there are any. */
import {
  asField,
  type CellRule,
  type Dress,
  type EmptyColumn,
  mostlyBlank,
} from '../enrichment/empty-columns';
import { asProblem } from '../enrichment/problem';
import type { Sheet } from './spreadsheet';

/** Choices that are told of a column: of more, none is, for some of them would pass for all. */
const MOST_CHOICES = 50;

/** The columns of a table's top, which begins with its headings in the row `headingsAt`, but for `ours` (from 1), that are blank in most rows. Nobody needs them to see the rest: trouble means none. */
export function emptyColumns(
  sheet: Sheet,
  headingsAt: number,
  top: readonly (readonly string[])[],
  ours: ReadonlySet<number>,
): EmptyColumn[] {
  const [headings = [], ...below] = top;
  const rows = below.filter((row) => row.some((text, c) => text.trim() !== '' && !ours.has(c + 1)));
  if (rows.length === 0) return [];
  const columns = headings.map((heading, c) => ({
    heading,
    at: c + 1,
    texts: rows.map((row) => row[c] ?? ''),
  }));
  const found = mostlyBlank(columns.filter(({ at }) => !ours.has(at)));
  const [first, last] = [found[0], found[found.length - 1]];
  if (!first || !last) return [];
  try {
    const dresses = dressesOf(sheet, headingsAt + 1, [first.at, last.at]);
    return found.map((column) => asField(column, dresses[column.at - first.at] ?? { format: '' }));
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
    return [];
  }
}

/** How the cells of the first row are formatted, and what they take: as a rule the whole column is alike. */
function dressesOf(sheet: Sheet, row: number, [first, last]: readonly [number, number]): Dress[] {
  const range = sheet.getRange(row, first, 1, last - first + 1);
  const [formats = []] = range.getNumberFormats();
  const [rules = []] = range.getDataValidations();
  return formats.map((format, i) => {
    const rule = rules[i] ? ruleOf(rules[i]) : undefined;
    return { format, ...(rule ? { rule } : {}) };
  });
}

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** By the name of its criterion: the list of these grows at Google, and all that is about days or numbers is meant. */
function ruleOf(validation: Validation): CellRule | undefined {
  const name = String(validation.getCriteriaType());
  if (name === 'CHECKBOX') return { kind: 'checkbox' };
  if (name.startsWith('DATE_')) return { kind: 'date' };
  if (name.startsWith('NUMBER_')) return { kind: 'number' };
  if (name !== 'VALUE_IN_LIST' && name !== 'VALUE_IN_RANGE') return undefined;
  const choices = choicesIn(validation.getCriteriaValues());
  return { kind: 'choice', choices: choices.length > MOST_CHOICES ? [] : choices };
}

/** A list comes as it is, and a range as an object of Google's: what its cells show. */
function choicesIn([source]: readonly unknown[]): string[] {
  const cells: unknown = isRange(source) ? source.getDisplayValues().flat() : source;
  return Array.isArray(cells) ? cells.map(String).filter((text) => text.trim() !== '') : [];
}

function isRange(value: unknown): value is GoogleAppsScript.Spreadsheet.Range {
  return typeof value === 'object' && value !== null && 'getDisplayValues' in value;
}
