/** From a seed to a scenario: table, Linkup, Google, and what happens when. */
import type { OnKill } from '../../doubles/google/errors';
import { Dice } from './dice';
import type { Kind } from './enrichments';
import { REFUSALS } from './faults';
import { KINDS } from './happenings';
import type { Happening, LinkupPlan, Moment, Scenario, SheetPlan } from './scenario';
import { NOWHERE } from './web';

/** Moments at which something is worth trying, and how often they come in a small job: round them, things are under way. */
const TURNING_POINTS: readonly (readonly [before: string, times: number])[] = [
  ['a POST of tasks', 4],
  ['a list of tasks', 12],
  ['a write of cells', 12],
  ['a flush of what was written', 10],
  ['the saving of a run', 6],
  ['the removal of a run', 1],
  ['the saving of an intent', 3],
  ['the saving of a mark', 2],
  ['SpreadsheetApp.flush', 14],
  ['Range.setValues', 24],
  ['Range.getValues', 16],
  ['Range.getDisplayValues', 16],
  ['Properties.setProperty', 16],
  ['UrlFetchApp.fetch', 14],
  ['Utilities.sleep', 14],
  ['Lock.tryLock', 6],
];

/** Faults that strike a certain call only, and how often such a call is made in a small job. */
const ONLY_BEFORE: Readonly<Record<string, readonly [before: string, times: number]>> = {
  'lock not granted': ['Lock.tryLock', 6],
};

/** The scenario of a seed. */
export function scenarioOf(seed: number): Scenario {
  const dice = new Dice(seed);
  const sheets = dice.chance(0.15) ? [sheetPlan(dice), sheetPlan(dice)] : [sheetPlan(dice)];
  const linkup = linkupPlan(dice);
  return {
    seed,
    sheets,
    linkup,
    onKill: dice.pick<OnKill>(['lost', 'applied', 'partly']),
    jitterMs: dice.chance(0.3) ? dice.between(0, 90_000) : 0,
    skewMs: dice.chance(0.25) ? dice.between(-45_000, 45_000) : 0,
    halfCap: seed % 10 === 0,
    ownKey: dice.chance(0.5),
    happenings: happenings(dice, sheets),
    again: true,
  };
}

function sheetPlan(dice: Dice): SheetPlan {
  const size = dice.chance(0.1) ? dice.between(20, 40) : dice.between(5, 12);
  const years = dice.between(1, 3);
  const rows = Array.from({ length: size }, (_, i): [string, string] => [
    thing(dice, i),
    dice.chance(0.05) ? '' : String(2000 + dice.between(1, years)),
  ]);
  return { rows, enrichments: kinds(dice) };
}

/** Mostly new things, sometimes one that was there before, a blank, or one that nobody knows. */
function thing(dice: Dice, i: number): string {
  const kind = dice.between(1, 20);
  if (kind === 1) return '';
  if (kind === 2) return `${NOWHERE} ${dice.between(1, 3)}`;
  if (kind === 3) return `long ${i} ${'o'.repeat(120)}`;
  return kind <= 6 ? `thing ${dice.between(0, i)}` : `thing ${i}`;
}

function kinds(dice: Dice): Kind[] {
  const first = dice.pick<Kind>(['facts', 'facts', 'facts', 'saying', 'page', 'report']);
  if (dice.chance(0.75)) return [first];
  return [...new Set<Kind>([first, dice.pick<Kind>(['facts', 'saying', 'page', 'report'])])];
}

function linkupPlan(dice: Dice): LinkupPlan {
  const rare = <T>(share: number, value: () => T): T | undefined =>
    dice.chance(share) ? value() : undefined;
  const plan = {
    queueLimit: dice.pick([2, 3, 4, 6, 10, 100]),
    responseOrder: rare(0.3, () => 'shuffled' as const),
    completionOrder: rare(0.3, () => dice.pick(['submission', 'reverse'] as const)),
    atomicity: dice.pick(['all', 'each', 'drop'] as const),
    shortage: rare(0.2, () => 'partial' as const),
    ...rare(0.3, () => dice.pick([{ echoToDate: 'utc day' }, { echo: 'minimal' }] as const)),
    creditCheck: rare(0.2, () => 'completion' as const),
    listLagMs: rare(0.1, () => dice.between(500, 5_000)),
    failureRate: rare(0.15, () => 0.3),
    stuckEvery: rare(0.02, () => dice.between(3, 6)),
    retentionMs: rare(0.06, () => dice.between(2, 30) * 60_000),
    maxQueryLength: rare(0.2, () => 90),
    neighbours: rare(0.2, () => neighbours(dice)),
    balance: rare(0.08, () => dice.between(1, 60) / 1000),
  };
  return defined(plan);
}

function neighbours(dice: Dice): NonNullable<LinkupPlan['neighbours']> {
  return {
    slots: dice.between(0, 2),
    everyMs: dice.chance(0.5) ? dice.between(5, 30) * 1000 : null,
    perListRead: dice.chance(0.5) ? dice.between(1, 30) : 0,
  };
}

function happenings(dice: Dice, sheets: readonly SheetPlan[]): Happening[] {
  const groups = [KINDS.person, KINDS.person, KINDS.fault, KINDS.fault, KINDS.kill];
  const work = sheets.reduce((sum, { rows, enrichments }) => sum + rows.length * enrichments.length, 0);
  return Array.from({ length: dice.between(0, 5) }, () => {
    const kind = dice.pick(dice.pick(groups));
    return { kind, when: momentFor(kind, dice, 80 + 8 * work), salt: dice.salt() };
  });
}

function momentFor(kind: string, dice: Dice, calls: number): Moment {
  const refusal = REFUSALS[kind];
  const only = refusal ? ([refusal.method, 12] as const) : ONLY_BEFORE[kind];
  if (only) return nth(dice, only);
  return dice.chance(0.5) ? { call: dice.between(1, calls) } : nth(dice, dice.pick(TURNING_POINTS));
}

function nth(dice: Dice, [before, times]: readonly [before: string, times: number]): Moment {
  return { before, nth: dice.between(1, times) };
}

/** The plan without what it does not say. */
function defined<T extends object>(plan: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(plan).filter(([, value]) => value !== undefined);
  // Members without a value are left out, which is what an optional member means.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
