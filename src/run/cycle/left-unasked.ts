/** A run of a chain that ends before its time, or after one that did: its rows that were never asked say why, and the run how many they are. */
import { isTaken } from '../../enrichment/selection';
import type { Properties } from '../../platform/properties';
import { readTable } from '../../sheet/reading';
import type { Row } from '../../sheet/table';
import type { NotAsked } from '../record/counts';
import { lastIn } from '../record/last-run';
import { isLiveAmong, type Run, runsIn } from '../record/run';
import { candidatesAmong } from '../rows/candidates';
import type { Job } from '../rows/job';
import { unmetIn } from '../rows/only-if';
import type { Ready } from '../rows/ready';
import { withUnfed } from './admit';
import { tellBeside, whySkipped } from './beside-rows';
import { earlierOf } from './earlier';
import type { Execution } from './execution';
import { isClosed } from './pausing';
import { readyIn } from './ready-now';
import { RELEASED } from './waiting-rows';

/** Looks at the whole table once; at nothing where no run of a chain was closed. Safe to be repeated. */
export function leaveUnasked(execution: Execution, job: Job): void {
  if (earlierOf(execution, job).length === 0) return;
  const properties = execution.services.documents.all();
  const live = runsIn(properties);
  const why = whyClosed(execution, job, properties, live);
  if (why === undefined) return;
  const reading = readTable(job.sheet);
  const seen = job.view.rows(reading);
  job.renew(seen);
  const ready = readyIn(execution, job, reading, live, true);
  const isLeft = leftIn(job, seen, ready, isLiveAmong(live));
  const skipped = seen.filter((row) => isOthers(job, row) && whySkipped(job, row, ready) !== undefined);
  tellBeside(execution, job, (row) =>
    isOthers(job, row)
      ? (whySkipped(job, row, ready) ?? (isLeft(row) ? RELEASED[why] : undefined))
      : undefined,
  );
  job.run = withLeft(withUnfed(job.run, skipped.length), why);
}

/** Why the run, or one that it waited for, asked no further row. */
function whyClosed(
  execution: Execution,
  job: Job,
  properties: Properties,
  live: readonly Run[],
): NotAsked['why'] | undefined {
  const earlier = earlierOf(execution, job).flatMap(({ enrichment, run: id }): Run[] => {
    const ended = lastIn(properties, enrichment)?.run;
    const found = live.find((run) => run.id === id) ?? (ended?.id === id ? ended : undefined);
    return found ? [found] : [];
  });
  const closed = [job.run, ...earlier].find(isClosed);
  return closed && (closed.notAsked?.why ?? 'stopped');
}

function isOthers({ run }: Job, { ledger }: Row): boolean {
  return ledger.state?.run !== run.id;
}

/** Which rows would have been asked, now or once they had what they waited for. */
function leftIn(
  job: Job,
  seen: readonly Row[],
  ready: Ready,
  isLive: (run: string) => boolean,
): (row: Row) => boolean {
  const { id } = job.enrichment;
  const unmet = unmetIn(job.view, seen, job.sheet, 'fill');
  const candidates = candidatesAmong(seen, job.answers, isLive, () => true, { unmet });
  const taken = new Set(candidates.filter((each) => isTaken(each, 'fill')).map(({ at }) => at));
  return ({ at }) => ready.waits(id, at) || (ready.isHeld(id, at) && (taken.has(at) || !ready.isFed(id, at)));
}

/** Those that were let go before count along. */
function withLeft({ later = 0, ...run }: Run, why: NotAsked['why']): Run {
  const rows = (run.notAsked?.rows ?? 0) + Math.max(0, later - (run.unfed ?? 0));
  return rows > 0 ? { ...run, notAsked: { rows, why } } : run;
}
