/** Scenarios with chains: enrichments that ask with the answers of others, and what people, Google and Linkup do to them. */
import { limitFor } from './costs';
import type { Dice } from './dice';
import type { Kind } from './enrichment-types';
import { AT_LINKUP } from './faults';
import { KINDS, ONLY_WHERE_MADE } from './happenings';
import { QUIET } from './moments';
import type { Happening, Moment, Scenario } from './scenario';
import { happens, KILLS, table } from './theme-parts';

/** Each behind what it uses. */
const CHAINS: readonly (readonly Kind[])[] = [
  ['facts', 'follow'],
  ['facts', 'follow'],
  ['facts', 'read'],
  ['facts', 'read', 'last'],
  ['facts', 'follow', 'read'],
];

const ALL_COLUMNS = 'enriches all columns';

/** What is most likely to come between a row's first answer and its second. */
const BY_PEOPLE = [
  ALL_COLUMNS,
  ALL_COLUMNS,
  'stops all columns',
  'stops in the sidebar',
  'edits an input',
  'edits an input',
  'adds a row',
  'types into an output',
  'clears a column',
  'sorts only the own columns',
  'sorts the whole range',
  'undoes a run',
  'enriches in the sidebar',
  'overwrites in the sidebar',
  'carries on with the run of the other one',
  'colleague presses Enrich',
  'colleague presses Check',
  'renames a column',
  'deletes an output column',
  'saves again',
];

/** Moments in the life of a chain, and how often each comes in one of a few rows. */
const MOMENTS: readonly (readonly [before: string, times: number])[] = [
  ['a POST of tasks', 5],
  ['a list of tasks', 8],
  ['a write of cells', 14],
  ['a flush of what was written', 12],
  ['the saving of a run', 10],
  ['the saving of an agreement', 6],
  ['the saving of an intent', 5],
  ['the saving of a mark', 6],
  ['the removal of a run', 3],
  ['Range.getValues', 30],
  ['Range.getDisplayValues', 30],
  ['Utilities.sleep', 8],
  ['Lock.tryLock', 4],
];

/** A small table with a chain on it instead of what a scenario was about; all else stays. */
export function chained(scenario: Scenario, dice: Dice): Scenario {
  const sheets = [{ ...scenario.sheets[0], ...table(dice, ...dice.pick(CHAINS)) }];
  const isInOneGo = dice.chance(0.75);
  return {
    ...scenario,
    ...(scenario.ownLimit !== undefined && { ownLimit: limitFor(sheets, dice) }),
    sheets,
    imported: false,
    chain: isInOneGo ? 'in one go' : 'one by one',
    happenings: [
      ...(dice.chance(0.5) ? anew(dice) : []),
      ...(dice.chance(0.5) ? between(dice) : []),
      ...meanwhile(dice),
    ],
  };
}

/** Once all is done something is changed, and all columns are enriched anew: what stands there was answered to another question. */
function anew(dice: Dice): Happening[] {
  const change = dice.pick([
    'edits an input',
    'edits an input',
    'clears a column',
    'undoes a run',
    'adds a row',
  ]);
  const dies = dice.chance(0.4)
    ? [happens(dice, dice.pick(KILLS), { ...moment(dice), after: ALL_COLUMNS })]
    : [];
  return [
    ...[change, 'edits an input', ALL_COLUMNS].map((kind) => happens(dice, kind, { before: QUIET, nth: 1 })),
    ...dies,
  ];
}

/** Linkup fails where second questions are about to be asked, or first answers to come. */
function between(dice: Dice): Happening[] {
  const when = { before: dice.pick(['a list of tasks', 'a POST of tasks']), nth: dice.between(1, 3) };
  return [happens(dice, dice.pick(Object.keys(AT_LINKUP)), when)];
}

function meanwhile(dice: Dice): Happening[] {
  const mixed = [KINDS.hand, KINDS.press, KINDS.fault, KINDS.fault, KINDS.kill].map((kinds) =>
    kinds.filter((kind) => !ONLY_WHERE_MADE.includes(kind)),
  );
  const groups = [BY_PEOPLE, BY_PEOPLE, KILLS, ...mixed];
  return Array.from({ length: dice.between(0, 4) }, () =>
    happens(dice, dice.pick(dice.pick(groups)), moment(dice)),
  );
}

function moment(dice: Dice): Moment {
  if (dice.chance(0.4)) return { call: dice.between(1, 900) };
  const [before, times] = dice.pick(MOMENTS);
  return { before, nth: dice.between(1, times) };
}
