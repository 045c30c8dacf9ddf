/** One attempt to try a row: asks, and while the answer is still to come looks again until it is there. */
import type { Draft, Tried } from '../../protocol';
import { isCutOff, isPassing } from '../model/late';
import { call, type Fault, NO_FAULT, type ReplyTo } from './call';

/** Pause between two looks at a piece of research, in ms: Linkup's advice for work of minutes. */
const RESEARCH_PAUSE = 10_000;

/** The same for a deep search, which takes from five seconds to two minutes. */
const SEARCH_PAUSE = 3_000;

/** What there is to show of a trial. */
export interface Shown {
  /** Whether anything was tried, or is being tried. */
  readonly open: boolean;
  readonly pending: boolean;
  readonly tried: Tried | undefined;
  readonly fault: Fault;
  /** When it was started, in ms since 1970. */
  readonly startedAt: number;
  /** Looks at it fail at present, and are repeated by themselves. */
  readonly late?: boolean;
  /** Takes up a try whose last look failed. */
  readonly lookAgain?: () => Promise<void>;
  /** The row into which the answer was written. */
  readonly written?: number;
}

/** Nothing was tried. */
export const CLOSED: Shown = { open: false, pending: false, tried: undefined, fault: NO_FAULT, startedAt: 0 };

/** An attempt under way. */
export interface Attempt {
  readonly sheetId: number;
  readonly draft: Draft;
  readonly startedAt: number;
  /** Whether it was neither closed nor overtaken by another. */
  readonly isOn: () => boolean;
  readonly show: (shown: Shown) => void;
}

/** Asks the row. */
export async function tryRow(attempt: Attempt): Promise<void> {
  const { sheetId, draft, startedAt, show } = attempt;
  show({ ...CLOSED, open: true, pending: true, startedAt });
  showReply(attempt, undefined, await call('tryOne', { sheetId, draft }));
}

/** Shows what is known of a try, also of one of another day; while the answer is still to come, looks again after a pause. */
export function showTried(attempt: Attempt, tried: Tried, pause = pauseFor(attempt, tried)): void {
  const { startedAt, show } = attempt;
  const pending = tried.outcome === 'pending';
  show({ open: true, pending, tried, fault: NO_FAULT, startedAt });
  if (pending) setTimeout(() => void look(attempt, tried), pause);
}

/** A try that is still looked for costs a look into Linkup's list each time. */
function pauseFor({ draft }: Attempt, { task }: Tried): number {
  return draft.type === 'research' || task === '' ? RESEARCH_PAUSE : SEARCH_PAUSE;
}

/** Looks how far a try is. */
async function look(attempt: Attempt, tried: Tried, failed = 0): Promise<void> {
  if (!attempt.isOn()) return;
  const { sheetId, draft, startedAt, show } = attempt;
  show({ open: true, pending: true, tried, fault: NO_FAULT, startedAt, late: failed > 0 });
  const { task, kept } = tried;
  const reply = await call('tryAgain', { sheetId, draft, task, startedAt, kept });
  if (!reply.ok && attempt.isOn() && mayPass(reply.code, failed)) {
    show({ open: true, pending: true, tried, fault: NO_FAULT, startedAt, late: true });
    setTimeout(() => void look(attempt, tried, failed + 1), RESEARCH_PAUSE);
  } else showReply(attempt, tried, reply);
}

/** So many looks may fail one after the other before a person hears of it; while Google is out of reach, any number. */
const MOST_FAILED = 6;

/** The try goes on at Linkup all the same, and is paid for: there is nothing to do but to look again. */
function mayPass(code: string, failed: number): boolean {
  return isCutOff(code) || (failed < MOST_FAILED && (isPassing(code) || code === 'try-unseen'));
}

/** Shows a reply. What is paid for already stays in reach. */
function showReply(attempt: Attempt, before: Tried | undefined, reply: ReplyTo<'tryOne'>): void {
  if (!attempt.isOn()) return;
  if (reply.ok) {
    showTried(attempt, reply.result);
    return;
  }
  const { startedAt, show } = attempt;
  show({ ...CLOSED, open: true, startedAt, ...afterFault(attempt, before, reply) });
}

/** A look that fails changes nothing about the try, which is under way and paid for. */
function afterFault(attempt: Attempt, before: Tried | undefined, fault: Fault): Partial<Shown> {
  if (!before || fault.code === 'try-lost') return { fault };
  const shown = { tried: before, fault };
  return fault.code === 'try-gone' ? shown : { ...shown, lookAgain: () => look(attempt, before) };
}
