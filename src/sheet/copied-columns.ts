/** Which columns of a sheet are those of a copied enrichment: by its marks where they came along, by headings, and by what its ledger says of the cells. */
import { type OutputColumn, outputColumns } from '../enrichment/columns';
import { isSameName } from '../enrichment/names';
import { reading } from './cells';
import { type Copied, type IsOwn, idIn, ownedColumns } from './copied';
import { LEDGER_HEADING, wantedColumns } from './create-columns';
import { headingRow, markColumn, outputPart, partIn, releaseColumns, type Top } from './layout';
import { parseState } from './ledger';
import type { Sheet } from './spreadsheet';
import { hashOfCell } from './written';

/** Columns, from 1, by their parts; what is not found is left out. */
type Columns = Map<string, number>;

/** Which enrichment's marks the columns carry; '' where none came along. */
export function markOfCopy({ placed }: Top, { state }: Copied, isOwn: IsOwn): string {
  const found = [...placed].find(
    ([place, column]) => column === state && partIn(place) === 'state' && !isOwn(idIn(place)),
  );
  return found ? idIn(found[0]) : '';
}

/** Finds the columns. A heading that somebody has changed is no matter where marks came along, or rows were answered. */
export function columnsOfCopy(sheet: Sheet, top: Top, copied: Copied, isOwn: IsOwn): Columns {
  const found: Columns = new Map([['state', copied.state]]);
  const taken = ownedColumns(top.placed, isOwn).add(copied.state);
  const take = (part: string, column: number | undefined): void => {
    if (!column || taken.has(column) || found.has(part)) return;
    found.set(part, column);
    taken.add(column);
  };
  const mark = markOfCopy(top, copied, isOwn);
  const older = new Map(outputColumns(copied.e).map((output) => [outputPart(output), String(output.part)]));
  const wanted = wantedColumns(copied.e);
  const marked = (part: string): number | undefined => top.placed.get(`${mark}/${part}`);
  for (const { part } of wanted) take(part, marked(part) ?? marked(older.get(part) ?? part));
  for (const { part, heading } of wanted) take(part, called(top, heading, copied, part, taken));
  for (const output of outputColumns(copied.e))
    if (!found.has(outputPart(output))) take(outputPart(output), answered(sheet, top, copied, output, taken));
  return found;
}

/** Task and Question stand right of State, whatever the enrichment was called when they were made. */
function called(
  { headings }: Top,
  heading: string,
  { state }: Copied,
  part: string,
  taken: ReadonlySet<number>,
): number | undefined {
  const free = headings.map((_, i) => i + 1).filter((column) => !taken.has(column));
  const named = (column: number): string => headings[column - 1] ?? '';
  if (part !== 'task' && part !== 'question')
    return free.find((column) => isSameName(named(column), heading));
  const all = free.filter((column) => named(column).endsWith(LEDGER_HEADING[part]));
  return all.find((column) => column > state) ?? all[0];
}

/** The column in which most cells hold what the machine wrote for an output, as each row's State remembers it. */
function answered(
  sheet: Sheet,
  { headings, placed }: Top,
  { state }: Copied,
  { slot }: OutputColumn,
  taken: ReadonlySet<number>,
): number | undefined {
  const [first, last] = [headingRow(placed) + 1, sheet.getLastRow()];
  if (last < first) return undefined;
  const values = sheet.getRange(first, 1, last - first + 1, headings.length).getValues();
  const hashes = values.map((row) => parseState(String(row[state - 1]))?.cells.get(slot) ?? '');
  const known = hashes.filter((hash) => hash !== '').length;
  const holds = (column: number): number =>
    values.filter((row, r) => hashes[r] !== '' && hashOf(row[column - 1]) === hashes[r]).length;
  const free = headings.map((_, i) => i + 1).filter((column) => !taken.has(column));
  return known === 0 ? undefined : free.find((column) => holds(column) * 2 > known);
}

/** Dates are left out: what they show is not read here. */
function hashOf(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain && value !== '' ? hashOfCell(reading(value, '')) : '';
}

/**
 * Marks the columns as those of an enrichment of this sheet. State comes last: whoever is cut short before finds the copy as it was.
 * Marks that came along are taken off, which need not succeed: where both stand, the new one counts.
 */
export function markCopy(sheet: Sheet, { placed }: Top, id: string, columns: Columns, isOwn: IsOwn): void {
  const inOrder = [...columns].sort(([a], [b]) => Number(a === 'state') - Number(b === 'state'));
  for (const [part, column] of inOrder)
    if (placed.get(`${id}/${part}`) !== column) markColumn(sheet, column, id, part);
  const at = new Set(columns.values());
  const others = [...placed].filter(([, column]) => at.has(column)).map(([place]) => idIn(place));
  for (const other of new Set(others)) if (other !== id && !isOwn(other)) releaseColumns(sheet, other, NONE);
}

const NONE: ReadonlySet<string> = new Set();
