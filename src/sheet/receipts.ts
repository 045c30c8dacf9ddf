/** The “Linkup runs” sheet: one receipt per run, for people to read and sum up. */
import { VERSION } from '../enrichment/version';
import { asTextContent, type Content } from './cells';
import { momentIn, shownMoment } from './moments';
import type { Sheet, Workbook } from './spreadsheet';

/** The sheet's name. */
export const RECEIPTS = 'Linkup runs';

/** What a receipt says. Money in USD; a balance is missing where Linkup did not tell. */
export interface Receipt {
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly by: string;
  /** Its name, and its id. */
  readonly enrichment: string;
  readonly enrichmentId: string;
  readonly rows: number;
  readonly asked: number;
  readonly done: number;
  /** Of these, rows of which a field came back empty. */
  readonly partial: number;
  readonly notFound: number;
  readonly failed: number;
  readonly expired: number;
  /** Rows that were asked or not: nobody can tell. */
  readonly perhaps: number;
  /** Rows that shared a question with another row of the run. */
  readonly shared: number;
  /** Rows that got a copy of an answer that was on the sheet. */
  readonly copied: number;
  readonly skipped: number;
  /** Price of what was answered, by Linkup's price list. */
  readonly estimate: number;
  readonly balanceBefore: number | undefined;
  readonly balanceAfter: number | undefined;
  readonly note: string;
}

/** A column: its heading, and what of a receipt stands in it. */
type Column = readonly [heading: string, content: (receipt: Receipt) => Content];

/** The columns of the first edition: sheets that are renamed, or copies, are known by these. */
const FIRST_COLUMNS = [
  ['Started (UTC)', (r) => asTextContent(shownMoment(r.startedAt))],
  ['Ended (UTC)', (r) => asTextContent(shownMoment(r.endedAt))],
  ['By', (r) => asTextContent(r.by)],
  ['Enrichment', (r) => asTextContent(r.enrichment)],
  ['Rows', (r) => r.rows],
  ['Questions asked', (r) => r.asked],
  ['Rows done', (r) => r.done],
  ['Not found', (r) => r.notFound],
  ['Failed', (r) => r.failed],
  ['Expired', (r) => r.expired],
  ['Shared a question', (r) => r.shared],
  ['Copied', (r) => r.copied],
  ['Skipped', (r) => r.skipped],
  ['Estimate (USD)', (r) => r.estimate],
  ['Balance before (USD)', (r) => r.balanceBefore ?? ''],
  ['Balance after (USD)', (r) => r.balanceAfter ?? ''],
  ['Note', (r) => asTextContent(r.note)],
  ['Run', (r) => asTextContent(r.run)],
] as const satisfies readonly Column[];

/** Those that later editions have added, behind them. */
const LATER_COLUMNS = [
  ['Perhaps asked', (r) => r.perhaps],
  ['Enrichment ID', (r) => asTextContent(r.enrichmentId)],
  ['With an empty field', (r) => r.partial],
  ['Version', () => asTextContent(VERSION)],
] as const satisfies readonly Column[];

const COLUMNS = [...FIRST_COLUMNS, ...LATER_COLUMNS] as const;

/** The heading of one of its columns. */
type Heading = (typeof COLUMNS)[number][0];

/** How many columns Google gives a new sheet (November 2026). */
const NEW_WIDTH = 26;

const KNOWN_BY: readonly string[] = FIRST_COLUMNS.map(([heading]) => heading);

/** A title may have been put above the headings: so far down they are looked for. */
const MOST_ABOVE = 10;

/** Whether a sheet holds receipts, and no table of the person's. Its columns may have been moved. */
export function isReceipts(name: string, headings: readonly string[]): boolean {
  return name === RECEIPTS || KNOWN_BY.every((heading) => headings.includes(heading));
}

/** Adds a receipt, once: a run whose receipt is there already gets no second one. */
export function addReceipt(workbook: Workbook, receipt: Receipt): void {
  const known = workbook.sheetNamed(RECEIPTS);
  const before = known && read(known);
  if (before?.lines.some((line) => textAt(before, line, 'Run') === receipt.run)) return;
  const sheet = known ?? workbook.addSheet(RECEIPTS);
  const at = dress(sheet, before, known === undefined);
  const width = Math.max(...at.values()) + 1;
  const cells = Array.from({ length: width }, (): Content => '');
  for (const [heading, content] of COLUMNS) cells[at.get(heading) ?? width] = content(receipt);
  sheet.appendRow(cells);
}

