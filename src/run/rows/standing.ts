/** Where each row stands for its present question, judged from the ledger and the outputs together. */
import type { Standing } from '../../enrichment/selection';
import { STATUS } from '../../enrichment/status';
import { isPaused } from '../../enrichment/words';
import { awaitsTask, isFinal, type State } from '../../sheet/ledger';
import type { Row, TableView } from '../../sheet/table';

/** The fingerprint that a row asks, or '' when it can ask nothing. */
export function asked(row: Row): string {
  return 'fingerprint' in row.question ? row.question.fingerprint : '';
}

/** Whether the outputs of a row are what the machine last left there, as far as the row's own ledger knows. */
export function machineMade(row: Row): boolean {
  return row.witness === '' || row.witness === row.ledger.state?.witness;
}

/** Whether a row's ledger knows the end of what the row asks now. */
export function isSettled({ ledger, question }: Row): boolean {
  const { state } = ledger;
  return (
    state !== undefined &&
    isFinal(state.state) &&
    'text' in question &&
    question.fingerprint === state.fingerprint
  );
}

/**
 * Whether some run held a row: its ledger names a question, or was emptied by somebody who left the machine's own words in Status.
 * What no run held is never filled: another person's task may well ask the same.
 */
export function wasHeld({ layout }: TableView, { ledger, display }: Row): boolean {
  if (ledger.question !== '' || ledger.state !== undefined || ledger.taskId !== '') return true;
  const status = display[layout.status - 1] ?? '';
  return [STATUS.reserved, STATUS.submitted, STATUS.damaged].includes(status) || isPaused(status);
}

/** Whether an answer to what a row asks may be written into it, or at least its end be noted: nothing typed is in the way, or it was asked for. */
export function takes(row: Row): boolean {
  const { state, question } = row.ledger;
  return machineMade(row) || (question === asked(row) && state !== undefined && !isFinal(state.state));
}

/** The answers on a sheet: for each question, the rows that hold an answer to it, wherever the ledger was left behind. */
export class Answers {
  private readonly witnesses = new Set<string>();
  private readonly holders = new Map<string, Row>();
  private readonly empty = new Set<string>();

  constructor(rows: readonly Row[]) {
    for (const { ledger } of rows) {
      const state = ledger.state;
      if (state?.state !== 'done') continue;
      if (state.witness) this.witnesses.add(`${state.fingerprint} ${state.witness}`);
      else this.empty.add(state.fingerprint);
    }
    for (const row of rows) {
      const holder = this.holderFor(row);
      if (holder && !this.holders.has(holder)) this.holders.set(holder, row);
    }
  }

  /** Whether a row's own outputs are an answer to what it asks now. */
  answered(row: Row): boolean {
    return row.witness !== '' && this.witnesses.has(`${asked(row)} ${row.witness}`);
  }

  /** Whether a question was answered with nothing, in this row or another. */
  knownEmpty(fingerprint: string): boolean {
    return this.empty.has(fingerprint);
  }

  /** A row whose outputs answer a question. It need not ask it itself: its cells may have been edited or sorted away. */
  holder(fingerprint: string): Row | undefined {
    return this.holders.get(fingerprint);
  }

  private holderFor(row: Row): string | undefined {
    if (this.answered(row)) return asked(row);
    const state = row.ledger.state;
    const own = state?.state === 'done' && row.witness !== '' && state.witness === row.witness;
    return own ? state.fingerprint : undefined;
  }
}

/** Where a row stands. `isLive` tells the runs that still go on: what a dead one reserved is nobody's any more. */
export function standingOf(row: Row, answers: Answers, isLive: (run: string) => boolean): Standing {
  const { state, question } = row.ledger;
  if (answers.answered(row)) return 'answered';
  const about = state?.fingerprint === asked(row) ? state : undefined;
  if (about?.state === 'reserved' && isLive(about.run)) return 'asking';
  if (awaitsTask(row.ledger) && question === asked(row)) return 'asking';
  if (about?.state === 'perhaps asked') return about.state;
  if (row.witness !== '') return machineMade(row) ? 'outdated' : 'typed';
  if (about) return endOf(about);
  return answers.knownEmpty(asked(row)) ? 'not found' : 'unasked';
}

/** Where a row with blank outputs stands. An answer with nothing in it was billed: asking again would find nothing again. */
function endOf({ state, witness }: State): Standing {
  if (state === 'not found' || state === 'failed' || state === 'expired') return state;
  // With a witness the answer had something in it, and a person cleared it.
  return state === 'done' && witness === '' ? 'not found' : 'unasked';
}
