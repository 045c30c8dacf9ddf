/** All oracles together, as they apply at each point of a simulation. */
import type { Stage } from '../engine/stage';
import type { Watch } from '../engine/watch';
import { FORGERY } from '../people/forger';
import { checkAnew } from './anew';
import { checkAnswers } from './answers';
import { checkChains } from './chains';
import { checkEffort } from './effort';
import { checkEnding, checkReceipts, checkStops } from './ending';
import { checkLimits } from './limits';
import { checkMoney, checkPaidOnce } from './money';
import { checkOwnLimits } from './own-limit';
import { checkSchedules } from './schedules';
import { checkSecret } from './secret';
import { checkSheet } from './sheet';
import type { Promised, Violation } from './violation';

/**
 * Checks every promise. What can only hold once the add-on has looked at the table again is checked where it has, and everywhere
 * when Enrich was `pressedAgain`.
 */
export function violations(stage: Stage, watch: Watch, pressedAgain: boolean): Violation[] {
  const there = stage.sheets.filter((sheet) => stage.has(sheet));
  const inRows = there.flatMap((sheet) =>
    stage.present(sheet).flatMap(([id, enrichment]) =>
      checkAnswers(stage, sheet, enrichment, {
        settled: pressedAgain || watch.isReconciled(sheet, id),
        pressedAgain,
      }),
    ),
  );
  const found = [
    ...there.flatMap(({ shadow }) => checkSheet(shadow)),
    ...checkMoney(stage),
    ...checkPaidOnce(stage),
    ...checkChains(stage, watch),
    ...checkAnew(stage),
    ...checkOwnLimits(stage),
    ...checkSchedules(stage),
    ...checkEnding(stage),
    ...checkReceipts(stage),
    ...checkStops(stage),
    ...checkLimits(stage),
    ...checkEffort(stage, watch.effort),
    ...checkSecret(stage),
  ];
  if (!isForged(stage)) return [...inRows, ...found];
  return [...inRows.filter(({ promise }) => KEPT.includes(promise)), ...found.filter(isNoSpoil)];
}

/** Who may edit the document can spoil its answers; not what people typed, nor what is safe in a cell. */
const KEPT: readonly Promised[] = [4, 5];

/** And can have questions asked twice; but never beyond what their payer agreed to. */
function isNoSpoil({ promise }: Violation): boolean {
  return promise !== 2;
}

/** Whether somebody forged what is stored or hidden. */
export function isForged({ tally }: Stage): boolean {
  return Object.keys(FORGERY).some((kind) => kind in tally.userActions);
}
