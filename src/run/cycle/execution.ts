/** What one execution of the engine works with, and what it has found out so far. */
import type { Linkup } from '../../linkup/client';
import type { Quota } from '../../linkup/types';
import type { Agreements } from '../record/agreement';
import type { Mark } from '../record/marks';
import { saveRun } from '../record/run';
import type { Job } from '../rows/job';
import type { Services } from '../services';
import { Collector } from './collect';
import { Marks } from './marking';
import { Pace } from './pace';
import { Submitter } from './submit';

/** Shared by the stages of a cycle; dies with the execution. */
export class Execution {
  readonly id: string;
  readonly pace: Pace;
  /** Its list requests are a second apart. */
  readonly linkup: Linkup;
  readonly collector: Collector;
  readonly submitter: Submitter;
  readonly marks: Marks;
  jobs: Job[] = [];
  /** What Linkup's queue has free, as last told. */
  quota: Quota | undefined;
  /** Runs whose last POST was refused, by id: what is not in the list now will not come. */
  readonly refused = new Set<string>();
  /** Whether this cycle has changed anything: then the next look is soon. */
  progress = false;
  /** Whether this cycle is the last: then everything that is known is written. */
  last = false;
  /** Once an execution is enough: what is overdue by minutes does not hurry. */
  lookedUp = false;
  /** Too much went wrong in a row: the rest is left to the next execution. */
  givenUp = false;

  /** `found` are the marks of executions that died. */
  constructor(
    readonly services: Services,
    readonly agreements: Agreements,
    linkup: Linkup,
    found: readonly Mark[],
  ) {
    this.id = services.newId();
    this.pace = new Pace(services.clock);
    this.linkup = this.pace.slowed(linkup);
    this.collector = new Collector(this.linkup);
    this.submitter = new Submitter(this.linkup, this.id, agreements, (job) =>
      saveRun(services.documents, job.run),
    );
    this.marks = new Marks(services.documents, found);
  }

  /** Makes what was written real. */
  readonly flush = (): void => this.services.workbook.flush();
}
