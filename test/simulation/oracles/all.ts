/** All oracles together, as they apply at each point of a simulation. */
import type { Stage } from '../engine/stage';
import type { Watch } from '../engine/watch';
import { checkAnswers } from './answers';
import { checkEnding } from './ending';
import { checkLimits } from './limits';
import { checkMoney } from './money';
import { checkSecret } from './secret';
import { checkSheet } from './sheet';
import type { Violation } from './violation';

/** Checks every promise. What can only hold once the add-on has looked at the table again is checked where it has, or `everywhere`. */
export function violations(stage: Stage, watch: Watch, everywhere: boolean): Violation[] {
  const there = stage.sheets.filter((sheet) => stage.has(sheet));
  return [
    ...there.flatMap((sheet) =>
      [...sheet.enrichments].flatMap(([id, enrichment]) =>
        checkAnswers(stage, sheet, enrichment, everywhere || watch.isReconciled(sheet, id)),
      ),
    ),
    ...there.flatMap(({ shadow }) => checkSheet(shadow)),
    ...checkMoney(stage),
    ...checkEnding(stage),
    ...checkLimits(stage),
    ...checkSecret(stage),
  ];
}
