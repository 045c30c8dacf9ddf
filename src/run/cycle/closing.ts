/** The end of an execution: what is known is written, and what the next one must know is kept. */
import { saveRun } from '../record/run';
import type { Execution } from './execution';
import { attempt } from './faults';
import { confirm } from './outstanding';
import { write } from './write';

/** Leaves nothing behind that dies with the execution. */
export function close(execution: Execution): void {
  execution.last = true;
  for (const job of execution.jobs) attempt(execution, () => write(execution, job), job);
  attempt(execution, () => confirm(execution));
  for (const { run } of execution.jobs) saveRun(execution.services.documents, run);
  execution.marks.close();
}
