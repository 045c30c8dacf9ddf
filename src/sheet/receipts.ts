/** The “Linkup runs” sheet: one receipt per run, for people to read and sum up. */
import { asTextContent, type Content } from './cells';
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
  readonly enrichment: string;
  readonly rows: number;
  readonly asked: number;
  readonly done: number;
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

const COLUMNS: readonly (readonly [heading: string, content: (receipt: Receipt) => Content])[] = [
  ['Started (UTC)', (r) => asTextContent(r.startedAt)],
  ['Ended (UTC)', (r) => asTextContent(r.endedAt)],
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
  // Behind the run, where the receipts of the first edition end.
  ['Perhaps asked', (r) => r.perhaps],
];

/** How many columns Google gives a new sheet (November 2026). */
const NEW_WIDTH = 26;

const RUN_COLUMN = COLUMNS.findIndex(([heading]) => heading === 'Run') + 1;

/** Whether a sheet holds receipts, and no table of the person's. Renamed ones, and copies, are known by their headings. */
export function isReceipts(name: string, headings: readonly string[]): boolean {
  const known = COLUMNS.slice(0, RUN_COLUMN);
  return name === RECEIPTS || known.every(([heading], i) => headings[i] === heading);
}

/** Adds a receipt, once: a run whose receipt is there already gets no second one. */
export function addReceipt(workbook: Workbook, receipt: Receipt): void {
  const known = workbook.sheetNamed(RECEIPTS);
  const rows = known?.getLastRow() ?? 0;
  if (known && rows > 0 && hasReceipt(known, rows, receipt.run)) return;
  const sheet = known ?? workbook.addSheet(RECEIPTS);
  // An empty one may also be what a crash left between making the sheet and dressing it; a narrow one is the first edition's.
  if (rows === 0 || sheet.getLastColumn() < COLUMNS.length) dress(sheet, known === undefined);
  sheet.appendRow(COLUMNS.map(([, content]) => content(receipt)));
}

/** Who began a run, when, and with which enrichment, by its receipt: undefined where there is none. People may have edited it. */
export function receiptOf(
  workbook: Workbook,
  run: string,
): Pick<Receipt, 'startedAt' | 'by' | 'enrichment'> | undefined {
  const sheet = workbook.sheetNamed(RECEIPTS);
  const rows = sheet?.getLastRow() ?? 0;
  const row = sheet && rows > 0 ? receiptRow(sheet, rows, run) : 0;
  if (!sheet || row === 0) return undefined;
  const [startedAt = '', , by = '', enrichment = ''] =
    sheet.getRange(row, 1, 1, RUN_COLUMN).getDisplayValues()[0] ?? [];
  return { startedAt, by, enrichment };
}

function hasReceipt(sheet: Sheet, rows: number, run: string): boolean {
  return receiptRow(sheet, rows, run) > 0;
}

/** Where a run's receipt is, from 1; 0 for nowhere. */
function receiptRow(sheet: Sheet, rows: number, run: string): number {
  const runs = sheet.getRange(1, RUN_COLUMN, rows, 1).getDisplayValues();
  return runs.findIndex(([id]) => id === run) + 1;
}

/** Google makes sheets of 26 columns; whoever has one may have narrowed it. */
function dress(sheet: Sheet, isNew: boolean): void {
  const width = isNew ? NEW_WIDTH : sheet.getMaxColumns();
  if (width < COLUMNS.length) sheet.insertColumnsAfter(width, COLUMNS.length - width);
  const header = sheet.getRange(1, 1, 1, COLUMNS.length);
  header.setValues([COLUMNS.map(([heading]) => asTextContent(heading))]);
  header.setFontWeight('bold');
  sheet.setFrozenRows(1);
}
