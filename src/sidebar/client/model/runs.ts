/** What can be told from a run's progress: whether it lives, how far it is, how long until the next look. Pure. */
import type { Counts, Progress, Worked } from '../../protocol';

/** Shortest pause between two looks, in ms. */
const SHORT_PAUSE = 2_000;
/** Pause while nothing can happen, nobody looks, or the last look failed, in ms. */
const LONG_PAUSE = 10_000;

/** Whether the run goes on. */
export function isLive(progress: Progress): boolean {
  return progress.state !== 'ended';
}

/** Whether this person moves it forward. A colleague's run goes on with the colleague's key. */
export function isOwn(progress: Progress): boolean {
  return isLive(progress) && progress.by === '';
}

/** Progress by enrichment. */
export function progressById(progress: readonly Progress[]): { readonly [id: string]: Progress } {
  return Object.fromEntries(progress.map((each) => [each.id, each]));
}

/** What a run does that goes on: it is “running”, “paused” or “stopping”. */
export function goingWord({ state }: Progress): string {
  return state === 'working' ? 'running' : state;
}

/** Shortest rest after a look that took its time, in ms. */
const REST = 500;

/** How long to wait before the next look, in ms, where the last one took so many: looks are evenly apart, however slow Google is. */
export function pauseBefore(live: readonly Progress[], hidden: boolean, failed: boolean, took = 0): number {
  const idle = live.every(({ state }) => state === 'paused');
  return hidden || failed || idle ? LONG_PAUSE : Math.max(REST, SHORT_PAUSE - took);
}

/** How long to wait after work has ended, before more is tried, in ms. Where another execution is at it, that does what there is to do. */
export function pauseAfterWork(ended: Worked | 'failed'): number {
  return ended === 'working' ? SHORT_PAUSE : LONG_PAUSE;
}

/** Rows that are finished, one way or another. Outdated ones are: their answer has no row to go to. */
export function finished({ done, notFound, failed, expired, perhaps, outdated }: Counts): number {
  return done + notFound + failed + expired + perhaps + outdated;
}

/** Rows that Linkup has no more to say about, whether that is on the sheet yet or not. */
export function ended(counts: Counts): number {
  return finished(counts) + counts.come;
}

/** Finished rows in percent, or so many others, 0 to 100; 100 only when all are. */
export function percent(counts: Counts, rows = finished(counts)): number {
  if (counts.rows === 0) return 100;
  return Math.min(100, Math.floor((rows * 100) / counts.rows));
}

/**
 * A look that follows another one: what has come has come, though a script that knew of it was stopped before it could write it. It
 * comes once more, for nothing. At another step it was nothing that had come.
 */
export function following(before: Progress | undefined, now: Progress): Progress {
  if (before?.run !== now.run || before.steps !== now.steps || !isLive(now)) return now;
  const { counts } = now;
  const open = counts.running + counts.waiting;
  const lost = Math.min(open, before.counts.come, Math.max(0, ended(before.counts) - ended(counts)));
  if (lost === 0) return now;
  const running = Math.max(0, counts.running - lost);
  return { ...now, counts: { ...counts, come: counts.come + lost, running, waiting: open - lost - running } };
}
