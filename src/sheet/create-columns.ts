/**
 * Gives an enrichment its columns: outputs, Status, and the hidden ledger. Every step says how things should be and changes only what
 * is not, so that a press that was cut short is completed by doing it all again.
 */
import { type ColumnKind, headingOf, outputColumns, statusHeading } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { wholeColumns } from '../enrichment/letters';
import { carryDefinition } from './carrying';
import { bodyOf, colourStatus } from './colours';
import { dressCells } from './kind-dress';
import {
  headingRow,
  isTheirs,
  LEDGER_PARTS,
  type LedgerPart,
  markColumn,
  outputPart,
  ownPlaces,
  type Places,
  places,
  renewMarks,
  type Top,
} from './layout';
import { stretches } from './patches';
import { headingsOf } from './reading';
import { clipped, type Sheet } from './spreadsheet';

/** A column that an enrichment should have. */
export interface WantedColumn {
  readonly part: string;
  readonly heading: string;
  readonly holds: ColumnKind;
  /** Hidden, and of no use to people. */
  readonly isLedger: boolean;
  /** The person's own: marked, and left as it is. */
  readonly isTheirs: boolean;
}

/** Columns that are about to be inserted after a column, into a sheet of so many columns. */
export interface Insertion {
  readonly after: number;
  readonly count: number;
  readonly width: number;
}

/** What the headings of the hidden columns end in. */
export const LEDGER_HEADING: Record<Exclude<LedgerPart, 'status'>, string> = {
  state: 'state (Linkup, do not edit)',
  task: 'task (Linkup, do not edit)',
  question: 'question (Linkup, do not edit)',
};

const TEXT: ColumnKind = { kind: 'text' };

/** The columns of an enrichment, in the order in which they are created: the visible ones first. */
export function wantedColumns(e: Enrichment): WantedColumn[] {
  const outputs = outputColumns(e).map((output) => ({
    part: outputPart(output),
    heading: headingOf(output),
    holds: output,
    isLedger: false,
    isTheirs: output.fills !== undefined,
  }));
  const ledger = LEDGER_PARTS.map((part) => ({
    part,
    heading: part === 'status' ? statusHeading(e) : `${e.name} ${LEDGER_HEADING[part]}`,
    holds: TEXT,
    isLedger: part !== 'status',
    isTheirs: false,
  }));
  return [...outputs, ...ledger];
}

/**
 * Creates whatever is not there yet, and dresses it. `before` is what was saved until now. `note` is told what is about to be
 * inserted: until such a column is marked, it looks like anybody's. Returns the first of its columns where all of them are new.
 */
export function createColumns(
  sheet: Sheet,
  e: Enrichment,
  before: Enrichment | undefined,
  note: (insertion: Insertion) => void,
): number | undefined {
  renewMarks(sheet, before ?? e);
  const placed = places(sheet);
  placed.settleHeadings();
  const missing = missingColumns(placed, e);
  const isNew = missing.length === madeFor(e).length;
  const first = isNew ? append(sheet, e.id, missing, placed) : undefined;
  if (!isNew) {
    insert(
      sheet,
      e.id,
      missing.filter(({ isLedger }) => !isLedger),
      afterOutputs,
      note,
    );
    insert(
      sheet,
      e.id,
      missing.filter(({ isLedger }) => isLedger),
      afterAll,
      note,
    );
  }
  dress(sheet, e, before, new Set(missing.map(({ part }) => part)));
  return first;
}

/** The columns that are to be made for an enrichment and are not there. */
export function missingColumns(placed: Places, e: Enrichment): WantedColumn[] {
  const own = ownPlaces(e.id, placed);
  // A first edition's output is there under its part, and is marked anew before anything is created.
  const byPart = new Map(outputColumns(e).map((output) => [outputPart(output), String(output.part)]));
  return madeFor(e).filter(({ part }) => !own.has(part) && !own.has(byPart.get(part) ?? part));
}

function madeFor(e: Enrichment): WantedColumn[] {
  return wantedColumns(e).filter(({ isTheirs }) => !isTheirs);
}

/** The first column beside everything that is on a sheet, blank columns that are somebody's answers to be included. */
export function firstFree(lastColumn: number, placed: Places): number {
  return Math.max(lastColumn, ...placed.values()) + 1;
}

function append(sheet: Sheet, id: string, columns: readonly WantedColumn[], placed: Places): number {
  const first = firstFree(sheet.getLastColumn(), placed);
  const width = sheet.getMaxColumns();
  const shortBy = first + columns.length - 1 - width;
  if (shortBy > 0) sheet.insertColumnsAfter(width, shortBy);
  markAll(sheet, id, first, columns);
  return first;
}

