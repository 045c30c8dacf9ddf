/** Settling: when the outcome of a POST is unknown, Linkup's own list says what arrived. Nothing is ever sent again on suspicion. */
import { questionOf } from '../../enrichment/question';
import { type Linkup, MAX_PAGE } from '../../linkup/client';
import { findTasks } from '../../linkup/find';
import type { Task } from '../../linkup/types';
import { type Agreements, sealOf } from '../record/agreement';
import { postOf } from '../record/run';
import type { Job, Reserved } from '../rows/job';
import { noteCreated } from './submit';

/** Linkup's clock and Google's may differ by this much, in ms. */
const SKEW = 2 * 60_000;

/** After an unclear answer to our own POST: how long it may still take effect, in ms. */
const OWN_GRACE = 90_000;

/** After another execution's POST: it may be about to send until Google's six minutes are over, and then take effect. */
const FOREIGN_GRACE = 6 * 60_000 + OWN_GRACE;

/** Most pages of 100 that are read back. */
const MAX_PAGES = 50;

/** Pages read back after a refusal: should Linkup have taken a part all the same, it is among the newest. */
const REFUSED_PAGES = 3;

/** What an execution knows of the POST that left questions unsettled. */
export interface Circumstances {
  readonly agreements: Agreements;
  readonly execution: string;
  readonly now: number;
  /** The POST was answered with a refusal: what is not in the list now will not come. */
  readonly refused: boolean;
}

/** Adopts what is in the list, and gives the rest free to be asked again once it is certainly absent. True when all is settled. */
export function settle(job: Job, linkup: Linkup, circumstances: Circumstances): boolean {
  const unsettled = job.unsettled();
  if (unsettled.length === 0) return settled(job, [], circumstances);
  const since = intentOf(job, unsettled);
  const pages = since !== undefined && circumstances.refused ? REFUSED_PAGES : MAX_PAGES;
  const sought = unsettled.map(({ text }) => ({ question: questionOf(job.enrichment, text) }));
  const found = findTasks(sought, createdSince(linkup, since ?? job.run.startedAt, pages), (id) =>
    job.awaited.has(id),
  );
  const absent = unsettled.filter((reserved, i) => {
    const task = found[i];
    if (typeof task === 'object') noteCreated(job, reserved, task);
    return !task;
  });
  return absent.length === 0 || certainlyAbsent(job, circumstances)
    ? settled(job, absent, circumstances)
    : false;
}

/** When these questions were sent, if all of them are of the last intent; others lost their ids some time in the run. */
function intentOf({ run: { intent } }: Job, unsettled: readonly Reserved[]): number | undefined {
  return unsettled.every(({ ordinal }) => intent?.ordinals.includes(ordinal)) ? intent?.at : undefined;
}

/** Every task that Linkup lists as created since a moment of Google's clock, in ms; newest first, at most so many pages. */
export function createdSince(linkup: Linkup, moment: number, pages = MAX_PAGES): Task[] {
  const since = moment - SKEW;
  const tasks: Task[] = [];
  for (let page = 1; page <= pages; page++) {
    const listed = linkup.list({ sortBy: 'createdAt', page, pageSize: MAX_PAGE, statuses: [] });
    tasks.push(...listed.tasks.filter((task) => Date.parse(task.createdAt) >= since));
    const oldest = Date.parse(listed.tasks[listed.tasks.length - 1]?.createdAt ?? '');
    if (listed.tasks.length === 0 || oldest < since || page >= listed.totalPages) break;
  }
  return tasks;
}

function certainlyAbsent({ run }: Job, { execution, now, refused }: Circumstances): boolean {
  if (!run.intent || refused) return true;
  return now - run.intent.at > (run.intent.execution === execution ? OWN_GRACE : FOREIGN_GRACE);
}

/** The intent is over. Of it, what is absent may be asked again; what had lost its id earlier has expired. */
function settled(job: Job, absent: readonly Reserved[], { agreements }: Circumstances): boolean {
  const { intent, ...run } = job.run;
  const again = absent.filter(({ ordinal }) => intent?.ordinals.includes(ordinal));
  for (const { fingerprint, ordinal } of absent) {
    if (intent?.ordinals.includes(ordinal)) continue;
    const about = { run: run.id, fingerprint, ordinal, at: run.startedAt };
    job.ended.set(fingerprint, { outcome: { state: 'expired' }, about, since: 0 });
  }
  if (intent) agreements.settle(run, postOf(intent), again.length, sealOf(intent));
  job.run = { ...run, again: [...run.again, ...again.map(({ ordinal }) => ordinal)] };
  return true;
}
