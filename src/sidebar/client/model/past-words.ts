/** What is said of runs that have ended: a line each, what is left of one, and which of its rows got no answer. Pure. */
import { agree, count, figure, usd } from '../../../enrichment/amounts';
import type { Failure, PastRun, PastRuns, RunLeft } from '../../protocol';
import { keptWords } from './run-words';
import { clockTime } from './time-words';

/** How many runs a sheet has had. */
export function howMany({ runs, more }: PastRuns): string {
  return figure(runs.length + more);
}

/** The button that shows the older ones. */
export function olderLabel(runs: number): string {
  return `Show ${count(runs, 'older run')}`;
}

/** What of them is told only elsewhere; '' for nothing. */
export function elsewhereLine(more: number): string {
  return more > 0 ? `${count(more, 'older run')}: see the sheet “Linkup runs”.` : '';
}

/** What was selected in the sheet; '' for nothing. */
export function selectedLine(rows: number): string {
  return rows > 0 ? `${count(rows, 'row')} selected in the sheet.` : '';
}

/** When a run began. */
export function whenLine({ startedAt }: PastRun, now: number): string {
  return startedAt > 0 ? clockTime(startedAt, now) : 'Some time ago';
}

/** How it ended, as far as anything says so: "12 of 14 rows answered · $0.07 · Stopped". */
export function cameLine({ rows, answered, cost, note }: PastRun): string {
  const came =
    answered === null
      ? `${count(rows, 'row')} left`
      : // Copies are answered too, and were not among the rows to be asked.
        `${figure(answered)} of ${count(Math.max(rows, answered), 'row')} answered`;
  return [came, cost === null ? '' : usd(cost), shortOf(note)].filter(Boolean).join(' · ');
}

/** The first words of a note; all of it stands where the run is looked at. */
function shortOf(note: string): string {
  return /^[^.:]{0,40}/.exec(note)?.[0].trim() ?? '';
}

/** What a note says beyond its first words; '' for nothing. */
export function longNote({ note }: PastRun): string {
  return note === shortOf(note) ? '' : note;
}

/** Rows that got no answer, with their reason: "3 rows: Linkup found nothing: rows 4, 9, 12". */
export function reasonLine({ reason, rows = [], total }: Failure): string {
  const more = total > rows.length ? ` and ${figure(total - rows.length)} more` : '';
  const at = rows.map((row) => row.at).join(', ');
  const where = at === '' ? '' : `: ${agree(rows.length, 'row', 'rows')} ${at}${more}`;
  return `${count(total, 'row')}: ${reason.replace(/\.$/, '')}${where}`;
}

/** What Undo would do to a run, before it is agreed to. */
export function undoTerms({ undoable }: RunLeft): string {
  return `Undo empties the cells this run wrote in ${count(undoable.cleared, 'row')}.${keptWords(undoable)} What it overwrote is not brought back, nor is the money.`;
}

/** Why there is nothing to undo. */
export function nothingLeft({ undoable }: RunLeft): string {
  return `No row is left to undo.${keptWords(undoable)}`;
}
