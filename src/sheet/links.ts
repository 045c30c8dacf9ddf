/** Where the texts of cells lead: links that people have put behind them, and HYPERLINK formulas. */
import type { Sheet } from './spreadsheet';

/** Where a cell leads, by its row from 1 and its column from 0; '' where it leads nowhere. */
export type Links = (row: number, column: number) => string;

/** Rows that are looked at together, from the first one on. */
interface Block {
  readonly firstRow: number;
  readonly rows: number;
  /** Of these rows. */
  readonly formulas: () => readonly (readonly string[])[];
}

/** An address that stands in the formula itself: what it computes one from, only Google knows. */
const HYPERLINK = /^=\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*[,;)]/i;

/** The links of some rows: a call for each column in which one is asked for, and one for the formulas where some cell is no text. */
export function linksIn(sheet: Sheet, { firstRow, rows, formulas }: Block): Links {
  const columns = new Map<number, (RichText | null)[]>();
  const textsIn = (column: number): (RichText | null)[] => {
    const known = columns.get(column) ?? richTexts(sheet, [firstRow, column + 1, rows]);
    columns.set(column, known);
    return known;
  };
  return (row, column) => {
    const text = textsIn(column)[row - firstRow];
    return text ? linkOf(text) : inFormula(formulas()[row - firstRow]?.[column] ?? '');
  };
}

type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

function richTexts(
  sheet: Sheet,
  [row, column, rows]: readonly [number, number, number],
): (RichText | null)[] {
  return sheet
    .getRange(row, column, rows, 1)
    .getRichTextValues()
    .map(([text]) => text ?? null);
}

/** The one link of a text; a text with several leads nowhere in particular. */
function linkOf(text: RichText): string {
  const whole = text.getLinkUrl();
  if (whole) return whole;
  const links = new Set(text.getRuns().flatMap((run) => run.getLinkUrl() ?? []));
  const [first = ''] = links;
  return links.size === 1 ? first : '';
}

function inFormula(formula: string): string {
  return (HYPERLINK.exec(formula)?.[1] ?? '').replace(/""/g, '"');
}
