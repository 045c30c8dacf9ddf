/**
 * What is played otherwise in some seeds. Each is thrown for apart, so that all other seeds stay what they are; and none comes every
 * second or fourth time only, for where a seed plays, and whether it plays a situation with a name, go by fours.
 */
import type { Condition } from '../../../src/enrichment/condition';
import { chained } from './chains';
import { limitFor } from './costs';
import { Dice } from './dice';
import { nightsOf } from './nights';
import type { Happening, Scenario, SheetPlan } from './scenario';
import { LOST_AFTER, LOST_BEFORE } from './theme-parts';
import { asWrittenThere } from './where';

/** One of them, in every so many-th seed. */
interface Variation {
  readonly every: number;
  readonly at: number;
  readonly vary: (scenario: Scenario, dice: Dice) => Scenario;
}

/** Facts go into columns of the person's own, half filled by hand. */
const FILLED: Variation = { every: 8, at: 1, vary: filled };

/** The enrichments are for some rows only. */
const MEANT: Variation = { every: 5, at: 3, vary: forSome };

/** Facts are asked with a source for each field. */
const SOURCED: Variation = { every: 11, at: 5, vary: sourced };

/** People let a month cost so much, and two starts come at once. */
const LIMITED: Variation = { every: 13, at: 7, vary: limited };

/** Facts that are not found are asked deeper, and some are found only there. */
const STEPPED: Variation = { every: 17, at: 9, vary: stepped };

/** Some nights go by in the end, in which an enrichment is refreshed by itself. */
const NIGHTLY: Variation = {
  every: 25,
  at: 22,
  vary: (scenario, dice) => ({ ...scenario, nights: nightsOf(dice) }),
};

/** What is lost as all is overwritten may never have reached Linkup: then nothing but old answers is there to be found. */
const UNHEARD: Variation = { every: 1, at: 0, vary: unheard };

/** Enrichments use the answers of others. Situations with a name stay what they are. */
const CHAINED: Variation = {
  every: 9,
  at: 8,
  vary: (scenario, dice) => (scenario.theme === undefined ? chained(scenario, dice) : scenario),
};

/** The scenario of a seed as that seed varies it. The first edition knows none of it. */
export function varied(scenario: Scenario): Scenario {
  if (scenario.firstEdition) return scenario;
  return [UNHEARD, FILLED, MEANT, SOURCED, LIMITED, STEPPED, NIGHTLY, CHAINED]
    .filter(({ every, at }) => scenario.seed % every === at)
    .reduce((before, { vary }) => vary(before, new Dice(scenario.seed + 7)), scenario);
}

const OVERWRITTEN = 'overwritten at once, and a POST is lost';

function unheard(scenario: Scenario, dice: Dice): Scenario {
  if (scenario.theme !== OVERWRITTEN || dice.chance(0.5)) return scenario;
  const lost = dice.pick(LOST_BEFORE);
  const isLost = ({ kind }: Happening): boolean => LOST_AFTER.includes(kind);
  const happenings = scenario.happenings.map((each) => (isLost(each) ? { ...each, kind: lost } : each));
  // Where Linkup does not say its time, tasks of shortly before come into question.
  const linkup = { ...scenario.linkup, dateHeader: false };
  const { ownLimit: _, ...unlimited } = scenario;
  return { ...unlimited, linkup, happenings };
}

const CONDITIONS: readonly Condition[] = [
  { column: 'Year', test: 'greater', value: '2,001' },
  { column: 'year', test: 'is', value: '2001' },
  { column: 'Year', test: 'is not', value: '2001' },
  { column: 'Note', test: 'contains', value: 'NOTE' },
  { column: 'Note', test: 'not empty' },
];

function forSome(scenario: Scenario, dice: Dice): Scenario {
  const { value, ...picked } = dice.pick(CONDITIONS);
  const there = value === undefined ? {} : { value: asWrittenThere(value, scenario.seed) };
  const onlyIf = { ...picked, ...there };
  return { ...scenario, sheets: scenario.sheets.map((plan) => ({ ...plan, onlyIf })) };
}

function filled(scenario: Scenario): Scenario {
  const own = ({ enrichments }: SheetPlan): SheetPlan['enrichments'] =>
    enrichments.map((kind) => (kind === 'facts' ? 'filled' : kind));
  return { ...scenario, sheets: scenario.sheets.map((plan) => ({ ...plan, enrichments: own(plan) })) };
}

function sourced(scenario: Scenario): Scenario {
  return { ...scenario, sheets: scenario.sheets.map((plan) => ({ ...plan, fieldSources: true })) };
}

/** Half of what all steps may cost is soon spent on the dearer one. */
function stepped(scenario: Scenario, dice: Dice): Scenario {
  const sheets = scenario.sheets.map((plan) => ({ ...plan, steps: true }));
  const halfCap = scenario.halfCap || dice.chance(0.5);
  return { ...scenario, sheets, halfCap, linkup: { ...scenario.linkup, isShy: true } };
}

/**
 * Two enrichments, one of which is as much as a month may cost. Only the document's lock keeps two starts in one document apart, but
 * between two documents nothing does, or where Google loses it: so it is lost as the first of them is counted.
 */
function limited(scenario: Scenario, dice: Dice): Scenario {
  const sheets = scenario.sheets.map(forTwoStarts);
  const when = { before: 'the saving of a month', nth: 1 };
  const second = dice.pick([['lock lost', 'starts the last enrichment as well'], ['tries one row']]);
  const atOnce = second.map((kind) => ({ kind, when, salt: dice.salt() }));
  const ownLimit = limitFor(sheets, dice);
  return { ...scenario, sheets, ownLimit, happenings: [...scenario.happenings, ...atOnce] };
}

/** Most rows that two starts need. */
const FEW = 8;

function forTwoStarts(plan: SheetPlan): SheetPlan {
  const [first, second = first === 'saying' ? 'facts' : 'saying'] = plan.enrichments;
  return { ...plan, rows: plan.rows.slice(0, FEW), enrichments: first ? [first, second] : [] };
}