function markAll(sheet: Sheet, id: string, first: number, columns: readonly WantedColumn[]): void {
  for (const [i, { part }] of columns.entries()) markColumn(sheet, first + i, id, part);
}

function insert(
  sheet: Sheet,
  id: string,
  columns: readonly WantedColumn[],
  where: (own: ReadonlyMap<string, number>) => number,
  note: (insertion: Insertion) => void,
): void {
  if (columns.length === 0) return;
  const own = [...ownPlaces(id, places(sheet))].filter(([part]) => !isTheirs(part));
  const after = where(new Map(own));
  note({ after, count: columns.length, width: sheet.getMaxColumns() });
  sheet.insertColumnsAfter(after, columns.length);
  markAll(sheet, id, after + 1, columns);
}

/** Behind the last output, or before Status and ledger where every output is gone. */
function afterOutputs(own: ReadonlyMap<string, number>): number {
  const outputs = [...own].filter(([part]) => part.startsWith('#')).map(([, column]) => column);
  return outputs.length > 0 ? Math.max(...outputs) : Math.max(1, Math.min(...own.values()) - 1);
}

function afterAll(own: ReadonlyMap<string, number>): number {
  return Math.max(...own.values());
}

/** Formats, headings, colours and what is hidden. Headings come last of what is new: one that is blank says that the rest may be missing. */
function dress(
  sheet: Sheet,
  e: Enrichment,
  before: Enrichment | undefined,
  created: ReadonlySet<string>,
): void {
  const placed = places(sheet);
  const [own, top] = [ownPlaces(e.id, placed), headingRow(placed)];
  const wanted = madeFor(e);
  const headings = created.size === wanted.length ? [] : headingsOf(sheet, placed);
  const saved = new Map(before ? wantedColumns(before).map((column) => [column.part, column]) : []);
  const columns = wanted.map((column) => {
    const at = own.get(column.part) ?? 0;
    const shown = headings[at - 1] ?? '';
    const isBare = created.has(column.part) || shown === '';
    return { ...column, at, shown, isBare, isNew: isBare || !saved.has(column.part) };
  });
  const bare = columns.filter(({ isBare }) => isBare).map(({ at }) => at);
  undress(sheet, bare, top);
  hideLedger(sheet, own);
  colourStatus(sheet, own.get('status') ?? 0, top);
  for (const { part, heading, holds, at, shown, isBare, isNew } of columns) {
    dressCells(() => bodyOf(sheet, at, top), holds, isNew ? undefined : saved.get(part)?.holds);
    if (!isNew && !follows(shown, heading, saved.get(part)?.heading)) continue;
    const cell = sheet.getRange(top, at).setValue(`'${heading}`);
    if (!isBare) cell.setFontWeight('bold');
  }
  carryDefinition(sheet, e, placed, created.has('state'));
}

/**
 * A new column has the formats and rules of the sheet or of its neighbour: plain text, where an apostrophe may stay and a number is
 * a text, or a dropdown that rejects headings and answers. What is nobody's yet begins without either, with a bold heading, and with
 * long answers cut off at the edge of their cells, for they would make its rows tall.
 */
function undress(sheet: Sheet, columns: readonly number[], top: number): void {
  for (const [first, last] of stretches(columns, 1)) {
    const whole = sheet.getRange(wholeColumns(first, last));
    whole.clearDataValidations().setNumberFormat('General').setWrapStrategy(clipped());
    sheet.getRange(top, first, 1, last - first + 1).setFontWeight('bold');
  }
}

/** A heading that nobody has changed is changed along with its name. */
function follows(shown: string, heading: string, saved: string | undefined): boolean {
  return shown !== heading && shown === saved;
}

/** The headings for people that a Save would write: of columns to be created, and of those that go by another name from now on. */
export function headingsToWrite(
  { headings, placed }: Top,
  e: Enrichment,
  before: Enrichment | undefined,
): string[] {
  const own = ownPlaces(e.id, placed);
  const missing = new Set(missingColumns(placed, e).map(({ part }) => part));
  const saved = new Map(before ? wantedColumns(before).map(({ part, heading }) => [part, heading]) : []);
  return madeFor(e)
    .filter(({ isLedger }) => !isLedger)
    .filter(({ part, heading }) => {
      const shown = headings[(own.get(part) ?? 0) - 1] ?? '';
      return missing.has(part) || follows(shown, heading, saved.get(part));
    })
    .map(({ heading }) => heading);
}

/** Ledger columns that stand together are hidden by one call. */
function hideLedger(sheet: Sheet, own: ReadonlyMap<string, number>): void {
  const hidden = LEDGER_PARTS.flatMap((part) => (part === 'status' ? [] : (own.get(part) ?? [])));
  for (const [first, last] of stretches(hidden, 1)) sheet.hideColumns(first, last - first + 1);
}
