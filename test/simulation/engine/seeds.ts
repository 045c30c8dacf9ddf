/** From a seed to a scenario: table, Linkup, Google, and what happens when. */
import type { OnKill } from '../../doubles/google/errors';
import { DEAREST } from './costs';
import { Dice } from './dice';
import type { Kind } from './enrichments';
import { REFUSALS } from './faults';
import { KINDS, ONLY_WHERE_MADE } from './happenings';
import { QUIET } from './moments';
import type { GooglePlan, Happening, LinkupPlan, Moment, Scenario, SheetPlan } from './scenario';
import { inTheme, THEMES } from './themes';
import { varied } from './variations';
import { NOWHERE } from './web';

/** Moments at which something is worth trying, and how often they come in a small job: round them, things are under way. */
const TURNING_POINTS: readonly (readonly [before: string, times: number])[] = [
  ['a POST of tasks', 2],
  ['a list of tasks', 4],
  ['a write of cells', 6],
  ['a flush of what was written', 5],
  ['the saving of a run', 5],
  ['the removal of a run', 1],
  ['the saving of an intent', 2],
  ['the saving of a mark', 3],
  ['Range.getValues', 12],
  ['Range.getDisplayValues', 12],
  ['Properties.setProperty', 11],
  ['Utilities.sleep', 4],
  ['Lock.tryLock', 2],
];

/** Faults that strike a certain call only, and how often such a call is made in a small job. */
const ONLY_BEFORE: Readonly<Record<string, readonly [before: string, times: number]>> = {
  'lock not granted': ['Lock.tryLock', 2],
  // Before a run has ended there is nothing to undo.
  'undoes a run': [QUIET, 2],
};

/** Every so many-th seed plays a situation with a name, and which of them. */
export const THEMED_EVERY = 4;
const THEMED = 2;

/** Whether a seed plays a situation with a name. */
export function isThemed(seed: number): boolean {
  return seed % THEMED_EVERY === THEMED;
}

/** The scenario of a seed. */
export function scenarioOf(seed: number): Scenario {
  return varied(isThemed(seed) ? themed(seed) : mixed(seed));
}

/** One situation after the other. */
function themed(seed: number): Scenario {
  const theme = THEMES[Math.floor(seed / THEMED_EVERY) % THEMES.length];
  if (!theme) throw new RangeError(`no theme for seed ${seed}`);
  return inTheme(theme, seed, new Dice(seed));
}

/** Everything is random. */
function mixed(seed: number): Scenario {
  const dice = new Dice(seed);
  const sheets = dice.chance(0.15) ? [sheetPlan(dice), sheetPlan(dice)] : [sheetPlan(dice)];
  const linkup = linkupPlan(dice, sheets);
  const scenario: Scenario = {
    seed,
    sheets,
    linkup,
    google: googlePlan(dice),
    skewMs: dice.chance(0.25) ? dice.between(-45_000, 45_000) : 0,
    halfCap: seed % 10 === 0,
    ownKey: dice.chance(0.5),
    twoOrganizations: dice.chance(0.3),
    imported: false,
    firstEdition: false,
    stopsIt: dice.chance(0.1),
    happenings: happenings(dice, sheets),
    again: true,
  };
  if (dice.chance(0.06)) return imported(scenario, dice);
  return dice.chance(0.04) ? updated(scenario, dice) : scenario;
}

/** A table whose things one formula brings from another file: its rows stay where they are, and it is away at times. */
function imported(scenario: Scenario, dice: Dice): Scenario {
  const still = scenario.happenings.filter(({ kind }) => !KINDS.hand.includes(kind));
  const awayAndBack = ['the imported column fails', 'the imported column is back'].map((kind) => ({
    kind,
    when: momentFor(kind, dice, 70),
    salt: dice.salt(),
  }));
  return { ...scenario, imported: true, happenings: [...still, ...awayAndBack] };
}

/** A run of the first edition, during which the new code is pushed. It cannot stand much more than that. */
function updated({ seed, sheets, ...rest }: Scenario, dice: Dice): Scenario {
  const when: Moment = { call: dice.between(1, 60) };
  return {
    ...rest,
    seed,
    sheets: sheets.slice(0, 1).map(({ rows }) => ({ rows, enrichments: ['facts'] })),
    linkup: { queueLimit: dice.pick([3, 6, 100]) },
    google: { ...rest.google, profile: 'bound', language: 'en', jitterMs: 0 },
    skewMs: 0,
    halfCap: false,
    firstEdition: true,
    happenings: [{ kind: 'pushes new code', when, salt: 1 }],
  };
}

