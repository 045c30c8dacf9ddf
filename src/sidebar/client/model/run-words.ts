/** What a run's progress says: in a heading, in a line about time, in an announcement, and in its receipt. Pure. */

import { agree, count, figure, usd } from '../../../enrichment/amounts';
import type { Progress, Undone } from '../../protocol';
import { ended, percent } from './runs';
import { about, clockTime, span } from './time-words';

/** The first line about a run. */
export function headline(progress: Progress, now: number): string {
  const { state, counts, startedAt } = progress;
  const rows = count(chosenRows(progress), 'row');
  if (state === 'ended') return `${endedHow(progress) || clockTime(startedAt, now)}: ${cameOf(progress)}`;
  if (state === 'stopping' && counts.running === 0) return 'Stopping…';
  if (state === 'stopping') return `Stopping: ${count(counts.running, 'answer')} still to come`;
  return `${figure(ended(counts))} of ${rows}`;
}

/** Rows that it chose, and are still its own or were let go unasked. */
export function chosenRows({ counts, notAsked }: Progress): number {
  return counts.rows + (notAsked?.rows ?? 0);
}

/** What runs may be billed by now, of the most that was agreed to; '' where nobody here knows. Those on one cap tell of all of them. */
export function spendingLine(all: readonly Pick<Progress, 'spending'>[]): string {
  const each = new Map(all.flatMap(({ spending }) => (spending ? [[spending.pool, spending]] : [])));
  if (each.size === 0) return '';
  const sum = (of: 'asked' | 'cap'): string => usd([...each.values()].reduce((so, one) => so + one[of], 0));
  const whose = [...each.values()].some(({ shared }) => shared) ? ' for all columns' : '';
  return `Asked for ${sum('asked')} so far, of ${sum('cap')} at most${whose}.`;
}

/** Why a run ended before its time. */
export const ENDINGS = { stopped: 'Stopped', capped: 'Spending cap reached', unreadable: '' };

/** Why it ended before its time; '' where it did not. */
function endedHow({ notAsked, stopped }: Progress): string {
  if (notAsked) return ENDINGS[notAsked.why];
  return stopped ? ENDINGS.stopped : '';
}

function cameOf(progress: Progress): string {
  const { counts, notAsked } = progress;
  if (notAsked)
    return `${figure(counts.done)} of ${figure(chosenRows(progress))} answered, ${count(notAsked.rows, 'row')} not asked`;
  if (counts.rows > 0) return `${figure(counts.done)} of ${count(counts.rows, 'row')} answered`;
  // One that waited for another to find something, in vain; an undone one has no rows any more.
  const { asked = 1, answered = 1 } = progress.receipt ?? {};
  return asked + answered === 0 ? 'nothing to ask' : 'none of its answers is in the sheet any more';
}

/** How long it has been and, while it is heard of, how long it may still take; ticks with `now`. */
export function timeLine(
  { state, startedAt, endedAt, expectedMs }: Progress,
  now: number,
  isHeard = true,
): string {
  if (state === 'ended') return `Took ${span(endedAt - startedAt)}.`;
  const left = expectedMs > 0 && state === 'working' && isHeard ? ` · ${about(expectedMs)} to go` : '';
  return `${span(now - startedAt)} so far${left}`;
}

/** With the sheet closed it goes on quickly, if the next look is no further away than this, in ms. */
const SOON = 10 * 60_000;

/** Whether the sheet may be closed, and when the add-on looks by itself. */
export function closeLine({ state, by, goesOn, nextCheckAt }: Progress, now: number): string {
  if (by !== '')
    return state === 'paused'
      ? `Started by ${by}, whose Linkup key pays for it.`
      : `Started by ${by}: it goes on with their Linkup key.`;
  const open = goesOn ? whileClosed(nextCheckAt - now) : 'Keep this sidebar open: it goes on only here.';
  // While it goes on quickly, nobody waits for a time.
  const isFar = nextCheckAt - now > SOON;
  const next =
    isFar || (state === 'paused' && nextCheckAt > now) ? `Next check at ${clockTime(nextCheckAt, now)}.` : '';
  return [state === 'paused' ? '' : open, next].filter(Boolean).join(' ');
}

function whileClosed(untilNext: number): string {
  if (untilNext <= SOON) return 'You can close this sheet, it goes on.';
  return 'Keep this sidebar open and it goes on at once; with the sheet closed, it looks only now and then.';
}

