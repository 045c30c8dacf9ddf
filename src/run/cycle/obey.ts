/** The requests that people left for a run: obeyed at the beginning of a cycle. */
import { Problem } from '../../enrichment/problem';
import { ownAccount } from '../record/key';
import {
  forgetTurn,
  goesOn,
  isTurnWanted,
  obeyed,
  requested,
  shallGoOn,
  type Want,
} from '../record/requests';
import { saveRun } from '../record/run';
import type { Job } from '../rows/job';
import { endNow } from './end-now';
import type { Execution } from './execution';
import { attempt } from './faults';
import { takeUp } from './open-execution';
import { waitingForPerson } from './pausing';
import { releaseReserved } from './waiting-rows';
import { write } from './write';

/** Ends the run, pauses it, goes on with it, or lets go of what waits, where somebody asked for that. */
export function obey(execution: Execution, job: Job): void {
  const { services } = execution;
  const properties = execution.properties ?? services.documents.all();
  if (isTurnWanted(properties, services.clock.now())) makeWay(execution);
  const isWanted = (what: Want): boolean => requested(properties, job.run.id, what) !== undefined;
  if (isWanted('end')) {
    leave(execution, job);
    endNow(services, job.run);
  } else if (isWanted('disconnect') && !job.run.paused) {
    pauseFor(execution, job, 'disconnect', new Problem('no-key'));
  } else if (isWanted('key') && hasOtherKey(execution, job)) {
    pauseFor(execution, job, 'key', new Problem('key-changed', job.run.name));
  } else {
    if (isWanted('key')) obeyed(services.documents, job.run.id, 'key');
    if (canGoOn(execution, job)) goOn(execution, job);
    if (job.run.stopping || isWanted('stop')) letGo(execution, job);
  }
}

/** What is known is written in this cycle, and the next execution reads what is on the sheet and on record by then. */
function makeWay(execution: Execution): void {
  forgetTurn(execution.services.documents);
  execution.last = true;
  execution.givenUp = true;
}

/** This execution has no more to do with a run, but to write what it knows: that needs no key. */
function leave(execution: Execution, job: Job): void {
  attempt(execution, () => write(execution, job, true), job);
  execution.outstanding.leave(job);
  execution.jobs = execution.jobs.filter((other) => other !== job);
}

/** Nothing more is asked with the key that this execution has. */
function pauseFor(execution: Execution, job: Job, what: Want, problem: Problem): void {
  const { documents } = execution.services;
  leave(execution, job);
  saveRun(documents, waitingForPerson(job.run, problem));
  obeyed(documents, job.run.id, what);
}

/** Whether the person has another key by now than the run was agreed to with, which is this execution's. */
function hasOtherKey({ agreements, services }: Execution, { run }: Job): boolean {
  return agreements.of(run)?.account !== ownAccount(services.user);
}

/** Only with the key that this execution has: a run that is handed to another one is for the next. */
function canGoOn(execution: Execution, job: Job): boolean {
  return shallGoOn(execution.services.user, job.run) && !hasOtherKey(execution, job);
}

function goOn(execution: Execution, job: Job): void {
  takeUp(execution, job);
  goesOn(execution.services.user, job.run.id);
}

function letGo({ marks, flush }: Execution, job: Job): void {
  if (job.run.stopping && !job.hasReserved()) return;
  job.run = { ...job.run, stopping: true };
  marks.leave(job.run);
  releaseReserved(job, flush, 'stopped');
}