function googlePlan(dice: Dice): GooglePlan {
  return {
    profile: dice.chance(0.2) ? 'addon' : 'bound',
    language: dice.chance(0.3) ? dice.pick(['fr', 'de', 'es', 'pt', 'ar'] as const) : 'en',
    validationThrows: dice.pick(['write', 'flush'] as const),
    onKill: dice.pick<OnKill>(['lost', 'applied', 'partly']),
    jitterMs: dice.chance(0.3) ? dice.between(0, 90_000) : 0,
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

/** Without spaces, so that a thing can stand in a web address. Mostly new things, sometimes one that was there before, a blank, or one that nobody knows. */
function thing(dice: Dice, i: number): string {
  const kind = dice.between(1, 20);
  if (kind === 1) return '';
  if (kind === 2) return `${NOWHERE}-${dice.between(1, 3)}`;
  if (kind === 3) return `long-${i}-${'o'.repeat(120)}`;
  return kind <= 6 ? `Thing-${dice.between(0, i)}` : `Thing-${i}`;
}

function kinds(dice: Dice): Kind[] {
  const first = dice.pick<Kind>(['facts', 'facts', 'facts', 'saying', 'page', 'report']);
  if (dice.chance(0.7)) return [first];
  if (first === 'saying') return [first, 'aside'];
  return [...new Set<Kind>([first, dice.pick<Kind>(['facts', 'saying', 'page', 'report'])])];
}

function linkupPlan(dice: Dice, sheets: readonly SheetPlan[]): LinkupPlan {
  const rare = <T>(share: number, value: () => T): T | undefined =>
    dice.chance(share) ? value() : undefined;
  const plan = {
    queueLimit: dice.pick([2, 3, 4, 6, 10, 100]),
    responseOrder: rare(0.3, () => 'shuffled' as const),
    completionOrder: rare(0.3, () => dice.pick(['submission', 'reverse'] as const)),
    atomicity: dice.pick(['all', 'each', 'drop'] as const),
    shortage: rare(0.2, () => 'partial' as const),
    echo: rare(0.2, () => 'minimal' as const),
    echoSubject: rare(0.7, () => 'normalised' as const),
    echoSchema: rare(0.7, () => 'closed' as const),
    echoMaxResults: rare(0.5, () => 20),
    echoToDate: rare(0.7, () => dice.pick(['utc day', 'local day', 'day before', 'day after'] as const)),
    echoResearchMode: rare(0.5, () => 'resolved' as const),
    creditCheck: rare(0.2, () => 'completion' as const),
    listLagMs: rare(0.1, () => dice.between(500, 5_000)),
    failureRate: rare(0.15, () => 0.3),
    stuckEvery: rare(0.02, () => dice.between(3, 6)),
    retentionMs: rare(0.06, () => dice.between(2, 30) * 60_000),
    maxQueryLength: rare(0.2, () => 90),
    neighbours: rare(0.2, () => neighbours(dice)),
    balance: rare(0.08, () => dice.between(1, 8) * DEAREST[sheets[0]?.enrichments[0] ?? 'facts']),
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
  const groups = [KINDS.hand, KINDS.press, KINDS.fault, KINDS.fault, KINDS.kill].map((kinds) =>
    kinds.filter((kind) => !ONLY_WHERE_MADE.includes(kind)),
  );
  const work = sheets.reduce((sum, { rows, enrichments }) => sum + rows.length * enrichments.length, 0);
  return Array.from({ length: dice.chance(0.05) ? 0 : dice.between(1, 6) }, () => {
    const kind = dice.pick(dice.pick(groups));
    return { kind, when: momentFor(kind, dice, 70 + 8 * work), salt: dice.salt() };
  });
}

function momentFor(kind: string, dice: Dice, calls: number): Moment {
  const refusal = REFUSALS[kind];
  const only = refusal ? ([refusal.method, 6] as const) : ONLY_BEFORE[kind];
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
