/** Where an enrichment's columns are. Each is found by metadata bound to the column, never by position or heading. */
import { type OutputColumn, outputColumns } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { wholeColumns } from '../enrichment/letters';
import { Problem } from '../enrichment/problem';
import { lastFrozenRow } from './frozen';
import { stretches } from './patches';
import { projectVisibility, type Sheet } from './spreadsheet';

/**
 * The metadata key; its value is `<enrichment id>/<part>`, which for an output is `<enrichment id>/#<slot>`, or `<enrichment id>/@<slot>`
 * where the column is the person's own: so that no one ever deletes it, whatever becomes of the definition.
 */
const KEY = 'linkup';

/** The columns that are not outputs, in the order in which they are created. */
export const LEDGER_PARTS = ['status', 'state', 'task', 'question'] as const;

/** One of them. */
export type LedgerPart = (typeof LEDGER_PARTS)[number];

/** An output column and where it is now. */
export interface PlacedOutput {
  readonly column: OutputColumn;
  /** From 1. */
  readonly at: number;
}

/** Columns from 1. Output columns that a person deleted are not in it; neither is a deleted Status (then 0). */
export interface Layout {
  readonly outputs: readonly PlacedOutput[];
  readonly status: number;
  readonly state: number;
  readonly task: number;
  readonly question: number;
}

/** Where every one of our columns on a sheet is now: from `<enrichment id>/<part>` to the column, from 1. */
export interface Places extends ReadonlyMap<string, number> {
  /** The row of headings, from 1, which all enrichments of a sheet share. Missing for row 1. */
  readonly headingRow?: number;
}

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/** The value of the metadata on a row of headings that is not row 1: it goes along when rows are inserted above. */
const HEADINGS = 'headings';

/** Places as they were found. */
class Found extends Map<string, number> implements Places {
  private mark: { readonly row: number; readonly metadata: Metadata } | undefined;
  private frozen: number | undefined;

  constructor(private readonly sheet: Sheet) {
    super();
  }

  add(metadata: Metadata): void {
    const location = metadata.getLocation();
    const column = location.getColumn()?.getColumn();
    const value = metadata.getValue();
    if (column && value && !this.has(value)) this.set(value, column);
    if (value !== HEADINGS) return;
    const row = location.getRow()?.getRow();
    if (row) this.mark = { row, metadata };
  }

  /** Once there are columns of ours it stays, whatever is frozen. */
  get headingRow(): number {
    if (this.size > 0) return this.mark?.row ?? 1;
    this.frozen ??= lastFrozenRow(this.sheet);
    return this.frozen;
  }

  /** Before the first column is marked: notes which row it is. */
  settleHeadings(): void {
    const row = this.headingRow;
    if (this.size > 0 || (this.mark?.row ?? 1) === row) return;
    this.dropMark();
    if (row > 1)
      this.sheet.getRange(`${row}:${row}`).addDeveloperMetadata(KEY, HEADINGS, projectVisibility());
  }

  /** After the last column is gone: the note goes too. */
  leaveHeadings(): void {
    if (this.size === 0) this.dropMark();
  }

  private dropMark(): void {
    this.mark?.metadata.remove();
    this.mark = undefined;
  }
}

/** Reads the metadata of a sheet's columns, and of its row of headings. */
export function places(sheet: Sheet): Found {
  const found = new Found(sheet);
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(KEY).find()) found.add(metadata);
  return found;
}

/** The row of headings, from 1. */
export function headingRow({ headingRow: row = 1 }: Places): number {
  return row;
}

/** The layout of an enrichment. Throws `columns-missing` when a ledger column is gone. */
export function layoutOf(e: Enrichment, placed: Places): Layout {
  const at = (part: string): number => placed.get(`${e.id}/${part}`) ?? 0;
  const missing = LEDGER_PARTS.filter((part) => part !== 'status' && !at(part));
  if (missing.length > 0) throw new Problem('columns-missing', missing.join(', '));
  const outputs = outputColumns(e)
    .map((column) => ({ column, at: outputAt(e, column, placed) }))
    .filter((output) => output.at > 0);
  return { outputs, status: at('status'), state: at('state'), task: at('task'), question: at('question') };
}

/** The columns of a layout that are there, from 1, from left to right. */
export function ownColumns({ outputs, status, state, task, question }: Layout): number[] {
  const columns = [...outputs.map(({ at }) => at), status, state, task, question];
  return columns.filter((at) => at > 0).sort((a, b) => a - b);
}

/** The same in blocks of neighbours: the first and the last of each. */
export function ownBlocks(layout: Layout): (readonly [first: number, last: number])[] {
  return stretches(ownColumns(layout), 1);
}

