/** Where each row stands for its present question, judged from the ledger and the outputs together. */
import type { Standing } from '../../enrichment/selection';
import { STATUS } from '../../enrichment/status';
import { isPaused } from '../../enrichment/words';
import { awaitsTask, isEmptyAnswer, isFinal, type State } from '../../sheet/ledger';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { type Cells, isAllWritten, isBlank, isOurs, NO_CELLS } from '../../sheet/written';

/** The fingerprint that a row asks, as far as it can be told; what it is presumed to ask otherwise; '' when it can ask nothing. */
export function fingerprintOf({ question, presumed }: Row): string {
  return 'fingerprint' in question ? question.fingerprint : presumed;
}

/** Whether nothing was typed into a row's outputs: each cell is blank, or as the machine left it, as far as the row's own ledger knows. */
export function machineMade({ cells, ledger }: Row): boolean {
  return isAllWritten(ledger.state?.cells ?? NO_CELLS, cells);
}

/** Whether nothing that a person typed, no formula either, stands in a row's outputs. */
export function isUntouched(row: Row): boolean {
  return machineMade(row) && row.held.size === 0;
}

/**
 * Whether answers have a place in a row. Where some columns are the person's own, any cell will do that is blank or the machine's: they
 * have typed into the others before. Else all must be, for what was typed into a column made for answers is to stand for them.
 */
export function hasPlace(row: Row): boolean {
  return row.theirs.size > 0 ? placesIn(row).size > 0 : machineMade(row);
}

/** The cells of a row that are blank, or the machine's: all but what somebody typed, and what a formula of theirs holds. */
function placesIn({ cells, ledger, held }: Row): Cells {
  const written = ledger.state?.cells ?? NO_CELLS;
  return new Map(
    [...cells].filter(([slot, hash]) => (hash === '' ? !held.has(slot) : isOurs(written, cells, slot))),
  );
}

/** Whether a row holds anything that the machine wrote, as far as the row's own ledger knows. */
export function holdsOurs({ cells, ledger }: Row): boolean {
  const written = ledger.state?.cells ?? NO_CELLS;
  return [...written.keys()].some((slot) => isOurs(written, cells, slot));
}

/** What of a row's outputs is the machine's own, cell by cell; with the blank ones that it left. */
export function ourCells({ cells, ledger }: Row): Cells {
  return new Map([...(ledger.state?.cells ?? NO_CELLS)].filter(([slot, hash]) => cells.get(slot) === hash));
}

/** Whether something that was asked for came back empty, and still is. `written` is what the machine left in the row. */
export function hasBlank({ asked, cells }: Row, written: Cells): boolean {
  for (const slot of asked) if (cells.get(slot) === '' && written.get(slot) === '') return true;
  return false;
}

/** Whether a row's ledger knows the end of what the row asks now. */
export function knowsItsEnd(row: Row): boolean {
  const { state } = row.ledger;
  return state !== undefined && isFinal(state.state) && fingerprintOf(row) === state.fingerprint;
}

/** Whether a Status says that an answer is to come. */
export function saysItWaits(status: string): boolean {
  return status === STATUS.reserved || status === STATUS.submitted || isPaused(status);
}

/**
 * Whether some run held a row: its ledger names a question, or was emptied by somebody who left the machine's own words in Status.
 * What no run held is never filled: another person's task may well ask the same.
 */
export function wasHeld({ layout }: TableView, { ledger, values }: Row): boolean {
  if (ledger.question !== '' || ledger.state !== undefined || ledger.taskId !== '') return true;
  const status = textIn(values, layout.status);
  return saysItWaits(status) || status === STATUS.damaged;
}

/** Whether an answer to what a row asks may be written into it, or at least its end be noted: nothing typed is in the way, or it was asked for. */
export function takes(row: Row): boolean {
  const { state, question } = row.ledger;
  return hasPlace(row) || (question === fingerprintOf(row) && state !== undefined && !isFinal(state.state));
}

/**
 * Whether the answer to what a row asks is meant for it: some run held it. One that was typed in since is not held, and may be
 * filled when it is asked; only where no row that asks the question was held, they were parted from its ledger.
 */
export function isMeant(view: TableView, row: Row, asking: readonly Row[]): boolean {
  return wasHeld(view, row) || !asking.some((other) => wasHeld(view, other));
}

/** What is known of the answers on a sheet. */
interface Known {
  answered(row: Row): boolean;
  knownEmpty(fingerprint: string, slots: Iterable<string>): boolean;
  perhapsAsked(fingerprint: string): boolean;
}

/** Where a row stands. `isLive` tells the runs that still go on: what a dead one reserved is nobody's any more. */
export function standingOf(row: Row, answers: Known, isLive: (run: string) => boolean): Standing {
  const { state, question } = row.ledger;
  const print = fingerprintOf(row);
  if (answers.answered(row)) return 'answered';
  const about = state?.fingerprint === print ? state : undefined;
  if (about?.state === 'reserved' && isLive(about.run)) return 'asking';
  if (awaitsTask(row.ledger) && question === print) return 'asking';
  if (row.ledger.unreadable) return 'unreadable';
  if (about) return standingAbout(about, row);
  const isOurs = holdsOurs(row);
  if (!isOurs && isFull(row)) return 'typed';
  // Whether this row or another one asked it: nobody asks it again unasked.
  if (answers.perhapsAsked(print)) return 'perhaps asked';
  if (isOurs) return 'outdated';
  // Where others typed into some cells, nothing was asked for in these.
  const slots = row.theirs.size > 0 ? placesIn(row).keys() : [];
  return answers.knownEmpty(print, slots) ? 'not found' : 'unasked';
}

/** Whether a row that holds nothing of the machine's counts as filled by hand. */
function isFull(row: Row): boolean {
  return row.theirs.size > 0 ? placesIn(row).size === 0 : !isBlank(row.cells);
}

/** Where a row stands whose ledger speaks of what it asks now. */
function standingAbout(about: State, row: Row): Standing {
  if (about.state === 'perhaps asked') return about.state;
  const cells = row.theirs.size > 0 ? placesIn(row) : row.cells;
  if (about.state === 'done' && isMissing(about.cells, cells)) return 'unasked';
  if (cells.size > 0 && isBlank(cells)) return endOf(about);
  const isToAskAgain = row.theirs.size > 0 ? holdsOurs(row) && about.state !== 'done' : machineMade(row);
  return isToAskAgain ? 'outdated' : 'typed';
}

/**
 * Whether a cell of an answered row is blank that was not left so: its column was added or made again since, or a person emptied it.
 * Where nothing is known cell by cell, as of a row of the first edition that was edited since, nothing is missing.
 */
function isMissing(written: Cells, now: Cells): boolean {
  return [...now].some(([slot, hash]) => hash === '' && written.size > 0 && written.get(slot) !== '');
}

/** Where a row with blank outputs stands. An answer with nothing in it was billed: asking again would find nothing again. */
function endOf(about: State): Standing {
  const { state } = about;
  if (state === 'done') return isEmptyAnswer(about) ? 'not found' : 'unasked';
  return isFinal(state) ? state : 'unasked';
}
