/** Rows that were edited since they were answered, and those that were put back: what their Status is to say. Pure. */
import { isUnknown } from '../../enrichment/row-question';
import { isOutdated, STATUS } from '../../enrichment/status';
import { isEmptyAnswer, isFinal, type State } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { standingStatus } from './answered-status';
import { statusPatch } from './patching';
import { fingerprintOf, holdsOurs, saysItWaits } from './standing';

/**
 * The Status of a row whose answer is to another question than it asks now, or to its own again, or has come although it says that it waits;
 * undefined where it says so already.
 */
export function renewedStatus(view: TableView, row: Row): Patch | undefined {
  const { state } = row.ledger;
  if (!state || !isFinal(state.state) || isUnknown(row.question)) return undefined;
  const status = textIn(row.values, view.layout.status);
  const saysSo = isOutdated(status);
  if (state.fingerprint === fingerprintOf(row))
    return (saysSo || saysItWaits(status)) && hasItsEnd(row, state)
      ? statusPatch(view, row, endOf(view, row, state))
      : undefined;
  return holdsOurs(row) && !saysSo ? statusPatch(view, row, STATUS.outdated) : undefined;
}

function endOf(view: TableView, row: Row, state: State): string {
  return state.state === 'done' ? standingStatus(view, row, state) : STATUS[state.state];
}

/** An answer may have been lost to a sort, with what somebody had typed over it. */
function hasItsEnd(row: Row, state: State): boolean {
  return state.state !== 'done' || isEmptyAnswer(state) || holdsOurs(row);
}
