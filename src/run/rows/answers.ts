/** The answers on a sheet: for each question, the rows that hold an answer to it, wherever the ledger was left behind. */
import { isEmptyAnswer, type State } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import { type Cells, cellsKey, isAllWritten, isBlank, isOurs } from '../../sheet/written';
import type { Besides } from './besides';
import { Indexes } from './row-index';
import { fingerprintOf, machineMade } from './standing';

/** Answers to one question that are told apart: more than a few only somebody makes who means harm. */
const MOST_VERSIONS = 8;

/** Worked out for a question when it is first asked for, from the rows as they were then: made anew when rows were read. */
export class Answers {
  private readonly written = new Map<string, readonly State[]>();
  private readonly holders = new Map<string, Row | undefined>();

  constructor(private readonly rows: Pick<Indexes, 'asking' | 'stating'>) {}

  /** The answers among rows that belong to no job. */
  static among(rows: readonly Row[]): Answers {
    return new Answers(new Indexes(rows));
  }

  /** Whether a row's own outputs are an answer to what it asks now: nothing is missing, and nothing was changed. */
  answered(row: Row): boolean {
    return this.answerIn(row) !== undefined;
  }

  /** What the machine wrote into a row whose outputs are an answer to what it asks now; undefined where they are none. */
  answerIn(row: Row): Cells | undefined {
    if (isBlank(row.cells)) return undefined;
    for (const state of this.statesFor(row)) {
      const cells = cellsIn(state, row);
      if (fits(cells, row)) return cells;
    }
    return undefined;
  }

  /** What the row's own ledger says of its answer, and what others do: where people typed into some cells, answers differ from row to row. */
  private statesFor(row: Row): readonly State[] {
    const { state } = row.ledger;
    const print = fingerprintOf(row);
    const others = this.writtenFor(print);
    return row.theirs.size > 0 && state?.state === 'done' && state.fingerprint === print
      ? [state, ...others]
      : others;
  }

  /** Whether a question was answered with nothing, in this row or another, and all of these slots with it. */
  knownEmpty(fingerprint: string, slots: Iterable<string>): boolean {
    const wanted = [...slots];
    return this.rows.stating
      .of(fingerprint)
      .some(
        ({ ledger: { state } }) => state && isNothing(state) && wanted.every((slot) => state.cells.has(slot)),
      );
  }

  /** Whether some row says of a question that it was perhaps asked, or may say so in a form that cannot be read. */
  perhapsAsked(fingerprint: string): boolean {
    const { stating, asking } = this.rows;
    if (stating.of(fingerprint).some(({ ledger: { state } }) => state?.state === 'perhaps asked'))
      return true;
    return asking
      .of(fingerprint)
      .some(({ ledger: { state, unreadable } }) => unreadable && state?.state !== 'perhaps asked');
  }

  /** A row whose outputs answer a question. It need not ask it itself: its cells may have been edited or sorted away. */
  holder(fingerprint: string): Row | undefined {
    // No row that says so, no answer: true of all rows before a run.
    if (this.rows.stating.of(fingerprint).length === 0) return undefined;
    if (!this.holders.has(fingerprint)) this.holders.set(fingerprint, this.firstHolder(fingerprint));
    return this.holders.get(fingerprint);
  }

  private firstHolder(fingerprint: string): Row | undefined {
    const { asking, stating } = this.rows;
    const holds = (row: Row): boolean => this.heldIn(row) === fingerprint;
    const [one, other] = [asking.of(fingerprint).find(holds), stating.of(fingerprint).find(holds)];
    return one && other && other.at < one.at ? other : (one ?? other);
  }

  /** The question that a row holds an answer to. */
  private heldIn(row: Row): string | undefined {
    const answer = this.answerIn(row);
    if (answer && isWhole(answer, row)) return fingerprintOf(row);
    const { state } = row.ledger;
    const own =
      state?.state === 'done' && fits(state.cells, row) && machineMade(row) && isWhole(state.cells, row);
    return own ? state.fingerprint : undefined;
  }

  /** What was left beside an answer to a question: it moves with the answer, and its ledger may not. */
  besidesOf(fingerprint: string): Besides {
    const states = this.rows.stating.of(fingerprint).map(({ ledger }) => ledger.state);
    return states.find((state) => state?.note || state?.shares) ?? {};
  }

  /** What ledgers say was written as an answer to a question. */
  private writtenFor(fingerprint: string): readonly State[] {
    const known = this.written.get(fingerprint) ?? versionsIn(this.rows.stating.of(fingerprint));
    this.written.set(fingerprint, known);
    return known;
  }
}

function versionsIn(rows: readonly Row[]): State[] {
  const versions: State[] = [];
  for (const { ledger } of rows) {
    const { state } = ledger;
    if (state?.state !== 'done' || isEmptyAnswer(state)) continue;
    if (!versions.some((other) => saysTheSame(other, state))) versions.push(state);
    if (versions.length === MOST_VERSIONS) break;
  }
  return versions;
}

function isNothing(state: State): boolean {
  return state.state === 'done' && isEmptyAnswer(state);
}

function saysTheSame(a: State, b: State): boolean {
  return a.witness === b.witness && cellsKey(a.cells) === cellsKey(b.cells);
}

/** The cells that a state speaks of. One of the first edition says only whether all of them are as they were. */
function cellsIn({ cells, witness }: State, row: Row): Cells {
  if (witness === undefined) return cells;
  const old = row.old();
  return witness === old.witness ? old.cells : cells;
}

/**
 * Whether outputs hold what was written, some of it not blank. A cell that nothing was written into must hold a person's own: a
 * blank one was added since, and has no answer yet.
 */
function fits(written: Cells, { cells: now, held }: Row): boolean {
  const slots = [...now.keys()];
  return (
    slots.some((slot) => isOurs(written, now, slot)) &&
    slots.every((slot) => stands(written, now, slot) || (held.has(slot) && !written.has(slot)))
  );
}

function stands(written: Cells, now: Cells, slot: string): boolean {
  return written.has(slot) ? written.get(slot) === now.get(slot) : now.get(slot) !== '';
}

/** Whether an answer is the machine's from end to end: what a person typed, or a formula of theirs gives, is nobody else's answer. */
function isWhole(answer: Cells, { cells, theirs }: Row): boolean {
  const isCovered = theirs.size === 0 || [...cells.keys()].every((slot) => answer.has(slot));
  return isCovered && isAllWritten(answer, cells);
}