/** Where an output is, from 1, or 0: by its slot, or by its part as the first edition marked it. */
export function outputAt({ id }: Enrichment, output: OutputColumn, placed: Places): number {
  const own = output.fills ? undefined : placed.get(`${id}/${output.part}`);
  return placed.get(`${id}/${outputPart(output)}`) ?? own ?? 0;
}

/** What an output's metadata says after the enrichment's id. */
export function outputPart({ slot, fills }: OutputColumn): string {
  return fills ? `@${slot}` : slotPart(slot);
}

/** The same for a column of the enrichment's own. */
function slotPart(slot: string): string {
  return `#${slot}`;
}

/** The slot of an output column that was made for an enrichment, by what metadata says after its id; undefined for any other part. */
export function slotIn(part: string): string | undefined {
  return part.startsWith(slotPart('')) ? part.slice(slotPart('').length) : undefined;
}

/** Whether a part, as metadata says it after the enrichment's id, is a column of the person's own. */
export function isTheirs(part: string): boolean {
  return part.startsWith('@');
}

/** What a mark says after the enrichment's id: all of it, for a field of the first edition may be called "HQ/state". */
export function partIn(place: string): string {
  return place.slice(place.indexOf('/') + 1);
}

/** Whether a mark is on a column that serves the machine alone: Status or ledger. */
export function isMachines(place: string): boolean {
  return LEDGER_PARTS.some((part) => part === partIn(place));
}

/** The columns, from 1, that were made for an enrichment: their words are never a person's. */
export function madeColumns(placed: Places): Set<number> {
  const made = [...placed].filter(([place]) => !isTheirs(partIn(place)));
  return new Set(made.map(([, column]) => column));
}

/** The columns of one enrichment: from part to column, from 1. */
export function ownPlaces(id: string, placed: Places): Map<string, number> {
  const prefix = `${id}/`;
  const own = [...placed].filter(([place]) => place.startsWith(prefix));
  // A part may hold slashes itself, as a field called "revenue/employee" did in the first edition.
  return new Map(own.map(([place, column]) => [place.slice(prefix.length), column]));
}

/** The headings up to the last column, and which columns are whose. */
export interface Top {
  readonly headings: readonly string[];
  readonly placed: Places;
}

/**
 * The headings as an enrichment's question sees them: its own columns are blank, so that `{{Country}}` means the person's
 * column even where a column of answers is called the same.
 */
export function headingsToAsk({ id }: Enrichment, headings: readonly string[], placed: Places): string[] {
  const own = new Set(ownPlaces(id, placed).values());
  return headings.map((heading, i) => (own.has(i + 1) ? '' : heading));
}

/** Marks a column as one of an enrichment's. Google takes metadata only on a whole column. */
export function markColumn(sheet: Sheet, column: number, id: string, part: string): void {
  sheet.getRange(wholeColumns(column)).addDeveloperMetadata(KEY, `${id}/${part}`, projectVisibility());
}

/** Takes the marks off those columns of an enrichment that are not wanted any more: they become the person's own. */
export function releaseColumns(sheet: Sheet, id: string, wanted: ReadonlySet<string>): void {
  for (const { metadata, part } of marksOf(sheet, id)) if (!wanted.has(part)) metadata.remove();
}

/** Takes one mark off its column. */
export function releaseColumn(sheet: Sheet, id: string, gone: string): void {
  for (const { metadata, part } of marksOf(sheet, id)) if (part === gone) metadata.remove();
}

/** Takes every mark off a sheet, that of its headings too: all of its columns are the person's own then. */
export function releaseAll(sheet: Sheet): void {
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(KEY).find()) metadata.remove();
}

/** Marks of the first edition, which name a part, become those of the slots that the parts have. */
export function renewMarks(sheet: Sheet, e: Enrichment): void {
  const slots = new Map(outputColumns(e).map(({ part, slot }) => [String(part), slot]));
  for (const { metadata, part } of marksOf(sheet, e.id)) {
    const slot = slots.get(part);
    if (slot !== undefined) metadata.setValue(`${e.id}/${slotPart(slot)}`);
  }
}

type Mark = { metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata; part: string };

function marksOf(sheet: Sheet, id: string): Mark[] {
  const all = sheet.createDeveloperMetadataFinder().withKey(KEY).find();
  return all.flatMap((metadata) => {
    const value = metadata.getValue() ?? '';
    return value.startsWith(`${id}/`) ? [{ metadata, part: value.slice(id.length + 1) }] : [];
  });
}
