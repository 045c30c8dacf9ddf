/** Nights that go by after all else in some scenarios: what is refreshed by itself, by whom, and what happens meanwhile. */
import type { Dice } from './dice';
import { QUIET } from './moments';
import type { Happening, Moment, Nights } from './scenario';
import { happens, KILLS } from './theme-parts';

/** Hours between two looks of whoever has something to do. */
export const STEP = 8;

/** Moments at which a schedule and its start can be disturbed, and how often they come within some nights. */
const MOMENTS: readonly (readonly [before: string, times: number])[] = [
  ['the saving of a mandate', 4],
  ['the saving of a schedule', 4],
  ['the saving of a run', 3],
  ['the saving of an agreement', 3],
  ['a POST of tasks', 2],
  ['a list of tasks', 2],
  ['a write of cells', 4],
  ['a flush of what was written', 4],
  ['the removal of a run', 2],
  ['Lock.tryLock', 12],
  ['Properties.getProperties', 60],
  ['ScriptApp.getProjectTriggers', 20],
  ['ScriptApp.deleteTrigger', 4],
];

const BY_PEOPLE = [
  'refreshing is paused',
  'refreshing is removed',
  'refreshing is taken over',
  'refreshing is turned on',
  'refreshing is started now',
  'refreshing is forged',
  'presses Check for results',
  'presses Stop',
  'colleague opens the sidebar',
  'enriches in the sidebar',
  'types into an output',
  'edits an input',
  'saves again',
  'connects again',
];

const FAULTS = [
  'trigger late by days',
  'trigger doubled',
  'trigger never fires',
  'trigger disabled',
  'post: answer lost',
  'post: unreachable',
  'lock lost',
  'flush fails',
  '429: no credits',
];

/** What goes on in some nights. */
export function nightsOf(dice: Dice): Nights {
  const nights = dice.between(1, 3);
  const looks = nights * (24 / STEP);
  const evening = (kind: string): Happening =>
    happens(dice, kind, { before: QUIET, nth: dice.between(2, looks) });
  const quiet = ['adds a row', 'adds a row', dice.pick(['adds a row', ...BY_PEOPLE]), dice.pick(BY_PEOPLE)];
  const away = dice.chance(0.4) ? ['trigger late by days'] : [];
  const disturbed = Array.from({ length: dice.between(1, 3) }, () =>
    happens(dice, dice.pick(dice.pick([KILLS, BY_PEOPLE, FAULTS])), momentBy(dice)),
  );
  const dies = dice.chance(0.5) ? [happens(dice, dice.pick(KILLS), atStart(dice))] : [];
  return {
    hours: nights * 24,
    failureRate: dice.chance(0.25) ? 0.5 : 0,
    forgets: dice.chance(0.4) ? 0.5 : 0,
    happenings: [
      happens(dice, 'refreshing is turned on', { before: QUIET, nth: 1 }),
      ...Array.from({ length: dice.between(2, 4) }, () =>
        happens(dice, 'adds a row', { before: QUIET, nth: dice.between(1, 2) }),
      ),
      ...[...quiet, ...away].map(evening),
      ...disturbed,
      ...dies,
    ],
  };
}

/** While the first start is written down and its rows are reserved. */
function atStart(dice: Dice): Moment {
  return dice.chance(0.5)
    ? { before: 'a write of cells', nth: dice.between(1, 2) }
    : { before: 'the saving of a run', nth: 2 };
}

function momentBy(dice: Dice): Moment {
  if (dice.chance(0.4)) return { call: dice.between(1, 400) };
  const [before, times] = dice.pick(MOMENTS);
  return { before, nth: dice.between(1, times) };
}