/** Takes back the receipt of a run that was just added: the last one where there are several; `alsoOnly`: one that is alone, too. */
export function takeBackReceipt(workbook: Workbook, run: string, alsoOnly: boolean): void {
  const sheet = workbook.sheetNamed(RECEIPTS);
  const table = sheet && read(sheet);
  if (!table) return;
  const places = table.lines.flatMap((line, i) => (textAt(table, line, 'Run') === run ? [i] : []));
  const last = places[places.length - 1];
  if (last !== undefined && (alsoOnly || places.length > 1)) sheet.deleteRow(table.top + 1 + last);
}

/** A receipt as it is read again. People may have edited it: what cannot be read is blank, or 0. */
export type ReadReceipt = Pick<
  Receipt,
  'run' | 'by' | 'enrichment' | 'enrichmentId' | 'note' | 'rows' | 'done'
> & {
  /** In ms since 1970. */
  readonly startedAt: number;
  /** In USD; undefined where there is none. */
  readonly estimate: number | undefined;
};

/** All receipts, in the order of their sheet. None where there is no such sheet. */
export function receiptsIn(workbook: Workbook): ReadReceipt[] {
  const sheet = workbook.sheetNamed(RECEIPTS);
  const table = sheet && read(sheet);
  return table ? table.lines.map((line) => receiptIn(table, line)).filter(({ run }) => run !== '') : [];
}

/** The receipt of a run; undefined where there is none. */
export function receiptOf(workbook: Workbook, run: string): ReadReceipt | undefined {
  return receiptsIn(workbook).find((receipt) => receipt.run === run);
}

/** The sheet as it was read. */
interface Table {
  /** The row of headings, from 1. */
  readonly top: number;
  readonly headings: readonly string[];
  /** From 0. */
  readonly at: ReadonlyMap<string, number>;
  readonly lines: readonly (readonly unknown[])[];
}

/** Columns are found by their headings, wherever a person has moved them. Undefined for a blank sheet. */
function read(sheet: Sheet): Table | undefined {
  const rows: readonly (readonly unknown[])[] = sheet.getDataRange().getValues();
  if (rows.length <= 1 && rows.every((cells) => cells.every((value) => value === ''))) return undefined;
  const found = rows.slice(0, MOST_ABOVE).findIndex(areHeadings);
  const top = Math.max(0, found);
  const headings = (rows[top] ?? []).map(String);
  // Of two that are called the same the first counts.
  const at = new Map([...headings.entries()].reverse().map(([i, heading]) => [heading, i]));
  return { top: top + 1, headings, at, lines: rows.slice(top + 1) };
}

/** Some of its columns may have been deleted or renamed. */
function areHeadings(cells: readonly unknown[]): boolean {
  return KNOWN_BY.filter((heading) => cells.includes(heading)).length >= KNOWN_BY.length / 2;
}

function textAt(table: Table, line: readonly unknown[], heading: Heading): string {
  return String(line[table.at.get(heading) ?? -1] ?? '');
}

function numberAt(table: Table, line: readonly unknown[], heading: Heading): number | undefined {
  const value = line[table.at.get(heading) ?? -1];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function receiptIn(table: Table, line: readonly unknown[]): ReadReceipt {
  return {
    run: textAt(table, line, 'Run'),
    startedAt: momentIn(textAt(table, line, 'Started (UTC)')),
    by: textAt(table, line, 'By'),
    enrichment: textAt(table, line, 'Enrichment'),
    enrichmentId: textAt(table, line, 'Enrichment ID'),
    rows: numberAt(table, line, 'Rows') ?? 0,
    done: numberAt(table, line, 'Rows done') ?? 0,
    estimate: numberAt(table, line, 'Estimate (USD)'),
    note: textAt(table, line, 'Note'),
  };
}

/**
 * Gives a sheet the headings that it lacks, behind what is there, and says where each of them is, from 0. All of them are lacking in a new
 * one, and in what a crash left between making the sheet and dressing it; some in that of an earlier edition.
 */
function dress(sheet: Sheet, before: Table | undefined, isNew: boolean): ReadonlyMap<string, number> {
  const { top, headings } = before ?? { top: 1, headings: [] };
  const lacking = COLUMNS.map(([heading]) => heading).filter((heading) => !before?.at.has(heading));
  const at = new Map([
    ...(before?.at ?? []),
    ...lacking.map((heading, i) => [heading, headings.length + i] as const),
  ]);
  if (lacking.length === 0) return at;
  const [width, needed] = [isNew ? NEW_WIDTH : sheet.getMaxColumns(), headings.length + lacking.length];
  if (width < needed) sheet.insertColumnsAfter(width, needed - width);
  const header = sheet.getRange(top, headings.length + 1, 1, lacking.length);
  header.setValues([lacking.map(asTextContent)]);
  header.setFontWeight('bold');
  if (!before) sheet.setFrozenRows(1);
  return at;
}
