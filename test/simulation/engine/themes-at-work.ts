/** Situations in which an execution is at work, and others come or it is late. */
import { QUIET } from './moments';
import { happens, longTable, mayLimit, type Theme, table } from './theme-parts';

/** Each is one of `THEMES`. */
export const AT_WORK: readonly Theme[] = [
  {
    name: 'somebody stops it in mid-work',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'report', 'report']))],
      linkup: { queueLimit: 2 },
      happenings: [
        happens(dice, 'stops in the sidebar', {
          before: dice.pick(['a list of tasks', 'Utilities.sleep', 'a POST of tasks', 'a write of cells']),
          nth: dice.between(1, 3),
        }),
      ],
    }),
  },
  {
    name: 'a late trigger finds a slow list of many tasks of others',
    make: (dice) => ({
      sheets: [table(dice, dice.pick(['facts', 'saying']))],
      linkup: {
        queueLimit: 100,
        listTakesMs: dice.between(15, 30) * 1_000,
        neighbours: { slots: 0, everyMs: dice.between(6, 12) * 100, perListRead: 0 },
      },
      happenings: [
        happens(dice, 'trigger late', { before: 'a POST of tasks', nth: 1 }),
        happens(dice, 'killed, writes applied', { before: 'a list of tasks', nth: 2 }),
      ],
    }),
  },
  {
    name: 'somebody presses while a press rests',
    make: (dice) => ({
      sheets: [longTable(dice, dice.pick(['facts', 'saying']))],
      linkup: { queueLimit: dice.between(2, 4) },
      happenings: Array.from({ length: dice.between(2, 4) }, () =>
        happens(dice, dice.pick(['presses Check for results', 'presses Retry', 'presses Stop']), {
          before: 'Utilities.sleep',
          nth: dice.between(2, 8),
        }),
      ),
    }),
  },
  {
    name: 'killed in mid-write, and a colleague begins with another enrichment',
    make: (dice) => {
      const sheets = [table(dice, 'facts', dice.pick(['report', 'page']))];
      const kill = 'killed, writes partly applied';
      return {
        sheets,
        linkup: { queueLimit: 100 },
        ownKey: true,
        ...mayLimit(dice, sheets),
        happenings: [
          happens(dice, 'moves an output to the end', { call: 1 }),
          happens(dice, 'moves an output to the end', { call: 2 }),
          happens(dice, kill, { before: 'a flush of what was written', nth: dice.between(2, 6) }),
          happens(dice, 'colleague presses Enrich', { call: dice.between(1, 2), after: kill }),
          happens(dice, 'colleague presses Enrich', { call: dice.between(3, 6), after: kill }),
        ],
      };
    },
  },
  {
    name: 'the other one carries on with a run, and a POST is lost',
    make: (dice) => ({
      sheets: [longTable(dice, dice.pick(['facts', 'saying', 'page']))],
      linkup: { queueLimit: dice.between(2, 5) },
      ownKey: true,
      twoOrganizations: dice.chance(0.7),
      happenings: [
        happens(dice, dice.pick(['post: answer lost', 'post: timeout']), {
          before: 'a POST of tasks',
          nth: dice.between(1, 3),
        }),
        happens(dice, 'carries on with the run of the other one', {
          before: dice.pick(['Utilities.sleep', 'a list of tasks']),
          nth: dice.between(1, 5),
        }),
      ],
    }),
  },
  {
    name: 'runs are undone after a later one has overwritten some of their rows',
    make: (dice) => {
      const over = 'overwrites in the sidebar';
      return {
        sheets: [table(dice, dice.pick(['facts', 'saying']))],
        linkup: { queueLimit: 100 },
        happenings: [
          happens(dice, over, { before: QUIET, nth: 1 }),
          happens(dice, dice.pick(['presses Stop', 'adds a row', 'edits an input']), {
            before: 'Utilities.sleep',
            nth: dice.between(1, 2),
            after: over,
          }),
          happens(dice, 'undoes a run', { before: QUIET, nth: dice.between(2, 3) }),
          happens(dice, 'undoes a run', { before: QUIET, nth: dice.between(3, 4) }),
        ],
      };
    },
  },
];
