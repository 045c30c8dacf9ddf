/** The runs that the enrichments of a sheet have had: from their receipts, and from what the ledgers say of who wrote each row. */
import type { Enrichment } from '../../enrichment/definition';
import { inUsd } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { type Places, places } from '../../sheet/layout';
import { parseState } from '../../sheet/ledger';
import { type ReadReceipt, receiptsIn } from '../../sheet/receipts';
import type { Sheet } from '../../sheet/spreadsheet';
import { allEnrichments } from '../record/enrichments';
import { type LastRun, lastIn } from '../record/last-run';
import { isLiveAmong, runsIn } from '../record/run';
import type { Services } from '../services';
import type { PastRun, PastRuns } from './past-types';

/** So many are listed: what is older is looked up in the sheet of receipts. */
const MOST = 200;

/** The runs of a sheet that have ended. Reads the receipts, and one column of each enrichment. */
export function pastRuns({ workbook, documents }: Services, sheetId: number): PastRuns {
  const sheet = workbook.sheetById(sheetId);
  if (!sheet) throw new Problem('sheet-gone');
  const properties = documents.all();
  const placed = places(sheet);
  const receipts = receiptsIn(workbook);
  const isLive = isLiveAmong(runsIn(properties));
  const ended = allEnrichments(documents)
    .filter((e) => e.sheetId === sheetId)
    .flatMap((e) => runsOf(e, writersIn(sheet, e, placed), receipts, lastIn(properties, e.id)))
    .filter(({ run }) => !isLive(run))
    .sort((a, b) => b.startedAt - a.startedAt);
  return { runs: ended.slice(0, MOST), more: Math.max(0, ended.length - MOST) };
}

/** What a receipt says counts for more than what the document has kept of the last run, and that for more than what rows say. */
function runsOf(
  e: Enrichment,
  wrote: ReadonlyMap<string, Wrote>,
  receipts: readonly ReadReceipt[],
  last: LastRun | undefined,
): PastRun[] {
  const runs = new Map<string, PastRun>();
  for (const [run, { rows, since, isRun }] of wrote)
    if (isRun) runs.set(run, { ...blank(e, run), rows, startedAt: since, left: rows });
  const known = receipts.filter((receipt) => isOf(receipt, e, wrote));
  for (const receipt of [...(last ? [receiptOfLast(last)] : []), ...known])
    runs.set(receipt.run, { ...told(e, receipt), left: wrote.get(receipt.run)?.rows ?? 0 });
  return [...runs.values()];
}

/** The rows whose ledger names a run. */
interface Wrote {
  readonly rows: number;
  /** When the first of them was written, in ms since 1970. */
  readonly since: number;
  /** A try that was written goes by the name of a run, but has asked nothing. */
  readonly isRun: boolean;
}

function writersIn(sheet: Sheet, { id }: Enrichment, placed: Places): Map<string, Wrote> {
  const wrote = new Map<string, Wrote>();
  const [column = 0, rows] = [placed.get(`${id}/state`), sheet.getLastRow()];
  if (column === 0 || rows === 0) return wrote;
  for (const [text] of sheet.getRange(1, column, rows, 1).getDisplayValues()) {
    const state = text ? parseState(text) : undefined;
    if (!state) continue;
    const { rows: before, since, isRun } = wrote.get(state.run) ?? { rows: 0, since: state.at, isRun: false };
    wrote.set(state.run, {
      rows: before + 1,
      since: Math.min(since, state.at),
      isRun: isRun || state.ordinal > 0,
    });
  }
  return wrote;
}

/** The ledger knows for certain; then the id counts. Receipts of earlier editions give no more than the name. */
function isOf(
  { run, enrichment, enrichmentId }: ReadReceipt,
  e: Enrichment,
  wrote: ReadonlyMap<string, Wrote>,
): boolean {
  return wrote.has(run) || (enrichmentId === '' ? enrichment === e.name : enrichmentId === e.id);
}

function blank({ id, name }: Enrichment, run: string): PastRun {
  return { id, name, run, startedAt: 0, rows: 0, answered: null, cost: null, note: '', left: 0 };
}

function told(e: Enrichment, { run, startedAt, rows, done, estimate, note }: Told): PastRun {
  return { ...blank(e, run), startedAt, rows, answered: done, cost: estimate ?? null, note };
}

type Told = Pick<ReadReceipt, 'run' | 'startedAt' | 'rows' | 'done' | 'estimate' | 'note'>;

/** A receipt that could not be written is kept with the document. */
function receiptOfLast({ run, answered, cost }: LastRun): Told {
  const { id, startedAt, rows, stopping } = run;
  return { run: id, startedAt, rows, done: answered, estimate: inUsd(cost), note: stopping ? 'Stopped' : '' };
}
