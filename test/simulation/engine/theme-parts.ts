/** What situations with a name are put together from. */
import { limitFor } from './costs';
import type { Dice } from './dice';
import type { Kind } from './enrichments';
import type { Happening, Moment, Scenario, SheetPlan } from './scenario';

/** One situation. */
export interface Theme {
  readonly name: string;
  /** What of a small job is otherwise in it. */
  readonly make: (dice: Dice) => Partial<Scenario>;
}

/** Ways in which a POST comes to nothing that its sender can tell, with an effect. */
export const LOST_AFTER = ['post: answer lost', 'post: 500 after effect', 'post: truncated', 'post: HTML'];

/** And without one. */
export const LOST_BEFORE = ['post: unreachable', 'post: 500 before effect', 'post: 502 before effect'];

/** What becomes of buffered writes when Google kills an execution. */
export const KILLS = ['killed, writes lost', 'killed, writes applied', 'killed, writes partly applied'];

/** A small table, some of whose rows ask the same. */
export function table(dice: Dice, ...enrichments: readonly Kind[]): SheetPlan {
  return { rows: rows(dice, dice.between(4, 7)), enrichments };
}

/** One of more rows than one batch takes. */
export function longTable(dice: Dice, ...enrichments: readonly Kind[]): SheetPlan {
  return { rows: rows(dice, dice.between(7, 10)), enrichments };
}

function rows(dice: Dice, n: number): SheetPlan['rows'] {
  return Array.from({ length: n }, (_, i) => [
    dice.chance(0.15) ? `Thing-${dice.between(0, i)}` : `Thing-${i}`,
    String(2000 + dice.between(1, 3)),
  ]);
}

/** Every second time with a source for each field. */
export function withSources(dice: Dice, plan: SheetPlan): SheetPlan {
  return dice.chance(0.5) ? { ...plan, fieldSources: true } : plan;
}

/** Every second time people let a month cost a part of it. */
export function mayLimit(dice: Dice, sheets: readonly SheetPlan[]): Pick<Scenario, 'ownLimit'> {
  return dice.chance(0.5) ? { ownLimit: limitFor(sheets, dice) } : {};
}

/** Something happens at a moment. */
export function happens(dice: Dice, kind: string, when: Moment): Happening {
  return { kind, when, salt: dice.salt() };
}
