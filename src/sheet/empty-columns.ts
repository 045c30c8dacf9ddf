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
import { ruleOf } from './validation';

/** Choices that are told of a column, and their characters together: of more, none is, for some of them would pass for all. */
const MOST_CHOICES = 50;
const MOST_CHARACTERS = 1_500;

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
    return { format, ...(rule ? { rule: told(rule) } : {}) };
  });
}

function told(rule: CellRule): CellRule {
  if (rule.kind !== 'choice') return rule;
  const isTooMuch = rule.choices.length > MOST_CHOICES || rule.choices.join('').length > MOST_CHARACTERS;
  return isTooMuch ? { ...rule, choices: [] } : rule;
}
