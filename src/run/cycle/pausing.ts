/** Pausing: a run that can do nothing says why, and waits for a person or for better times. */
import type { Problem, ProblemCode } from '../../enrichment/problem';
import type { Run } from '../record/run';
import type { Job } from '../rows/job';

/** The run, with the reason why it does nothing. */
export function pausedBy(run: Run, { code, subject }: Problem): Run {
  return { ...run, paused: { code, subject } };
}

/** The same for a run that only a person can help: no trigger looks after it. */
export function waitingForPerson({ next: _, ...run }: Run, problem: Problem): Run {
  return pausedBy(run, problem);
}

/** A paused job with nothing in flight waits for a person. */
export function isIdle(job: Job): boolean {
  return job.run.paused !== undefined && (job.awaited.size === 0 || !canCollect(job.run));
}

/** A run that asks for no further row: it is stopped, or has used up what was agreed to. */
export function isClosed({ stopping, notAsked }: Run): boolean {
  return stopping === true || (notAsked !== undefined && notAsked.why !== 'unreadable');
}

const COLLECTING: readonly ProblemCode[] = [
  'no-credits',
  'budget-reached',
  'cap-reached',
  'type-not-enabled',
  'unrecognised',
  'refused-alike',
  'storage-full',
];

/** Without credits, answers under way still arrive; without a valid key nothing does. */
export function canCollect({ paused }: Run): boolean {
  return !paused || COLLECTING.includes(paused.code);
}
