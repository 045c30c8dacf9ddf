/** Whoever looks sees which answers are outdated: a look that has read the rows anyway writes that into their Status. */
import type { Enrichment } from '../../enrichment/definition';
import { asProblem } from '../../enrichment/problem';
import { ownAccount } from '../record/key';
import { checkLayout } from '../record/layout';
import { liveRun, type Seen } from '../report/report';
import { apply } from '../rows/apply';
import { Job } from '../rows/job';
import { renewedStatus } from '../rows/outdated';
import type { Services } from '../services';
import { ifNobodyIsAtIt } from '../turn';
import { asRun } from './as-run';

/** So many rows are marked by a look; where more have changed, the next run does it, which reads and writes them all. */
const MOST = 500;

/**
 * Marks the rows among those seen that were edited since they were answered. A run that goes on does so by itself. Nobody needs it to
 * see the rest: where the document cannot be had or written, nothing is said. How many rows were marked.
 */
export function markOutdated(services: Services, e: Enrichment, { view, rows }: Seen): number {
  const stale = rows.filter((row) => renewedStatus(view, row) !== undefined).length;
  if (stale === 0 || stale > MOST) return 0;
  try {
    return ifNobodyIsAtIt(services, ownAccount(services.user), () => marked(services, e)) ?? 0;
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
    return 0;
  }
}

/** Read anew, now that nobody else writes. */
function marked(services: Services, e: Enrichment): number {
  const { documents, workbook } = services;
  const sheet = workbook.sheetById(e.sheetId);
  checkLayout(documents, e);
  if (!sheet || liveRun(documents.all(), e.id)) return 0;
  const job = new Job(asRun(services, e), e, sheet);
  const find = () => job.rows.filter((row) => renewedStatus(job.view, row) !== undefined);
  const count = find().length;
  apply(
    job,
    () => workbook.flush(),
    find,
    (row) => renewedStatus(job.view, row),
  );
  return count;
}
