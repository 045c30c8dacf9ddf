/** Reading the whole table of an enrichment so that every row's question and its ledger belong to one moment. */
import { outputColumns } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { ownBlocks } from '../../sheet/layout';
import { glanceAt, oursStand, readOutline, readTable, topOf, type WholeReading } from '../../sheet/reading';
import type { Sheet } from '../../sheet/spreadsheet';
import { type Row, TableView, viewOf } from '../../sheet/table';
import { isBlank } from '../../sheet/written';
import { fingerprintOf } from './standing';

/** A table as it was read. */
export interface Whole {
  readonly reading: WholeReading;
  readonly view: TableView;
  readonly rows: readonly Row[];
}

/** How often a table is read that moves while it is read. */
const READS = 3;

/**
 * Ours (outputs, Status, ledger) and theirs (what a question names) come by two calls, and a person may sort between them. They
 * belong together when theirs hashes to the fingerprint that ours names. Where it does not, or ours names none, ours is read
 * once more: if it stands, nothing moved, and the row was edited. Throws what a TableView throws.
 */
export function readWhole(e: Enrichment, sheet: Sheet): Whole {
  for (let read = 1; ; read++) {
    const before = fillsTheirs(e) ? topOf(sheet) : undefined;
    const reading = readTable(sheet);
    if (before && read < READS && !isSame(before, topOf(sheet))) continue;
    const view = viewOf(e, reading);
    const rows = view.rows(reading);
    if (read === READS || rows.every(belongsTogether) || oursStand(sheet, reading))
      return { reading, view, rows };
  }
}

/**
 * Whether columns of the person's own are filled: those are moved about like any others, and one that moves between the look at where
 * our columns are and the reading of their cells would be taken for another. Their headings tell.
 */
function fillsTheirs(e: Enrichment): boolean {
  return outputColumns(e).some(({ fills }) => fills);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, i) => heading === b[i]);
}

/** Our own columns of a table, of whose rows nobody has seen what they ask. Undefined where that would not do. */
export function readOurs(
  e: Enrichment,
  sheet: Sheet,
): { readonly view: TableView; readonly rows: readonly Row[] } | undefined {
  const before = fillsTheirs(e) ? topOf(sheet) : undefined;
  const outline = readOutline(sheet);
  if (!outline) return undefined;
  const { headings, placed, last } = outline;
  if (before && !isSame(before, topOf(sheet))) return undefined;
  const view = new TableView(e, headings, placed);
  const { firstRow } = view;
  if (last < firstRow) return undefined;
  const seen = glanceAt(sheet, [firstRow, last], ownBlocks(view.layout), []);
  const rows = Array.from({ length: last - firstRow + 1 }, (_, i) => seen && view.unseen(firstRow + i, seen));
  const known = rows.filter((row) => row !== undefined);
  return known.length === rows.length ? { view, rows: known } : undefined;
}

/** Whether what a row asks is what its ledger names; a row without a ledger holds no answer. */
export function belongsTogether(row: Row): boolean {
  const { question } = row.ledger;
  return question === '' ? isBlank(row.cells) : fingerprintOf(row) === question;
}
