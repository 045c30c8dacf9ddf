/** What the simulation once found, by name: each of these broke a promise before the engine was mended. */
import { beforeAll, describe, expect, it } from 'vitest';
import { oneIn } from '../world/thorough';
import { buildsOf } from './engine/bundles';
import { QUIET } from './engine/moments';
import { brokenIn, FOR_LONG, happens } from './engine/named-plays';
import { type Builds, playOn } from './engine/play';
import type { Happening, Scenario } from './engine/scenario';
import { scenarioOf } from './engine/seeds';
import { SMALL_JOB } from './engine/small-job';

/** Seven rows that ask six questions, in two batches: the job in which most of these were found. */
const JOB: Scenario = {
  ...SMALL_JOB,
  sheets: SMALL_JOB.sheets.map((sheet) => ({
    ...sheet,
    rows: [...sheet.rows, ['Fiji', '2005'], ['Mali', '2007'], ['Togo', '2008']],
  })),
  linkup: { queueLimit: 4 },
};

let builds: Builds;

beforeAll(async () => {
  builds = await buildsOf();
});

function broken(happenings: readonly Happening[], changes: Partial<Scenario> = {}): string[] {
  return brokenIn(builds, { ...JOB, ...changes }, happenings);
}

describe('a ledger that a person damaged', FOR_LONG, () => {
  it.each([
    ['before the first POST', { before: 'a POST of tasks', nth: 1 }],
    ['before the ids are written', { before: 'a write of cells', nth: 2 }],
    ['between two executions', { before: 'Utilities.sleep', nth: 1 }],
  ])('by pasting one row’s cell over another’s %s leaves no row waiting', (_, when) => {
    expect(broken([happens('copies a cell of the ledger', when)])).toEqual([]);
  });

  it.each([
    [393, 0],
    [456, 1],
  ])('by pasting a task’s id brings no answer to a question it does not belong to (salt %i)', (salt, first) => {
    for (const nth of oneIn(2, [4, 5, 6, 7, 8, 9], first)) {
      expect(
        broken([happens('copies a cell of the ledger', { before: 'Properties.setProperty', nth }, salt)]),
      ).toEqual([]);
    }
  });

  it.each([2, 3])('by emptying a row’s hidden cells loses no answer (before request %i)', (nth) => {
    expect(broken([happens('empties the ledger of a row', { before: 'UrlFetchApp.fetch', nth })])).toEqual(
      [],
    );
  });
});

describe('a start that Google cuts short', FOR_LONG, () => {
  it.each([
    4, 7, 16,
  ])('while rows are reserved leaves none of them waiting (write fails after call %i)', (call) => {
    expect(broken([happens('flush fails', { call }, call * 7 + 1)])).toEqual([]);
  });
});

describe('a column that is moved under a write', FOR_LONG, () => {
  it('keeps the formulas in it', () => {
    expect(broken([happens('moves a column', { before: 'Range.setValues', nth: 4 }, 4)])).toEqual([]);
  });
});

describe('a request that lingers', FOR_LONG, () => {
  it('is not followed by another list within a second', () => {
    const rows = [
      ['thing 0', '2001'],
      ['long 1', '2001'],
    ] as const;
    const linkup = { queueLimit: 3, neighbours: { slots: 2, everyMs: null, perListRead: 6 } };
    for (const nth of oneIn(5, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12])) {
      const retry = happens('presses Retry', { before: 'UrlFetchApp.fetch', nth });
      expect(broken([retry], { sheets: [{ rows, enrichments: ['report'] }], linkup })).toEqual([]);
    }
  });
});

describe('an output behind the hidden columns', FOR_LONG, () => {
  const kill = 'killed, writes partly applied';
  const sheets = [{ rows: JOB.sheets[0]?.rows ?? [], enrichments: ['facts', 'report'] as const }];
  const cut = [
    happens('moves an output to the end', { call: 1 }, 540830),
    happens('moves an output to the end', { call: 2 }, 945530),
    happens(kill, { before: 'a flush of what was written', nth: 4 }),
  ];

  it.each([
    [1, 'the table'],
    [2, 'what was lost'],
  ])('gets its part of an answer whose writing was cut short, also where the next look (read %i: %s) fails', (nth) => {
    const fails = happens('reading cells fails', { before: 'Range.getValues', nth, after: kill });
    expect(broken([...cut, fails], { sheets, linkup: { queueLimit: 100 } })).toEqual([]);
  });
});

