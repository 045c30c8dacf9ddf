/**
 * Small situations with a name: what random mixing brings together too seldom. Each says what people, Google or Linkup do in
 * it, all of which they really can; everything else about it is thrown.
 */
import type { Dice } from './dice';
import { QUIET } from './moments';
import type { Moment, Scenario } from './scenario';
import { SMALL_JOB } from './small-job';
import {
  happens,
  KILLS,
  LOST_AFTER,
  LOST_BEFORE,
  longTable,
  mayLimit,
  type Theme,
  table,
  withSources,
} from './theme-parts';
import { AT_WORK } from './themes-at-work';

/** All situations. */
export const THEMES: readonly Theme[] = [
  {
    name: 'a POST is lost while somebody asks the same otherwise',
    make: (dice) => {
      const lost = dice.pick(LOST_BEFORE);
      const other = 'somebody asks our questions otherwise';
      return {
        sheets: [table(dice, dice.pick(['facts', 'saying', 'report']))],
        happenings: [
          happens(dice, lost, { before: 'a POST of tasks', nth: dice.between(1, 2) }),
          happens(dice, other, { before: 'a list of tasks', nth: dice.between(1, 3), after: lost }),
        ],
      };
    },
  },
  {
    name: 'a POST is lost while a copy of the document asks the same, or a copy of the sheet is gone on with',
    make: (dice) => {
      const [copied, kill] = ['goes on with a copy of the sheet', dice.pick(KILLS)];
      return {
        sheets: [table(dice, dice.pick(['facts', 'page', 'report']))],
        happenings: [
          happens(dice, dice.pick([...LOST_BEFORE, ...LOST_AFTER]), {
            before: 'a POST of tasks',
            nth: dice.between(1, 2),
          }),
          happens(dice, dice.pick(['a copy of the document asks the same', copied]), {
            before: 'a list of tasks',
            nth: dice.between(1, 4),
          }),
          happens(dice, copied, { before: QUIET, nth: 1 }),
          happens(dice, kill, { call: dice.between(5, 60), after: copied }),
        ],
      };
    },
  },
  {
    name: 'a POST is lost, and its echo would be in other words',
    make: (dice) => ({
      sheets: [longTable(dice, dice.pick(['facts', 'saying', 'report']))],
      linkup: { queueLimit: dice.between(1, 3), echoSubject: 'search words' },
      halfCap: dice.chance(0.5),
      happenings: [happens(dice, dice.pick(LOST_AFTER), { before: 'a POST of tasks', nth: 1 })],
    }),
  },
  {
    name: 'a POST is lost between clocks that differ',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'saying', 'report']))],
      linkup: { queueLimit: dice.between(2, 4), dateHeader: false },
      skewMs: dice.between(10_000, 45_000) * (dice.chance(0.7) ? -1 : 1),
      happenings: [happens(dice, dice.pick(LOST_AFTER), { before: 'a POST of tasks', nth: 1 })],
    }),
  },
  {
    name: 'a POST takes effect late, under a small cap',
    make: (dice) => ({
      sheets: [longTable(dice, dice.pick(['facts', 'saying', 'report']))],
      halfCap: true,
      happenings: [
        happens(dice, dice.pick(['post: timeout', 'post: 504 after effect']), {
          before: 'a POST of tasks',
          nth: dice.between(1, 2),
        }),
      ],
    }),
  },
  {
    name: 'killed in mid-write, and its sheet cannot be read at the next look',
    make: (dice) => {
      const kill = dice.chance(0.8) ? 'killed, writes partly applied' : dice.pick(KILLS);
      return {
        sheets: [table(dice, dice.pick(['saying', 'facts']), 'report')],
        linkup: { queueLimit: 100 },
        happenings: [
          happens(dice, 'moves an output to the end', { call: 1 }),
          happens(dice, 'moves an output to the end', { call: 2 }),
          happens(dice, kill, { before: 'a flush of what was written', nth: dice.between(2, 6) }),
          happens(dice, 'reading cells fails', {
            before: 'Range.getValues',
            nth: dice.between(1, 2),
            after: kill,
          }),
        ],
      };
    },
  },
  {
    name: 'killed around a POST',
    make: (dice) => {
      const moments: readonly Moment[] = [
        { before: 'the saving of an intent', nth: dice.between(1, 2) },
        { before: 'a POST of tasks', nth: dice.between(1, 2) },
        { call: dice.between(1, 6), after: 'trigger late' },
      ];
      return {
        sheets: [table(dice, dice.pick(['facts', 'saying', 'report']))],
        halfCap: dice.chance(0.3),
        happenings: [
          happens(dice, 'trigger late', { before: 'a POST of tasks', nth: dice.between(1, 2) }),
          happens(dice, dice.pick(KILLS), dice.pick(moments)),
        ],
      };
    },
  },
  {
    name: 'overwritten at once, and a POST is lost',
    make: (dice) => {
      const over = 'overwrites in the sidebar';
      const sheets = [table(dice, dice.pick(['saying', 'facts']))];
      return {
        sheets,
        linkup: { queueLimit: 100, dateHeader: dice.chance(0.5) },
        news: true,
        ...mayLimit(dice, sheets),
        happenings: [
          happens(dice, over, { before: QUIET, nth: 1 }),
          happens(dice, dice.pick(LOST_AFTER), { before: 'a POST of tasks', nth: 1, after: over }),
        ],
      };
    },
  },
  {
    name: 'values typed between outputs',
    make: (dice) => ({
      sheets: [withSources(dice, table(dice, 'facts'))],
      happenings: [
        ...[1, 2, 3].map(() =>
          happens(dice, 'types into an output', { before: 'a list of tasks', nth: dice.between(1, 3) }),
        ),
        ...(dice.chance(0.5) ? [happens(dice, 'moves a column', { call: 1 })] : []),
      ],
    }),
  },
  {
    name: 'rows edited while they are asked',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'saying', 'report']))],
      happenings: [1, 2].map(() =>
        happens(dice, 'edits an input', {
          before: dice.pick(['a list of tasks', 'a write of cells', 'Utilities.sleep']),
          nth: dice.between(1, 3),
        }),
      ),
    }),
  },
  {
    name: 'a record forged as one of the first edition',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'saying']))],
      halfCap: true,
      happenings: [
        happens(dice, 'forges a run of the first edition', {
          before: dice.pick(['Lock.tryLock', 'the saving of a run', 'Utilities.sleep']),
          nth: dice.between(1, 3),
        }),
        happens(dice, dice.pick(KILLS), { before: 'a list of tasks', nth: dice.between(1, 3) }),
      ],
    }),
  },
  {
    name: 'a column moves between a reading and its write',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'saying', 'page']))],
      happenings: [
        happens(
          dice,
          dice.pick(['moves a column', 'inserts a column', 'sorts only the own columns', 'moves rows']),
          {
            before: dice.pick(['a flush of what was written', 'a write of cells']),
            nth: dice.between(1, 8),
          },
        ),
      ],
    }),
  },
  {
    name: 'inputs load while the trigger looks',
    make: (dice) => {
      const away = 'has inputs that are loading';
      return {
        sheets: [table(dice, dice.pick(['facts', 'saying', 'report']))],
        happenings: [
          happens(dice, away, { before: 'a list of tasks', nth: dice.between(1, 3) }),
          happens(dice, away, { before: 'a list of tasks', nth: dice.between(1, 3) }),
          happens(dice, 'has loading inputs arrive', { call: dice.between(1, 60), after: away }),
        ],
      };
    },
  },
  {
    name: 'a Save that is cut short',
    make: (dice) => {
      const save = 'saves again';
      const [kind, moment] = dice.chance(0.6)
        ? [dice.pick(KILLS), 'Range.addDeveloperMetadata']
        : [
            dice.pick([...KILLS, 'flush fails', 'property store full']),
            dice.pick(['Range.setValue', 'Sheet.hideColumns', 'Properties.setProperty']),
          ];
      return {
        sheets: [withSources(dice, table(dice, 'facts'))],
        happenings: [
          happens(dice, 'deletes an output column', { before: QUIET, nth: 1 }),
          happens(dice, 'deletes an output column', { before: QUIET, nth: 1 }),
          happens(dice, save, { before: QUIET, nth: 2 }),
          happens(dice, kind, { before: moment, nth: dice.between(1, 3), after: save }),
        ],
      };
    },
  },
  {
    name: 'killed at the very end',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'saying', 'page']))],
      happenings: [
        happens(
          dice,
          dice.pick(KILLS),
          dice.pick<Moment>([
            { before: 'the removal of a run', nth: 1 },
            { before: 'the saving of a last run', nth: 1 },
            { before: 'Sheet.appendRow', nth: 1 },
          ]),
        ),
      ],
    }),
  },
  {
    name: 'formats that show something else',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'saying', 'page']))],
      happenings: [
        happens(dice, 'puts a text format on a column', { call: dice.between(1, 40) }),
        happens(dice, 'puts a text format on a column', { before: 'a list of tasks', nth: 1 }),
      ],
    }),
  },
  {
    name: 'a slow answer among many tasks of others',
    make: (dice) => ({
      sheets: [table(dice, 'report')],
      linkup: {
        queueLimit: 100,
        stuckEvery: 2,
        neighbours: { slots: 0, everyMs: dice.between(2, 4) * 1_000, perListRead: 0 },
      },
      again: false,
    }),
  },
  ...AT_WORK,
  {
    name: 'columns of the person’s own, half filled by hand',
    make: (dice) => ({
      sheets: [withSources(dice, longTable(dice, 'filled'))],
      happenings: [
        happens(
          dice,
          dice.pick(['sorts only the own columns', 'moves a column', 'inserts rows', 'deletes rows']),
          {
            before: dice.pick(['a flush of what was written', 'a write of cells', 'Range.getValues']),
            nth: dice.between(1, 8),
          },
        ),
        happens(dice, dice.pick(['types into an output', 'edits an input', 'overwrites in the sidebar']), {
          before: dice.pick(['a list of tasks', QUIET]),
          nth: 1,
        }),
      ],
    }),
  },
];

/** The scenario of one of them. */
export function inTheme({ name, make }: Theme, seed: number, dice: Dice): Scenario {
  const plain = { ...SMALL_JOB, seed, theme: name, again: true, linkup: { queueLimit: dice.between(2, 5) } };
  return { ...plain, ownKey: dice.chance(0.5), ...make(dice) };
}
