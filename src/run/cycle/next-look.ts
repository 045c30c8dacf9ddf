/** When an execution looks again, when it leaves that to the trigger, and how soon the trigger is needed. Waiting is cheap. */
import type { TaskType } from '../../enrichment/options';
import { durationOf } from '../../linkup/durations';
import type { Often } from '../../platform/triggers';
import type { Run, Trouble } from '../record/run';
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { isOverdue } from './overdue';

const MINUTE = 60_000;

/** How long an execution that nobody watches stays while nothing comes, in ms. */
const STAY = 30_000;

/** Longest between two looks of the trigger, in ms; while questions wait for a place in Linkup's queue, it is sooner. */
export const LONGEST = 30 * MINUTE;
const LONGEST_FOR_A_PLACE = 8 * MINUTE;

/** From so long on the trigger need not fire every minute, in ms. */
const SELDOM_FROM = 10 * MINUTE;

/** Milliseconds to wait before the next cycle. */
export function nextPause({ jobs, pace, progress, collector }: Execution): number {
  const types = jobs.filter(({ awaited }) => awaited.size > 0).map(({ asked }) => asked.type);
  if (collector.isBehind && pace.isWell && types.length > 0) return pace.untilList();
  return pace.next(new Set<TaskType>(types), progress);
}

/** Whether a trigger had better look once and leave: only research or overdue tasks are in flight, or nothing has come for a while. */
export function isWaiting(execution: Execution): boolean {
  const { jobs, services, movedAt } = execution;
  const now = services.clock.now();
  const moved = Math.max(movedAt ?? 0, ...jobs.map(({ run }) => run.moved ?? run.startedAt));
  return now - moved > STAY || areSlow(execution);
}

/** Whether what is in flight takes minutes anyway: staying for it would only use up the trigger's day. */
export function areSlow({ jobs, services }: Execution): boolean {
  const now = services.clock.now();
  return jobs.every((job) => isSlow(job, now));
}

function isSlow(job: Job, now: number): boolean {
  if (job.hasReserved()) return false;
  return (
    job.asked.type === 'research' || [...job.awaited.values()].every((each) => isOverdue(job, each, now))
  );
}

/** When the trigger should look after a run again, in ms since 1970: the longer nothing has come, the later. */
export function nextLook(job: Job, now: number): number {
  const { run, asked } = job;
  if (run.trouble) return afterTrouble(run.trouble, now);
  const [, typical] = durationOf(asked);
  const idle = now - (run.moved ?? run.startedAt) - typical;
  const longest = job.hasReserved() ? LONGEST_FOR_A_PLACE : LONGEST;
  return now + Math.round(Math.max(0, Math.min(idle / 2, longest)));
}

/** While something goes wrong again and again: the longer it has lasted, the later. */
export function afterTrouble({ since }: Trouble, now: number): number {
  return now + Math.min(now - since, LONGEST);
}

/**
 * Whether it is too early for the trigger to look after any of these runs. A trigger is never quite on time. A paused run has a next
 * look while answers to it are under way: they were paid for, and Linkup keeps them for a day.
 */
export function isEarly(runs: readonly Run[], now: number): boolean {
  return runs.every(({ next, ...run }) => (next === undefined ? isLeft(run) : next > now + MINUTE / 2));
}

/** Whether a run without a next look waits for a person, itself or with those whose answers it waits for. */
export function isLeft({ paused, waitsFor }: Pick<Run, 'paused' | 'waitsFor'>): boolean {
  return paused !== undefined || waitsFor !== undefined;
}

/** How often the trigger must fire for these runs. */
export function paceFor(runs: readonly Run[], now: number): Often {
  return runs.every(({ next }) => (next ?? 0) > now + SELDOM_FROM) ? 'seldom' : 'often';
}
