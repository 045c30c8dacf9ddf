/** How long the rest of a run takes: by its own pace, or it is not said. Pure. */
import type { Enrichment } from '../../enrichment/definition';
import type { Counts } from '../record/counts';
import type { Run } from '../record/run';
import type { SoFar } from '../record/so-far';

/** A pace is believed for so long, in ms: what comes no more has none. */
const BELIEVED = 60_000;

/** Rows that have ended, from which on a run's time from its start says something: some, and a share of all, for the first answers take a while. */
const ENOUGH = 5;
const SHARE = 1 / 4;

/** Rows that Linkup has no more to say about, on the sheet or not. */
export function ended({ rows, running, waiting }: Counts): number {
  return rows - running - waiting;
}

/**
 * How long a row of a run takes, in ms; 0 where that cannot be told: as whoever works on it has told of late. Where nobody has since
 * the record was kept, by the time since the run began.
 */
export function msPerRow(
  { startedAt, looked = 0 }: Pick<Run, 'startedAt' | 'looked'>,
  counts: Counts,
  soFar: SoFar | undefined,
  now: number,
): number {
  if (soFar && now - soFar.at <= BELIEVED) return soFar.msPerRow;
  const gone = ended(counts);
  const isTold = gone >= Math.max(ENOUGH, counts.rows * SHARE) && !(soFar && soFar.at >= looked);
  return isTold ? (now - startedAt) / gone : 0;
}

/** How long the rest takes, in ms; 0 where that is unknown. Of research the first say nothing of the last: all are asked at once, until some wait. */
export function expectedMs(e: Enrichment, counts: Counts, eachMs: number): number {
  if (e.type === 'research' && counts.waiting === 0) return 0;
  return Math.round((counts.running + counts.waiting) * eachMs);
}
