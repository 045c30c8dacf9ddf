/** A row that is asked anew while an answer to the same question stands in it: what its State remembers of that. Pure. */
import type { Anew } from '../../sheet/anew';
import { withoutLatest } from '../../sheet/earlier';
import { isEmptyAnswer, type State } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import { isBlank, isOurs } from '../../sheet/written';
import { holdsOurs, ourCells } from './standing';

/** What the State of a row that is asked remembers of the answer in it; nothing where that answers another question. */
export function anewIn(row: Row, { run, fingerprint }: Pick<State, 'run' | 'fingerprint'>): Anew {
  const { state } = row.ledger;
  if (state?.fingerprint !== fingerprint) return {};
  const { before, kept, ended, ordinal, at, step } = state;
  const isAnothers = state.state === 'done' && state.run !== run;
  if (isAnothers && !stands(row, state)) return {};
  const own = isAnothers ? { run: state.run, ordinal, at, step } : before;
  return { ...(own && { before: own }), ...(kept && { kept }), ...(ended && { ended }) };
}

/** Whether the answer that a State speaks of is in its row: also one with nothing in it. */
function stands(row: Row, state: State): boolean {
  return holdsOurs(row) || (isBlank(row.cells) && isEmptyAnswer(state));
}

/** The State of the answer that stands in a row which waits to be asked anew, as it was before; undefined where there is none. */
export function stateBefore(row: Row): State | undefined {
  const { state } = row.ledger;
  if (state?.state !== 'reserved' || !state.before) return undefined;
  const { before, was, ...rest } = state;
  const names = withoutLatest(was);
  const answered: State = { ...rest, ...before, state: 'done', ...(names && { was: names }) };
  return stands(row, answered) ? answered : undefined;
}

/** Whether an answer wrote nothing of what is in its row: it found all of it there, or it was none. */
export function foundAll({ cells, kept, ended }: State): boolean {
  if (ended) return true;
  return kept !== undefined && [...cells].every(([slot, hash]) => hash === '' || kept.has(slot));
}

/** The State of the answer of before, once what a later one wrote is emptied; undefined where nothing of it is left. */
export function stateWithout(row: Row): State | undefined {
  const { state } = row.ledger;
  if (!state?.before || !state.kept) return undefined;
  const { before, kept, was, ended: _, ...rest } = state;
  if (![...kept].some((slot) => isOurs(state.cells, row.cells, slot))) return undefined;
  const cells = new Map([...state.cells].map(([slot, hash]) => [slot, kept.has(slot) ? hash : ''] as const));
  const names = withoutLatest(was);
  return { ...rest, ...before, cells, ...(names && { was: names }) };
}

/** The slots of filled cells that are the machine's. */
export function ownSlots(row: Row): ReadonlySet<string> {
  return new Set([...ourCells(row)].flatMap(([slot, hash]) => (hash === '' ? [] : [slot])));
}