describe('a sort that leaves hidden cells behind, where a row asks nothing', FOR_LONG, () => {
  const sort = 'sorts without the hidden columns';

  it.each([
    ['that shares its question with another', 'Peru', 132],
    ['whose question nobody shares', 'Chile', 268],
  ])('loses no answer of a row %s', (_, third, call) => {
    const things = ['Peru', '', third, 'Cuba'];
    const rows = things.map((thing, i): [string, string] => [thing, `200${i}`]);
    const sheets = [{ rows, enrichments: ['saying', 'aside'] as const }];
    expect(broken([happens(sort, { call })], { sheets, linkup: { queueLimit: 2 } })).toEqual([]);
  });
});

describe('an “overwrite” right after a run, whose POST is lost', FOR_LONG, () => {
  it.each([true, false])('takes no old task for the new one (Linkup sends its time: %s)', (dateHeader) => {
    const over = 'overwrites in the sidebar';
    const lost = happens('post: answer lost', { before: 'a POST of tasks', nth: 1, after: over });
    const sheets = [{ rows: JOB.sheets[0]?.rows ?? [], enrichments: ['saying'] as const }];
    const changes = { sheets, linkup: { queueLimit: 100, dateHeader }, news: true };
    expect(broken([happens(over, { before: QUIET, nth: 1 }), lost], changes)).toEqual([]);
  });
});

describe('a key that is removed', FOR_LONG, () => {
  it.each([
    2, 16, 30, 49,
  ])('while a run starts with it leaves no run that nobody can take up (before call %i)', (call) => {
    expect(broken([happens('disconnects', { call }, call * 7 + 1)])).toEqual([]);
  });
});

describe('a write that a moved column put on wrong cells', FOR_LONG, () => {
  const rows = [
    ['Thing-4', '2002'],
    ['', '2002'],
    ['Thing-7', '2001'],
  ] as const;

  it.each([
    [91, 'an output holds State'],
    [1, 'Status holds State, and an output Status'],
    [73, 'State came to another ledger cell'],
    [100, 'an output holds Status'],
  ])('is put right by the next look, where its execution died before it could (salt %i: %s)', (salt) => {
    const moves = happens('moves a column', { before: 'a write of cells', nth: 1 }, salt);
    const dies = happens('killed, writes lost', { before: 'a flush of what was written', nth: 2 });
    expect(broken([moves, dies], { sheets: [{ rows, enrichments: ['facts'] }] })).toEqual([]);
  });

  it.each([
    [1, 47514, 'the last of the ledger stands in another enrichment’s output'],
    [2, 39595, 'answers stand in each other’s columns'],
    [6, 87109, 'another enrichment’s answer was replaced by a Status'],
  ])('is put right by the looks and presses to come, beyond its own columns too (write %i, salt %i: %s)', (nth, salt) => {
    const kind = 'moves a column';
    const moves = happens(kind, { before: 'a write of cells', nth }, salt);
    const dies = happens('killed, writes applied', { call: 4, after: kind });
    const things = ['Thing-0', 'Thing-1', '', 'Thing-3'];
    const table = things.map((thing, i): [string, string] => [thing, `200${((i + 1) % 2) + 1}`]);
    const sheets = [{ rows: table, enrichments: ['facts', 'page'] as const }];
    expect(broken([moves, dies], { sheets })).toEqual([]);
  });
});

describe('a row that asks nothing', FOR_LONG, () => {
  it('gives an answer that was sorted to it as its run ended back to the row that asks its question, also where that has no ledger', () => {
    const sort = happens('sorts only the own columns', { before: 'the removal of a run', nth: 1 }, 540858);
    const rows = [
      ['Thing-5', ''],
      ['Thing-6', '2001'],
    ] as const;
    expect(broken([sort], { sheets: [{ rows, enrichments: ['facts'] }] })).toEqual([]);
  });
});

