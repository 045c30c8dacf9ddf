/** A job: one run with its sheet as it was last read, and what this execution knows about its questions. */
import type { Enrichment } from '../../enrichment/definition';
import { atStep } from '../../enrichment/steps';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row, TableView } from '../../sheet/table';
import type { Run } from '../record/run';
import { type Awaited, Awaiting } from './awaiting';
import { BySent } from './by-sent';
import { LastRead } from './last-read';
import type { Outcome } from './outcome';
import type { About } from './parts';
import { type Chosen, Queue } from './queue';
import type { Whole } from './read-whole';

/** A known end that is not written yet. */
export interface Ended {
  readonly outcome: Outcome;
  readonly about: About;
}

/** Everything in it can be rebuilt from the sheet, the run and Linkup: losing it loses time, never answers. */
export class Job extends LastRead {
  /** Ends to be written, by fingerprint. */
  readonly ended = new Map<string, Ended>();
  /** Tasks just created whose ids are to be written, by fingerprint. */
  readonly created = new Map<string, { readonly taskId: string; readonly about: About }>();
  /** Questions of which something is known that one window has left to the next: more may come meanwhile. */
  readonly passedOver = new Set<string>();
  private readonly awaiting = new Awaiting();
  private readonly queue = new Queue(this);
  private readonly bySent = new BySent(this, this.queue);
  /** Which step all of its questions are asked at, from 1: what the record says, until whoever goes on with it knows what was agreed (`agreedStep`). */
  step: number;
  /** A write was cut short, by this execution or one that died: cells may hold answers that no State names. */
  isCutShort = false;

  /** Reads the table as a `LastRead` does. */
  constructor(
    public run: Run,
    enrichment: Enrichment,
    sheet: Sheet,
    extent: 'whole' | 'ours' | Whole = 'whole',
  ) {
    super(enrichment, sheet, extent);
    this.step = run.step ?? 1;
    this.awaiting.note(this.rows, this);
  }

  /** The enrichment as it asks at the step that was agreed to by now. */
  get asked(): Enrichment {
    return atStep(this.enrichment, this.step);
  }

  /** Tasks in flight, by id. */
  get awaited(): Map<string, Awaited> {
    return this.awaiting.tasks;
  }

  override load(): TableView {
    super.load();
    this.queue.forget();
    this.awaiting.note(this.rows, this);
    return this.view;
  }

  /** Takes freshly read rows in place of those at the same positions. */
  renew(fresh: readonly Row[]): void {
    if (fresh.length === 0) return;
    const touched = this.replace(fresh);
    this.queue.renew(touched);
    const named = [...touched].flatMap((print) => this.naming(print));
    this.awaiting.note(named, this);
  }

  /** Questions that are chosen and were never sent, or certainly never arrived, in the order of their ordinals. One that was refused has ended. */
  reserved(): readonly Chosen[] {
    return this.bySent.reserved();
  }

  /** Whether there are any such. */
  readonly hasReserved = (): boolean => this.bySent.hasReserved();

  /** Questions that were sent, and whose task nobody knows yet. */
  readonly inDoubt = (): readonly Chosen[] => this.bySent.inDoubt();

  /** Questions whose task was known, and whose id somebody took away. */
  readonly lost = (): readonly Chosen[] => this.bySent.lost();

  /** The id of the task for a question, wherever a ledger still names it; '' where none does. */
  taskOf(fingerprint: string): string {
    return this.awaiting.idBeside(this.naming(fingerprint));
  }

  /** Whether the task that a row's ledger names is known to be that of another question. */
  hasMisplacedTask({ ledger }: Row): boolean {
    return this.awaiting.isMisplaced(ledger);
  }

  /** Takes an id for no longer that of the question it stands beside. Whoever else waits for the task gets it. */
  disown(taskId: string, fingerprint: string): void {
    this.queue.forget();
    this.awaiting.disown(taskId, fingerprint, this.rows, this);
  }
}
