/** What people do about all columns of a sheet at once: start them at one price, and stop them. */
import { COLLEAGUE, OWNER } from '../engine/cast';
import type { Dice } from '../engine/dice';
import { memberOf } from '../engine/replies';
import type { Stage, StagedSheet } from '../engine/stage';

type Doing = (stage: Stage, sheet: StagedSheet, dice: Dice) => boolean;

/** All of them. */
export const CHAINING: Readonly<Record<string, Doing>> = {
  'enriches all columns': (stage, sheet, dice) => enrichAll(stage, sheet, byWhom(dice)),
  'stops all columns': (stage, sheet, dice) => {
    const { result } = stage.ask(byWhom(dice), 'stopChain', { sheetId: sheet.shadow.real.id });
    const stopped = result === undefined ? [] : stage.present(sheet);
    for (const [enrichment] of stopped) stage.stops.push({ at: stage.clock.now(), enrichment });
    return true;
  },
};

function byWhom(dice: Dice): string {
  return dice.chance(0.75) ? OWNER : COLLEAGUE;
}

/** Looks at the price of all columns, and agrees to it, or to a part of it. */
export function enrichAll(stage: Stage, { shadow }: StagedSheet, user: string, share = 1): boolean {
  const sheetId = shadow.real.id;
  const { result } = stage.ask(user, 'chainOffer', { sheetId });
  const total = Number(memberOf(result, 'total'));
  if (Number.isNaN(total)) return false;
  const cap = total * share;
  stage.runs.agreed(stage.nextExecution, { user, cap, overwrite: false, isForAll: true });
  stage.ask(user, 'enrichChain', { sheetId, revision: memberOf(result, 'revision'), total, cap });
  return true;
}
