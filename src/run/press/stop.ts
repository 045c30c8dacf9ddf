/** Stopping a run: nothing more is asked. Anybody who may edit the document may do it, and it always leads to an end. */
import { Problem } from '../../enrichment/problem';
import { advance, ONE_CYCLE } from '../cycle/advance';
import { endNow } from '../cycle/end-now';
import { isLeft } from '../cycle/next-look';
import { ownAgreements } from '../record/agreement';
import { keyHint } from '../record/key';
import { checkLayout } from '../record/layout';
import { forgetRequests, request, requested } from '../record/requests';
import { type Run, runsIn } from '../record/run';
import type { Services } from '../services';
import { ifFree } from '../turn';

/** From so long after a first Stop a second one means that answers under way are not waited for either, in ms. */
const MEANT = 60_000;

/** So long after its own next look, or after a Stop that nobody obeyed, a run is taken for abandoned, in ms. */
const ABANDONED = 3_600_000;

/** What came of a Stop. */
export type Stopped = 'ended' | 'stopping';

/** Stops a run. What is under way is still written, unless nobody is left to do so. Throws `newer-version`: then a later version's script is to stop it. */
export function stop(services: Services, run: Run): Stopped {
  const properties = services.documents.all();
  checkLayout(services.documents, undefined, properties);
  if (isAbandoned(services, run) || isMeant(services, run)) return end(services, run);
  const isWanted = requested(properties, run.id, 'stop') !== undefined;
  if (!isWanted && !leave(services, run, 'stop')) return end(services, run);
  if (isMine(services, run)) advance(services, ONE_CYCLE);
  return stateOf(services, run);
}

/** Stops several: while one of them is being stopped, none of the others asks anything. */
export function stopAll(services: Services, runs: readonly Run[]): void {
  const properties = services.documents.all();
  checkLayout(services.documents, undefined, properties);
  for (const run of runs)
    if (requested(properties, run.id, 'stop') === undefined) leave(services, run, 'stop');
  for (const run of runs) stop(services, run);
}

/** Whether nobody looks after a run any more: it waits for a person who is not here, or its own trigger did not come. */
export function isAbandoned(services: Services, run: Run): boolean {
  if (isMine(services, run)) return run.paused !== undefined && keyHint(services.user) === undefined;
  if (isLeft(run) && run.next === undefined) return true;
  const late = run.next !== undefined && services.clock.now() > run.next + ABANDONED;
  return late || unobeyedFor(services, run) > ABANDONED;
}

/** Whether somebody says for the second time that they do not want it. */
function isMeant(services: Services, run: Run): boolean {
  return isMine(services, run) && unobeyedFor(services, run) > MEANT;
}

function isMine(services: Services, run: Run): boolean {
  return ownAgreements(services).isMine(run);
}

/** How long a Stop has not been obeyed to its end, in ms; 0 where there was none. */
function unobeyedFor({ documents, clock }: Services, run: Run): number {
  const since = requested(documents.all(), run.id, 'stop');
  return since === undefined ? 0 : clock.now() - (Number(since) || 0);
}

/** At once where nobody is at it; otherwise the holder of the lock does it at its next cycle. */
function end(services: Services, run: Run): Stopped {
  const done = ifFree(services, () => {
    if (stateOf(services, run) === 'stopping') endNow(services, run);
    return true;
  });
  if (!done) leave(services, run, 'end');
  return stateOf(services, run);
}

/** False where the store is too full for it: then the run is ended, which needs no room. */
function leave({ documents, clock }: Services, run: Run, what: 'stop' | 'end'): boolean {
  try {
    request(documents, run.id, what, String(clock.now()));
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    return false;
  }
}

/** It may have ended at this very moment: then nobody is left to obey. */
function stateOf({ documents }: Services, run: Run): Stopped {
  if (runsIn(documents.all()).some(({ id }) => id === run.id)) return 'stopping';
  forgetRequests(documents, run.id);
  return 'ended';
}
