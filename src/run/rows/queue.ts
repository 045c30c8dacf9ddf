/** The questions that a run has chosen: those that can be asked, in their order, and the rows that cannot be read at present. */
import { isUnreadable } from '../../enrichment/row-question';
import type { State } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import type { Run } from '../record/run';
import { fingerprintOf } from './standing';

/** A question of a run as rows remember it. */
export interface Chosen {
  readonly ordinal: number;
  readonly fingerprint: string;
  /** '' while no row that asks it has been looked at. */
  readonly text: string;
  /** When its state was written; for a submitted one, when Linkup created its task, by Linkup's clock. In ms. */
  readonly at: number;
}

/** What of a job the queue is read from. */
interface Table {
  readonly run: Run;
  readonly rows: readonly Row[];
  /** The rows whose ledger holds the state of a question. */
  stating(fingerprint: string): readonly Row[];
  textOf(fingerprint: string): string | undefined;
  isUnseen(fingerprint: string): boolean;
  hasMisplacedTask(row: Row): boolean;
}

/** The questions of a run by what their rows say of them: every stage of a cycle asks, so only what changed is looked at again. */
export class Queue {
  private readonly found = new Map<Wanted, Waiting>();

  constructor(private readonly table: Table) {}

  /** Questions of this run in a state, without a task id, that some row is seen to ask; by their ordinals. The same list as long as it holds the same. */
  in(wanted: Wanted): readonly Chosen[] {
    const found = this.found.get(wanted) ?? new Waiting(this.table, wanted);
    this.found.set(wanted, found);
    return found.list;
  }

  /** The one of these that asks a question. */
  find(wanted: Wanted, fingerprint: string): Chosen | undefined {
    return this.found.get(wanted)?.find(fingerprint);
  }

  /** Some rows were read anew, and something may have changed for these questions. */
  renew(fingerprints: ReadonlySet<string>): void {
    for (const waiting of this.found.values()) waiting.renew(fingerprints);
  }

  /** All rows were read anew, or an id beside one turned out to be another question's. */
  forget(): void {
    this.found.clear();
  }
}

type Wanted = 'reserved' | 'submitted';

/** Those in one state. */
class Waiting {
  /** In the order of their ordinals. */
  private byPrint = new Map<string, Chosen>();
  private listed: readonly Chosen[] | undefined;

  constructor(
    private readonly table: Table,
    private readonly wanted: Wanted,
  ) {
    const own = table.rows.flatMap(({ ledger: { state } }) =>
      state?.run === table.run.id && state.state === wanted ? [state.fingerprint] : [],
    );
    for (const print of new Set(own)) this.look(print);
    this.sort();
  }

  get list(): readonly Chosen[] {
    this.listed ??= [...this.byPrint.values()];
    return this.listed;
  }

  find(fingerprint: string): Chosen | undefined {
    return this.byPrint.get(fingerprint);
  }

  renew(fingerprints: ReadonlySet<string>): void {
    let isNew = false;
    for (const print of fingerprints) isNew = this.look(print) || isNew;
    if (isNew) this.sort();
  }

  /** Whether a question came to stand behind the others. */
  private look(print: string): boolean {
    const [before, now] = [this.byPrint.get(print), chosenFor(this.table, print, this.wanted)];
    if (!before && !now) return false;
    this.listed = undefined;
    if (now) this.byPrint.set(print, now);
    else this.byPrint.delete(print);
    return now !== undefined && before?.ordinal !== now.ordinal;
  }

  private sort(): void {
    this.byPrint = new Map([...this.byPrint].sort(([, a], [, b]) => a.ordinal - b.ordinal));
    this.listed = undefined;
  }
}

function chosenFor(table: Table, print: string, wanted: Wanted): Chosen | undefined {
  let state: State | undefined;
  for (const row of table.stating(print)) {
    const own = row.ledger.state;
    if (own?.run !== table.run.id) continue;
    // Some row knows more than that it was chosen: one that was edited meanwhile was left behind.
    if (wanted === 'reserved' && own.state !== 'reserved') return undefined;
    if (isWithoutTask(table, row, wanted)) state = own;
  }
  const text = state && (table.textOf(print) ?? (table.isUnseen(print) ? '' : undefined));
  return state && text !== undefined
    ? { ordinal: state.ordinal, fingerprint: print, text, at: state.at }
    : undefined;
}

function isWithoutTask(table: Table, row: Row, wanted: Wanted): boolean {
  const { state, taskId } = row.ledger;
  if (state?.state !== wanted) return false;
  // A state that was pasted beside another question says nothing about a lost id.
  if (wanted === 'submitted' && fingerprintOf(row) !== state.fingerprint) return false;
  return taskId === '' || table.hasMisplacedTask(row);
}

/** The rows of a run of which it cannot be told what they ask: not asked yet, not answered yet, or written without being seen. */
export function unread({ run, rows }: Pick<Table, 'run' | 'rows'>): readonly Row[] {
  const known = UNREADABLE.get(rows) ?? rows.filter(({ question }) => isUnreadable(question));
  UNREADABLE.set(rows, known);
  return known.filter(({ ledger }) => ledger.state?.run === run.id);
}

/** What could not be read of a table as it was read once: every cycle asks. */
const UNREADABLE = new WeakMap<readonly Row[], readonly Row[]>();
