/** How a sheet looks: texts, conditional formats, links, row by row. */
import { type Cell, hasContent } from '../../../doubles/google/model/cell';
import type { ConditionalRule } from '../../../doubles/google/model/regions';
import type { Sheet } from '../../../doubles/google/model/sheet';
import type { RichCell, ShownCell, ShownColumn } from '../wire';

/** Columns that an empty corner of the sheet shows beyond its content. */
const SPARE_COLUMNS = 3;

/** A sheet never looks narrower than this. */
const LEAST_COLUMNS = 14;

/** The columns that are shown, from A on. */
export function columnsOf(sheet: Sheet): ShownColumn[] {
  const count = Math.min(sheet.maxColumns, Math.max(LEAST_COLUMNS, sheet.lastColumn + SPARE_COLUMNS));
  return sheet.columns.slice(0, count).map(({ hidden, width }) => ({ hidden, width }));
}

/** A row of the sheet as it is shown, cut after its last content. */
export function rowOf(sheet: Sheet, row: number): ShownCell[] {
  const { cells } = sheet.row(row);
  const width = cells.findLastIndex((cell) => cell !== undefined && isShown(cell)) + 1;
  return Array.from({ length: width }, (_, c) => shown(sheet, row, c + 1, cells[c]));
}

const isShown = (cell: Cell): boolean =>
  hasContent(cell) || cell.note !== '' || cell.style.background !== undefined;

function shown(sheet: Sheet, row: number, column: number, cell: Cell | undefined): ShownCell {
  if (!cell) return '';
  const text = sheet.display(row, column);
  const rich = withoutGaps({ text, ...ownLooks(cell), ...conditionalLooks(sheet, row, column, text) });
  return Object.keys(rich).length > 1 ? rich : text;
}

type Looks = { [Name in keyof RichCell]?: RichCell[Name] | undefined };

function ownLooks({ style, note, value, formula, fault, links }: Cell): Looks {
  return {
    formula,
    fault,
    background: style.background,
    color: style.fontColor,
    bold: style.fontWeight === 'bold' ? true : undefined,
    note: note || undefined,
    right: typeof value === 'number' || value instanceof Date ? true : undefined,
    links: addressesIn(links),
  };
}

function addressesIn(links: Cell['links']): readonly string[] | undefined {
  const addresses = links.map(({ url }) => url).filter((url) => /^https?:\/\//i.test(url));
  return addresses.length > 0 ? [...new Set(addresses)] : undefined;
}

/** The first rule that holds wins, as in Sheets. */
function conditionalLooks(sheet: Sheet, row: number, column: number, text: string): Looks {
  const rule = sheet.conditionalRules.find((each) => covers(each, row, column) && holds(each, text));
  if (!rule) return {};
  return withoutGaps({
    background: rule.background ?? undefined,
    color: rule.fontColor ?? undefined,
    bold: rule.bold ? true : undefined,
  });
}

function covers({ ranges }: ConditionalRule, row: number, column: number): boolean {
  return ranges.some(
    (rect) =>
      row >= rect.row &&
      row < rect.row + rect.rows &&
      column >= rect.column &&
      column < rect.column + rect.columns,
  );
}

/** Formulas are not evaluated by the local Google, so rules with a formula never hold. */
function holds({ condition }: ConditionalRule, text: string): boolean {
  const wanted = String(condition.values[0] ?? '').toLowerCase();
  const is = text.toLowerCase();
  if (condition.type === 'TEXT_EQ') return is === wanted;
  if (condition.type === 'TEXT_CONTAINS') return is.includes(wanted);
  if (condition.type === 'TEXT_STARTS_WITH') return is.startsWith(wanted);
  return condition.type === 'NUMBER_EQ' && is !== '' && Number(is) === Number(wanted);
}

type Present<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

function withoutGaps<T extends object>(looks: T): Present<T>;
function withoutGaps(looks: object): object {
  return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
}
