/** What is seen of every service call: runs that begin, cells that are looked at, and who put the table in order last. */
import type { ServiceCall } from '../../doubles/google';
import { Effort } from './effort';
import type { Stage, StagedSheet } from './stage';
import { Stood } from './stood';

/** Notes what the oracles must know and nobody can tell afterwards. */
export class Watch {
  readonly effort = new Effort();
  readonly stood: Stood;
  /** Executions that read the table of a live run, as `execution enrichment`. */
  private readonly reads = new Map<string, Set<number>>();
  /** The last execution that had begun when a person last touched a sheet. */
  private readonly touched = new Map<StagedSheet, number>();

  constructor(private readonly stage: Stage) {
    this.stood = new Stood(stage);
  }

  /** Called before every service call. */
  call(call: ServiceCall): void {
    const { stage } = this;
    stage.runs.watch(call);
    this.effort.note(call, stage.host);
    if (call.method === 'getDisplayValues') this.stood.look();
    for (const { shadow } of stage.sheets) shadow.nextCall(call.kind === 'read');
    if (call.method === 'getDisplayValues') this.noteRead(call.execution);
  }

  /** A person touched a sheet. */
  touch(sheet: StagedSheet): void {
    this.touched.set(sheet, this.stage.host.executions.length);
  }

  /** Whether an execution that began after the last touch has read the table for this enrichment, and ended well. */
  isReconciled(sheet: StagedSheet, enrichment: string): boolean {
    const since = this.touched.get(sheet) ?? 0;
    const { executions } = this.stage.host;
    return [...(this.reads.get(enrichment) ?? [])].some(
      (id) => id > since && executions.find((each) => each.id === id)?.outcome === 'completed',
    );
  }

  private noteRead(execution: number): void {
    for (const { enrichment } of this.stage.runs.live()) {
      const known = this.reads.get(enrichment);
      if (known) known.add(execution);
      else this.reads.set(enrichment, new Set([execution]));
    }
  }
}
