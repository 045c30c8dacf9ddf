/** Whose turn it is. Google runs scripts side by side, this thread runs one inside the pause of another: so some have to come later. */
import { ExecutionKilled, type GoogleHost } from '../../../doubles/google';
import type { Deed, WaitingItem } from '../wire';

/** A script came to where it would keep one below it from going on: it is undone, and begins again in `ms` at the latest. */
export class ComesLater extends ExecutionKilled {
  constructor(readonly ms: number) {
    super(LATER);
  }
}

/** By this the executions that were undone are told from those that Google killed. */
export const LATER = 'It begins again when it is its turn.';

interface Waiting {
  readonly deed: Deed;
  /** The executions that were under way. */
  readonly behind: ReadonlySet<number>;
  /** Then it waits no longer, and is told that the lock is taken. */
  readonly until: number;
}

/** The methods of LockService that wait. */
const LOCKING = new Set(['tryLock', 'waitLock']);

/** Deeds whose turn comes later. */
export class Turns {
  private waiting: Waiting[] = [];
  /** The last service call of the innermost script. */
  private lastCall = { execution: 0, method: '', ms: 0 };
  private lastTry = false;

  constructor(
    private readonly host: () => GoogleHost,
    private readonly now: () => number,
  ) {}

  /** Notes a service call that is about to happen. */
  note(execution: number, method: string, [ms]: readonly unknown[]): void {
    this.lastCall = { execution, method, ms: typeof ms === 'number' ? ms : 0 };
  }

  /** Throws ComesLater for a menu's question over a script of the sidebar: that one could not end while the person thinks. */
  ask({ buttons }: { readonly buttons: string }): void {
    const over = this.running.some(({ by }) => by === 'sidebar') && this.running.at(-1)?.by === 'menu';
    // A message with nothing but OK tells what has been done already, and must not be done twice.
    if (over && buttons !== 'OK') throw new ComesLater(Number.POSITIVE_INFINITY);
  }

  /** The menu items that wait, by person. */
  get items(): readonly WaitingItem[] {
    return this.waiting.flatMap(({ deed: { user, action } }) =>
      action.kind === 'menu' ? [{ user, label: action.label }] : [],
    );
  }

  /** Whether a sleeping script waits for a lock in vain. Throws ComesLater when it is one that can begin again. */
  isInVain(sleeper: number): boolean {
    const { execution, method } = this.lastCall;
    if (execution !== sleeper || !LOCKING.has(method) || this.running.length < 2) return false;
    if (this.running.at(-1)?.by === 'sidebar' && !this.lastTry) throw new ComesLater(this.lastCall.ms);
    return true;
  }

  /** Does a deed later: when one of the scripts that run now has ended, or in `ms` at the latest. */
  later(deed: Deed, ms: number): void {
    const behind = new Set(this.running.map(({ id }) => id));
    this.waiting.push({ deed, behind, until: this.now() + ms });
  }

  /** Does what can be done by now. */
  takeUp(perform: (deed: Deed) => void): void {
    const running = new Set(this.running.map(({ id }) => id));
    const isDue = ({ behind, until }: Waiting): boolean =>
      [...behind].some((id) => !running.has(id)) || until <= this.now();
    const due = this.waiting.filter(isDue);
    this.waiting = this.waiting.filter((each) => !due.includes(each));
    for (const { deed, until } of due) {
      this.lastTry = until <= this.now();
      perform(deed);
      this.lastTry = false;
    }
  }

  private get running() {
    return this.host().executions.filter(({ outcome }) => outcome === 'running');
  }
}
