/**
 * Whoever looks sees right: a look that has read the rows anyway puts answers back beside the rows that a sort has parted from them, and
 * writes into Status which of the others are outdated.
 */
import type { Enrichment } from '../../enrichment/definition';
import { asProblem } from '../../enrichment/problem';
import type { PutRight } from '../../enrichment/sorted-words';
import { isOutdated } from '../../enrichment/status';
import { type Row, textIn } from '../../sheet/table';
import { ownAccount } from '../record/key';
import { checkLayout } from '../record/layout';
import { clearMark, leaveMark, type Mark } from '../record/marks';
import { liveRun } from '../record/run';
import type { Seen } from '../report/report';
import { apply } from '../rows/apply';
import { Job } from '../rows/job';
import { besideForeignLedgers } from '../rows/ledger-of-answer';
import { leftToNext } from '../rows/left-to-next';
import { renewedStatus } from '../rows/outdated';
import { partedRows } from '../rows/parted';
import { realign } from '../rows/realign';
import type { Services } from '../services';
import { ifNobodyIsAtIt } from '../turn';
import { asRun } from './as-run';

/** So many rows are marked by a look; where more have changed, the next run does it, which reads and writes them all. */
const MOST = 500;

const NOTHING: PutRight = { back: 0, marked: 0 };

/**
 * Puts right what was seen to be wrong. A run that goes on does so by itself. Nobody needs it to see the rest: where the document cannot
 * be had or written, nothing is said.
 */
export function lookOver(services: Services, e: Enrichment, { view, rows }: Seen): PutRight {
  const parted = partedRows(rows).length;
  const stale = rows.filter((row) => renewedStatus(view, row) !== undefined).length;
  const isForeign = besideForeignLedgers(view, rows).length > 0;
  if (parted === 0 && !isForeign && (stale === 0 || stale > MOST)) return NOTHING;
  try {
    return ifNobodyIsAtIt(services, ownAccount(services.user), () => looked(services, e)) ?? NOTHING;
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
    return NOTHING;
  }
}

/** Read anew, now that nobody else writes. */
function looked(services: Services, e: Enrichment): PutRight {
  const { documents, workbook } = services;
  const sheet = workbook.sheetById(e.sheetId);
  const properties = documents.all();
  checkLayout(documents, e, properties);
  if (!sheet || liveRun(properties, e.id)) return NOTHING;
  const job = new Job(asRun(services, e), e, sheet);
  const flush = (): void => workbook.flush();
  const { back, marked } = putBack(services, job, flush);
  return { back, marked: marked + markOutdated(job, flush) };
}

/**
 * Only what the machine wrote moves. Cut short, or where an answer is gone that somebody typed over, the mark stays: the next run then has
 * it from Linkup, for nothing.
 */
function putBack({ documents, newId }: Services, job: Job, flush: () => void): PutRight {
  const before = partedRows(job.rows).length;
  const foreign = besideForeignLedgers(job.view, job.rows);
  if (before + foreign.length === 0) return NOTHING;
  const { sheetId, id } = job.enrichment;
  const mark: Mark = { sheetId, by: newId(), enrichment: id };
  leaveMark(documents, mark);
  realign(job, flush, false);
  const lost = leftToNext(job.rows);
  if (lost.length === 0) clearMark(documents, mark);
  const marked = lost.length + outdatedAmong(job, foreign, lost);
  return { back: Math.max(0, before - lost.length), marked };
}

/** Of rows beside which a foreign ledger stood, those that were edited as well: none of them is lost. */
function outdatedAmong({ view, rows }: Job, foreign: readonly Row[], lost: readonly Row[]): number {
  const places = new Set(foreign.map(({ at }) => at));
  const stood = rows.filter((row) => places.has(row.at) && !lost.includes(row));
  return stood.filter(({ values }) => isOutdated(textIn(values, view.layout.status))).length;
}

/** How many rows were marked. */
function markOutdated(job: Job, flush: () => void): number {
  const find = () => job.rows.filter((row) => renewedStatus(job.view, row) !== undefined);
  const count = find().length;
  if (count > 0) apply(job, flush, find, (row) => renewedStatus(job.view, row));
  return count;
}