/** What Stop does, and what it cannot undo; while it stops only that. */
export function stopLine(progress: Progress): string {
  const { state, counts } = progress;
  const { waiting, running } = counts;
  if (state === 'stopping') return running > 0 ? 'What was asked still arrives and is billed.' : '';
  const rows = chosenRows(progress);
  if (waiting === 0) return rows === 0 ? '' : `${allAsked(rows)} already: stopping saves nothing.`;
  const left = `Stop leaves ${count(waiting, 'waiting row')} unasked and unbilled.`;
  return running > 0
    ? `${left} What was asked for ${count(running, 'row')} still arrives and is billed.`
    : left;
}

function allAsked(rows: number): string {
  return agree(rows, 'The one row is asked', `All ${figure(rows)} are asked`);
}

/** What is read out: it changes with the state and with every quarter, so that nobody is talked to all the time. */
export function announcement(progress: Progress): string {
  const { state, counts, paused } = progress;
  if (state === 'ended') return `Ended. ${receiptLine(progress)}`;
  if (state === 'paused') return `Paused. ${paused}`;
  if (state === 'stopping') return 'Stopping.';
  const quarter = Math.floor(percent(counts) / 25) * 25;
  return quarter === 0 ? 'Running.' : `${quarter} % of the rows are finished.`;
}

/** What a run came to. */
export function receiptLine({ counts, receipt, stopped, notAsked, unmet, unfed }: Progress): string {
  if (!receipt) return `${figure(counts.done)} of ${count(counts.rows, 'row')} answered.`;
  const { asked, answered, cost, balanceAfter } = receipt;
  const left = balanceAfter === null ? '' : ` Your balance was ${usd(balanceAfter)} then.`;
  const empty = counts.partial > 0 ? ` (${figure(counts.partial)} with an empty field)` : '';
  const late = stopped && !notAsked ? ' It was stopped when none of its rows was waiting.' : '';
  const skipped = unmet > 0 ? ` ${count(unmet, 'row')} skipped (“Only if”).` : '';
  const without = unfed > 0 ? ` ${count(unfed, 'row')} skipped (no earlier answer to ask with).` : '';
  const done = `${count(asked, 'question')} asked, ${count(answered, 'row')} answered${empty}, for ${usd(cost)}.`;
  return `${done}${skipped}${without}${late}${left}`;
}

/** Answers, and failures, wait some seconds for others, to be written with them. */
const COME = 'back from Linkup, soon in the sheet';

/** The parts of the bar, in its order; every part has a word and a count, so that nothing depends on colour. */
export function parts({
  counts,
  notAsked,
}: Progress): readonly { kind: string; label: string; rows: number }[] {
  const { done, notFound, failed, expired, perhaps, outdated, come, running, waiting } = counts;
  const all = {
    done,
    'not found': notFound,
    failed,
    expired,
    'perhaps asked': perhaps,
    'changed meanwhile': outdated,
    come,
    running,
    waiting,
    'not asked': notAsked?.rows ?? 0,
  };
  return Object.entries(all).map(([kind, rows]) => ({
    kind: kind.replace(' ', '-'),
    label: kind === 'come' ? COME : kind,
    rows,
  }));
}

/** A part of the bar in words. */
export function partLine({ label, rows }: { readonly label: string; readonly rows: number }): string {
  return `${figure(rows)} ${label}`;
}

/** What Undo does, before it is agreed to. */
export function undoHint({ overwrote }: Progress): string {
  const what = overwrote ? 'What it overwrote, typed values too,' : 'What it overwrote';
  return `Undo empties the cells this run wrote, but not in rows changed or written by another run since. ${what} is not brought back, nor is the money.`;
}

/** What undoing did. */
export function undoneLine(undone: Undone): string {
  return `${count(undone.cleared, 'row')} cleared.${keptWords(undone)} What was answered stays billed.`;
}

/** What undoing a run leaves, and why: a sentence for each reason, each after a space; '' for none. */
export function keptWords({ partly = 0, kept, later, earlier }: Undone): string {
  const rest = [
    [kept, `somebody has changed ${agree(kept, 'it', 'them')} since`],
    [later, `a later run or try wrote ${agree(later, 'it', 'them')}`],
    [earlier, `${agree(earlier, 'its answer is', 'their answers are')} an earlier run’s`],
  ] as const;
  const cells = partly > 0 ? ` What somebody has changed since in ${figure(partly)} of them stays.` : '';
  return (
    cells +
    rest.map(([rows, why]) => (rows > 0 ? ` ${count(rows, 'row')} kept, because ${why}.` : '')).join('')
  );
}
