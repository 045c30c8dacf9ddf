/** What is left to do for an execution that finds the document in other hands, for Google lost its lock: it writes nothing more of what it knew. */
import { orLog } from '../../enrichment/problem';
import { ownAgreements } from '../record/agreement';
import { type Run, removeRun, runsIn } from '../record/run';
import type { Services } from '../services';

/**
 * Whoever came has not seen all that was being written then. A run that they ended, and that was saved once more, has no agreement any
 * longer: it is forgotten again. Whatever else is left has a trigger, which goes if there is nothing to do.
 */
export function leaveToOthers(services: Services, runs: readonly Run[]): void {
  orLog(() => {
    const own = ownAgreements(services);
    const known = new Map(runs.map(({ id, agreement }) => [id, agreement]));
    const onRecord = runsIn(services.documents.all());
    for (const run of onRecord)
      if (known.get(run.id) === run.agreement && !own.isMine(run)) removeRun(services.documents, run.id);
    services.triggers.arm();
  });
}
