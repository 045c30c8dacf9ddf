/** Columns become as wide as their texts when they are first filled, so that a demonstration shows answers and not their beginnings. */
import type { Column } from '../../../doubles/google/model/grid';
import type { Sheet } from '../../../doubles/google/model/sheet';
import type { Spreadsheet } from '../../../doubles/google/model/spreadsheet';

/** Widths in pixels; 100 is Google's own for a fresh column. */
const FRESH = 100;
const NARROWEST = 80;
const WIDEST = 240;

/** Rows that tell how wide a column should be. */
const SAMPLE = 200;

/** Characters of a text that is never cut. */
const SHORT = 20;

/** Wide enough for all short and most other texts, as a person would drag it: about 7 px for a character, and some air. */
export function widthFor(texts: readonly string[]): number {
  const lengths = texts.slice(0, SAMPLE).map(({ length }) => length);
  const sorted = lengths.sort((a, b) => a - b);
  const longestShort = sorted.findLast((length) => length <= SHORT) ?? 0;
  const most = Math.max(longestShort, sorted[Math.floor(sorted.length * 0.9)] ?? 0);
  return Math.min(WIDEST, Math.max(NARROWEST, most * 7 + 16));
}

/** Remembers which columns have been filled. */
export class Fitter {
  private readonly filled = new WeakSet<Column>();
  private readonly ours = new WeakMap<Column, number>();

  /** Looks at every column of the document, after a script or a paste. */
  fit({ sheets }: Spreadsheet): void {
    for (const sheet of sheets)
      for (const [c, column] of sheet.columns.slice(0, sheet.lastColumn).entries())
        if (!this.filled.has(column)) this.fitColumn(sheet, column, c + 1);
  }

  /** Once for its heading, and once when there is something below it; never where somebody else set the width. */
  private fitColumn(sheet: Sheet, column: Column, at: number): void {
    const [heading = '', ...below] = textsOf(sheet, at);
    const texts = below.filter(Boolean);
    if (texts.length > 0) this.filled.add(column);
    if (column.hidden || column.width !== (this.ours.get(column) ?? FRESH)) return;
    column.width = Math.max(column.width, widthFor([heading]), widthFor(texts));
    this.ours.set(column, column.width);
  }
}

function textsOf(sheet: Sheet, column: number): string[] {
  const rows = Math.min(sheet.lastRow, SAMPLE);
  return Array.from({ length: rows }, (_, r) => sheet.display(r + 1, column));
}
