/** Looks at live runs one after the other, also through a network that is cut: calls that fail are repeated, calls that hang are not waited for. */
import type { Progress } from '../../protocol';
import { isCutOff, type Late } from '../model/late';
import { pauseBefore } from '../model/runs';
import { call, failure, type ReplyTo } from './call';

/** So long a look is waited for before it counts as one without an answer, in ms. It takes one to three seconds, and ten and more where it moves the run forward. */
const PATIENCE = 15_000;

/** The longest, in ms: Google's page has only ten calls under way at a time, and those that hang are among them. */
const MOST_PATIENCE = 120_000;

/** What a Looker works for. */
export interface Watch {
  /** The runs that go on, as they are known by now. */
  readonly live: () => readonly Progress[];
  readonly onProgress: (id: string, progress: Progress | null) => void;
  /** Told whenever looks begin to fail, fail on, or get through again. */
  readonly onLate: (late: Late | undefined) => void;
  /** Google can be reached again. */
  readonly onBack: () => void;
}

/** One loop of looks, from `start` to `stop`. */
export class Looker {
  private isOn = true;
  private late: Late | undefined;
  private patience = PATIENCE;
  private sent = 0;
  /** The latest look that was answered: what comes in later from an earlier one is out of date. */
  private heard = 0;
  private isCut = false;
  /** How long the last look that was answered took, in ms. */
  private took = 0;
  private isHurried = false;
  private wake = (): void => {};

  constructor(private readonly watch: Watch) {}

  /** Looks until no run is left. */
  async start(): Promise<void> {
    for (let turn = 0; ; turn++) {
      if (!this.isHurried)
        await this.rest(pauseBefore(this.watch.live(), document.hidden, this.late !== undefined, this.took));
      this.isHurried = false;
      const live = this.watch.live();
      const run = live[turn % Math.max(1, live.length)];
      if (!this.isOn || !run) return;
      await this.look(run.id);
    }
  }

  stop(): void {
    this.isOn = false;
    this.wake();
  }

  /** Somebody looks at the page again, or there is a network again: no need to wait for the next look. */
  hurry(): void {
    this.isHurried = true;
    this.wake();
  }

  /** The browser says that it has none: nobody need find out by trying. */
  offline(): void {
    this.lateFor({ fault: failure('progress', 'unreachable'), since: Date.now(), offline: true });
  }

  private async look(id: string): Promise<void> {
    this.sent += 1;
    const look = this.sent;
    const sentAt = Date.now();
    if (this.late) this.tell({ ...this.late, nextAt: 0 });
    let isAnswered = false;
    const answer = call('progress', { id }).then((reply) => {
      isAnswered = true;
      this.hear(look, id, sentAt, reply);
    });
    await Promise.race([answer, this.rest(this.patience)]);
    if (isAnswered || !this.isOn || this.isHurried) return;
    this.patience = Math.min(MOST_PATIENCE, this.patience * 2);
    this.lateFor({ fault: failure('progress', 'no-answer'), since: sentAt });
  }

  private hear(look: number, id: string, sentAt: number, reply: ReplyTo<'progress'>): void {
    if (!this.isOn || look < this.heard) return;
    this.heard = look;
    if (!reply.ok) {
      this.lateFor({ fault: reply, since: sentAt });
      return;
    }
    this.patience = PATIENCE;
    this.took = Date.now() - sentAt;
    this.tell(undefined);
    if (this.isCut) this.watch.onBack();
    this.isCut = false;
    this.watch.onProgress(id, reply.result);
  }

  private lateFor(late: Omit<Late, 'nextAt'>): void {
    this.isCut ||= isCutOff(late.fault.code);
    const { since = late.since, offline = late.offline ?? false } = this.late ?? {};
    this.tell({ ...late, since, offline, nextAt: Date.now() + pauseBefore([], document.hidden, true) });
  }

  private tell(late: Late | undefined): void {
    if (late === this.late) return;
    this.late = late;
    this.watch.onLate(late);
  }

  /** Waits so many ms, or until something happens that a next look should not wait for. */
  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
