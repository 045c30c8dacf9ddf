/** What the questions of simulated people cost. */
import type { Dice } from './dice';
import type { Kind } from './enrichments';
import type { SheetPlan } from './scenario';

/** US dollars that one question of a kind costs, for balances and limits that end in the middle of a run. */
export const DEAREST: Readonly<Record<Kind, number>> = {
  facts: 0.006,
  filled: 0.006,
  saying: 0.006,
  aside: 0.055,
  page: 0.001,
  report: 0.25,
  follow: 0.006,
  read: 0.001,
  last: 0.006,
};

/** What lets a month cost a part of the dearest enrichment, or all of it: mostly one run passes, and a second one would not. */
export function limitFor(sheets: readonly SheetPlan[], dice: Dice): number {
  const costs = sheets.flatMap(({ rows, enrichments }) =>
    enrichments.map((kind) => rows.length * DEAREST[kind]),
  );
  return Math.round(Math.max(...costs) * dice.pick([0.6, 1, 1, 1.5]) * 1_000) / 1_000;
}
