/** The hidden ledger cells of a row: State, Task, Question. The machine's only memory of a row. */
import { hashOf } from '../enrichment/fingerprint';
import { ROW_STATES, type RowState } from '../enrichment/status';

/** What the State cell says. Written together with the answers it speaks of. */
export interface State {
  readonly state: RowState;
  /** When, in ms since 1970; for a submitted row, Linkup's clock. */
  readonly at: number;
  /** The run that wrote it. */
  readonly run: string;
  /** The fingerprint of the question that it speaks of. */
  readonly fingerprint: string;
  /** The question's number in its run, from 1: what was asked once is never asked again. */
  readonly ordinal: number;
  /** The witness of the outputs that the machine last left in the row, or '' where it left none. */
  readonly witness: string;
}

/** The three hidden cells. `taskId` and `question` identify; they are never written together with answers. */
export interface Ledger {
  readonly state: State | undefined;
  readonly taskId: string;
  readonly question: string;
}

const FORMAT =
  /^(reserved|submitted|done|not found|failed|expired|perhaps asked) \| (\S+) \| (\w+) \| (\w+) \| (\d+) \| (\w*)$/;

/** The State cell's text: readable for whoever unhides it. */
export function stateText(state: State): string {
  const { fingerprint, ordinal, witness, run } = state;
  return [state.state, new Date(state.at).toISOString(), run, fingerprint, ordinal, witness].join(' | ');
}

/** Reads a State cell. Undefined for an empty or damaged one: what it said is then unknown, and nothing is assumed. */
export function parseState(text: string): State | undefined {
  const [, word, iso = '', run = '', fingerprint = '', ordinal = '', witness = ''] = FORMAT.exec(text) ?? [];
  const state = ROW_STATES.find((known) => known === word);
  const at = Date.parse(iso);
  if (!state || Number.isNaN(at)) return undefined;
  return { state, at, run, fingerprint, ordinal: Number(ordinal), witness };
}

/** Whether a state is the end of a question's way. */
export function isFinal(state: RowState): boolean {
  return state !== 'reserved' && state !== 'submitted';
}

/** A short hash of a row's outputs as they read, to recognise our own work later; '' where all are blank. */
export function witnessOf(readings: readonly string[]): string {
  return readings.every((text) => text === '') ? '' : hashOf(JSON.stringify(readings)).slice(0, 12);
}

/** Whether the row waits for the task that its identifying cells name. */
export function awaitsTask({ state, taskId, question }: Ledger): boolean {
  if (!taskId || !question) return false;
  return !(state && isFinal(state.state) && state.fingerprint === question);
}
