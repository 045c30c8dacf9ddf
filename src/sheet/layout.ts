/** Where an enrichment's columns are. Each is found by metadata bound to the column, never by position or heading. */
import { type OutputColumn, outputColumns } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { Problem } from '../enrichment/problem';
import { projectVisibility, type Sheet } from './spreadsheet';

/** The metadata key; its value is `<enrichment id>/<part>`. */
const KEY = 'linkup';

/** The columns that are not outputs, in the order in which they are created. */
export const LEDGER_PARTS = ['status', 'state', 'task', 'question'] as const;

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
export type Places = ReadonlyMap<string, number>;

/** Reads the metadata of a sheet's columns. */
export function places(sheet: Sheet): Places {
  const found = new Map<string, number>();
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(KEY).find()) {
    const column = metadata.getLocation().getColumn()?.getColumn();
    const value = metadata.getValue();
    if (column && value && !found.has(value)) found.set(value, column);
  }
  return found;
}

/** The layout of an enrichment. Throws `columns-missing` when a ledger column is gone. */
export function layoutOf(e: Enrichment, placed: Places): Layout {
  const at = (part: string): number => placed.get(`${e.id}/${part}`) ?? 0;
  const missing = LEDGER_PARTS.filter((part) => part !== 'status' && !at(part));
  if (missing.length > 0) throw new Problem('columns-missing', missing.join(', '));
  const outputs = outputColumns(e)
    .map((column) => ({ column, at: at(column.part) }))
    .filter((output) => output.at > 0);
  return { outputs, status: at('status'), state: at('state'), task: at('task'), question: at('question') };
}

/**
 * Row 1 as an enrichment's question sees it: its own columns are blank in it, so that `{{Country}}` means the person's
 * column even where a column of answers is called the same.
 */
export function headingsToAsk(e: Enrichment, headings: readonly string[], placed: Places): string[] {
  const parts = [...outputColumns(e).map(({ part }) => part), ...LEDGER_PARTS];
  const own = new Set(parts.map((part) => placed.get(`${e.id}/${part}`)));
  return headings.map((heading, i) => (own.has(i + 1) ? '' : heading));
}

/** Marks a column as one of an enrichment's. Google takes metadata only on a whole column, named like "D:D". */
export function markColumn(sheet: Sheet, column: number, e: Enrichment, part: string): void {
  const letters = columnLetters(column);
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(KEY, `${e.id}/${part}`, projectVisibility());
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Takes the marks off those columns of an enrichment that it no longer has: they become the person's own. Returns what parts remain. */
export function keepColumns(sheet: Sheet, e: Enrichment, wanted: ReadonlySet<string>): Set<string> {
  const kept = new Set<string>();
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(KEY).find()) {
    const value = metadata.getValue() ?? '';
    if (!value.startsWith(`${e.id}/`)) continue;
    // A part may hold slashes itself, as a field called "revenue/employee" in a person's own schema does.
    const part = value.slice(e.id.length + 1);
    if (wanted.has(part)) kept.add(part);
    else metadata.remove();
  }
  return kept;
}
