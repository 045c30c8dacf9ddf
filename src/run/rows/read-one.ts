/** Reading one row of a table, and no more of it than its headings and that row. */
import type { Enrichment } from '../../enrichment/definition';
import { readOutline, readRows } from '../../sheet/reading';
import type { Sheet } from '../../sheet/spreadsheet';
import { type Row, TableView } from '../../sheet/table';
import { readWhole } from './read-whole';

/** A row with the view by which it was read. */
export interface One {
  readonly view: TableView;
  readonly row: Row;
}

/** The row at a place, from 1; undefined where the table has none there. Throws what a TableView throws. */
export function readOne(e: Enrichment, sheet: Sheet, at: number): One | undefined {
  const outline = readOutline(sheet);
  if (!outline) return oneOfAll(e, sheet, at);
  const { headings, placed, last } = outline;
  const view = new TableView(e, headings, placed);
  if (at < view.firstRow || at > last) return undefined;
  const reading = readRows(sheet, [at, at], view, false);
  const [row] = reading ? view.rows(reading) : [];
  return row && { view, row };
}

/** While a heading is loading, only the whole table tells what a row asks. */
function oneOfAll(e: Enrichment, sheet: Sheet, at: number): One | undefined {
  const { view, rows } = readWhole(e, sheet);
  const row = rows.find((each) => each.at === at);
  return row && { view, row };
}
