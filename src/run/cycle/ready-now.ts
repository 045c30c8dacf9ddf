/** A chain as it stands in one reading: what a run waits for was agreed to with it, whatever its columns are called by now. */
import { unlessProblem } from '../../enrichment/problem';
import type { Reading } from '../../sheet/reading';
import { viewOf } from '../../sheet/table';
import { enrichmentById } from '../record/enrichments';
import type { Run } from '../record/run';
import type { Job } from '../rows/job';
import { type Link, Ready } from '../rows/ready';
import { earlierOf } from './earlier';
import type { Execution } from './execution';
import { isClosed } from './pausing';

/**
 * Which rows are ready for a run, of those in a reading; `live` are the runs on record. `asMeant`: as if none of these had been closed, to
 * tell what they would have asked.
 */
export function readyIn(
  execution: Execution,
  job: Job,
  reading: Reading,
  live: readonly Run[],
  asMeant = false,
): Ready {
  const { documents } = execution.services;
  const links = earlierOf(execution, job).flatMap(({ enrichment, run: id }): Link[] => {
    const other = execution.jobs.find(({ run }) => run.id === id);
    const e = other?.enrichment ?? enrichmentById(documents, enrichment);
    const run = other?.run ?? live.find((each) => each.id === id);
    return e ? [linkIn(reading, { e, id, run, other }, asMeant)] : [];
  });
  return new Ready(links, usesAgreed(execution, job, live), job.sheet, (id) =>
    live.some((run) => run.id === id),
  );
}

interface Known {
  readonly e: Link['e'];
  readonly id: string;
  /** Undefined where it has ended. */
  readonly run: Run | undefined;
  /** Where it is at work in this execution. */
  readonly other: Job | undefined;
}

function linkIn(reading: Reading, { e, id, run, other }: Known, asMeant: boolean): Link {
  const view = unlessProblem(() => viewOf(e, reading));
  const rows = new Map(view?.rows(reading).map((row) => [row.at, row]));
  const admits = run !== undefined && (asMeant || !isClosed(run));
  const answers = other && { answers: other.answers };
  return { e, view, rows, run: id, isLive: run !== undefined, admits, asMeant, ...answers };
}

/** By enrichment, those that its run waits for. One that somebody else pays for by now takes nothing more, and waits for none. */
function usesAgreed(
  execution: Execution,
  job: Job,
  live: readonly Run[],
): ReadonlyMap<string, readonly string[]> {
  const after = earlierOf(execution, job);
  const runs = live.filter(({ id }) => id === job.run.id || after.some(({ run }) => run === id));
  return new Map(
    runs.map((run) => [run.enrichment, earlierOf(execution, { run }).map(({ enrichment }) => enrichment)]),
  );
}