describe('a row that a write is about for two reasons', FOR_LONG, () => {
  it('is written once, where it asks one question and holds the ledger of another that nobody asks any more', () => {
    const happenings = [
      happens('deletes rows', { before: 'a write of cells', nth: 4 }, 112179),
      happens('edits an input', { before: QUIET, nth: 1 }, 170439),
    ];
    const years = [2002, 2001, 2003, 2001, 2001, 2002, 2002, 2001, 2002, 2001];
    const rows = years.map((year, i) => [`Thing-${i === 6 ? 2 : i}`, String(year)] as const);
    const sheets = [{ rows, enrichments: ['filled'] as const }];
    expect(broken(happenings, { sheets, linkup: { queueLimit: 2 }, ownKey: false })).toEqual([]);
  });
});

describe('an output column that is deleted in mid-run', FOR_LONG, () => {
  it('and made anew by a Save after the end is filled when all rows are asked again', () => {
    const happenings = [
      happens('deletes an output column', { before: 'Range.getValues', nth: 4 }, 865625),
      happens('saves again', { before: QUIET, nth: 1 }, 295090),
    ];
    const sheets = [{ rows: [['Thing-1', '2001']] as const, enrichments: ['facts'] as const }];
    expect(broken(happenings, { sheets, linkup: { queueLimit: 3 } })).toEqual([]);
  });
});

describe('what the oracles once took for a broken promise', FOR_LONG, () => {
  it('counts what a swapped definition asks towards its own run, where another enrichment asks just so', () => {
    const sheets = [{ rows: [['Thing-1', '2001']] as const, enrichments: ['saying', 'aside'] as const }];
    const swap = happens(
      'swaps the definition of an enrichment',
      { before: 'a list of tasks', nth: 3 },
      36864,
    );
    expect(broken([swap], { sheets, linkup: { queueLimit: 100 } })).toEqual([]);
  });

  it('owes a row that was loading as the rows were reserved once more nothing before the next press', () => {
    const names = ['0', '1', '2', '3', '4', '3', '6', '7', '8'];
    const rows = names.map((name): [string, string] => [`Thing-${name}`, '2001']);
    const happenings = [
      happens('has inputs that are loading', { before: 'the saving of a mark', nth: 1 }, 884897),
      happens('401 in mid-run', { call: 2 }),
      happens('flush fails', { call: 16 }, 878487),
    ];
    expect(broken(happenings, { sheets: [{ rows, enrichments: ['page'] }] })).toEqual([]);
  });

  it('owes no row the answer to a try that nobody wrote there, where the run’s own task failed', () => {
    const names = ['0', '1', '2', '3', '4', '5', '6', '7'];
    const rows = names.map((name): [string, string] => [`Thing-${name}`, '2001']);
    const sheets = [{ rows, enrichments: ['facts', 'report'] as const }];
    const tries = happens('tries one row', { before: 'the saving of a mark', nth: 3 }, 606691);
    const linkup = { queueLimit: 100, failureRate: 0.3 };
    expect(broken([tries], { seed: 3015, sheets, linkup })).toEqual([]);
  });

  it('owes no row an answer that was undone before the row asked for it, where it then failed', () => {
    const names = ['Peru', 'Chile', 'Cuba', 'Mali', 'Fiji', 'Togo'];
    const sheets = [{ rows: names.map((name) => [name, '2001'] as const), enrichments: ['facts'] as const }];
    const when = { before: QUIET, nth: 1 };
    const edits = [45, 52, 59].map((salt) => happens('edits an input', when, salt));
    const happenings = [happens('undoes a run', when, 4), ...edits, happens('presses Enrich again', when, 4)];
    expect(broken(happenings, { seed: 38, sheets, linkup: { queueLimit: 100, failureRate: 0.3 } })).toEqual(
      [],
    );
  });
});

describe('seeds that once broke a promise', FOR_LONG, () => {
  it.each(
    oneIn(3, [
      [88, 'a list right after a request that had lingered'],
      [148, 'questions that are refused among answers under way, and a pause before these were fetched'],
      [461, 'a stop whose release of the waiting rows was cut short'],
      [567, 'a column inserted under a write, and the taking back failing as well'],
      [704, 'the own columns sorted between two batches of a large table'],
      [1949, 'ids that were written by an attempt whose verification could not be read, while lists lag'],
      [2619, 'a state pasted beside a row that asks nothing'],
    ]),
  )('seed %i: %s', (seed) => {
    const { violations } = playOn(builds, scenarioOf(seed));
    expect(violations).toEqual([]);
  });
});
