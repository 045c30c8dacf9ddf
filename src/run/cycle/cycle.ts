/** What happens in a cycle: the stages in their order, each for every run that is under way. What goes wrong is `faults`' job. */
import type { Properties } from '../../platform/properties';
import type { Job } from '../rows/job';
import { admit } from './admit';
import { collect } from './collect';
import type { Execution } from './execution';
import { attempt } from './faults';
import { finish, isOver } from './finish';
import { obey } from './obey';
import { isIdle } from './pausing';
import { settle } from './settle-posts';
import { submit } from './share-places';
import { tell } from './tell';
import { write } from './write';

/** One move of all runs; `properties` are the document's where they were read just now. True while another cycle of this execution would be of use: what only waits for rows to be read is left to the next one. */
export function cycle(execution: Execution, last: boolean, properties?: Properties): boolean {
  execution.begin(last, properties);
  const { all, each } = stagesOf(execution);
  each(obey);
  all(collect);
  all(settle);
  all(submit);
  // After the POSTs: what they cost can be seen at once, and so can that these rows do not wait any more.
  each(tell);
  each(write);
  each(admit);
  each(finish);
  if (execution.progress) execution.movedAt = execution.services.clock.now();
  const isUseful = execution.jobs.some((job) => !isIdle(job) && !isOver(execution, job));
  return isUseful && !execution.givenUp && !execution.isOutOfDate;
}

/** A stage that fails for one run is over for that run alone. None begins once the document is in other hands. */
function stagesOf(execution: Execution) {
  const step = (stage: () => void, job?: Job): void => {
    if (!execution.isOutOfDate) attempt(execution, stage, job);
  };
  return {
    all: (stage: (execution: Execution) => void) => step(() => stage(execution)),
    each: (stage: (execution: Execution, job: Job) => void) => {
      for (const job of [...execution.jobs]) step(() => stage(execution, job), job);
    },
  };
}
