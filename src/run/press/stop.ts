/** Stopping a run: nothing more is asked. Anybody who may edit the document may do it, and it always leads to an end. */
import { Problem } from '../../enrichment/problem';
import { advance, type Caller } from '../cycle/advance';
import { endNow } from '../cycle/ending';
import { ownAgreements } from '../record/agreement';
import { keyHint } from '../record/key';
import { forgetRequests, request, requested } from '../record/requests';
import { type Run, runsIn } from '../record/run';
import type { Services } from '../services';
import { ifFree } from '../turn';

/** One cycle lets go of what waits. */
const ONE_CYCLE: Caller = { by: 'sidebar', budget: 0 };

/** From so long after a first Stop a second one means that answers under way are not waited for either, in ms. */
const MEANT = 60_000;

/** So long after its own next look, or after a Stop that nobody obeyed, a run is taken for abandoned, in ms. */
const ABANDONED = 3_600_000;

/** What came of a Stop. */
export type Stopped = 'ended' | 'stopping';

/** Stops a run. What is under way is still written, unless nobody is left to do so. */
export function stop(services: Services, run: Run): Stopped {
  const { documents } = services;
  const asked = requested(documents.all(), run.id, 'stop');
  if (isAlone(services, run, asked === undefined ? undefined : Number(asked) || 0)) return end(services, run);
  if (asked === undefined && !leave(services, run, 'stop')) return end(services, run);
  if (ownAgreements(services).isMine(run)) advance(services, ONE_CYCLE);
  return stateOf(services, run);
}

/** Whether nobody will obey, or a person has said it twice. `asked` is when the first Stop was, in ms since 1970. */
function isAlone(services: Services, run: Run, asked: number | undefined): boolean {
  const since = asked === undefined ? 0 : services.clock.now() - asked;
  if (ownAgreements(services).isMine(run)) {
    return since > MEANT || (run.paused !== undefined && keyHint(services.user) === undefined);
  }
  if (run.paused && run.next === undefined) return true;
  return since > ABANDONED || (run.next !== undefined && services.clock.now() > run.next + ABANDONED);
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
