/** What the simulation once found of answers and typed values that a cut-short or overtaken write left beside other rows, by name. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildsOf } from './engine/bundles';
import { QUIET } from './engine/moments';
import { brokenIn, FOR_LONG, happens } from './engine/named-plays';
import type { Builds } from './engine/play';
import type { Happening, Scenario } from './engine/scenario';
import { SMALL_JOB } from './engine/small-job';

let builds: Builds;

beforeAll(async () => {
  builds = await buildsOf();
});

function broken(happenings: readonly Happening[], changes: Partial<Scenario>): string[] {
  return brokenIn(builds, { ...SMALL_JOB, ...changes }, happenings);
}

describe('a write of an answer that is cut short in the middle of a row', FOR_LONG, () => {
  const rows = [
    ['Thing-2', '2002'],
    ['nowhere-3', '2001'],
  ] as const;
  const sheets = [{ rows, enrichments: ['facts'] as const }];
  const linkup = { queueLimit: 100 };
  const sort = happens('sorts only the own columns', { before: 'the removal of a run', nth: 1 }, 30305);

  it('leaves nothing that counts as typed, and would stay beside whatever is sorted there', () => {
    const fails = happens('flush fails', { call: 52 }, 954355);
    expect(broken([fails, sort], { seed: 40869, sheets, linkup })).toEqual([]);
  });

  it('nor where the execution died of it', () => {
    const moves = happens('moves a column', { call: 1 }, 4);
    const dies = happens('killed, writes partly applied', { before: 'a flush of what was written', nth: 2 });
    expect(broken([moves, dies, sort], { seed: 40869, sheets, linkup })).toEqual([]);
  });
});

describe('own columns that are sorted under a write', FOR_LONG, () => {
  it('take no value along that a person typed into a column made for answers', () => {
    const rows = [
      ['Thing-0', '2001'],
      ['Thing-1', '2003'],
      ['Thing-4', '2002'],
      ['Thing-5', '2003'],
      ['Thing-6', '2003'],
    ] as const;
    const sheets = [{ rows, enrichments: ['filled'] as const, fieldSources: true, steps: true }];
    const happenings = [
      happens('sorts only the own columns', { before: 'a write of cells', nth: 3 }, 314929),
      happens('types into an output', { before: 'a list of tasks', nth: 1 }, 827630),
    ];
    const linkup = { queueLimit: 2, isShy: true };
    expect(broken(happenings, { seed: 40894, sheets, linkup })).toEqual([]);
  });
});

describe('rows that move under a write, onto others that ask the same', FOR_LONG, () => {
  const rows = [
    ['Thing-1', '2003'],
    ['Thing-0', '2003'],
    ['Thing-0', '2003'],
  ] as const;
  const types = happens('types into an output', { before: 'a list of tasks', nth: 1 }, 287861);

  it.each([
    ['inserts rows', 747209],
    ['moves rows', 2],
    ['sorts the whole range', 15841],
  ])('lose nothing that was typed where somebody %s', (kind, salt) => {
    const moves = happens(kind, { before: 'a flush of what was written', nth: 3 }, salt);
    const sheets = [{ rows, enrichments: ['facts'] as const }];
    expect(broken([types, moves], { seed: 60259, sheets, linkup: { queueLimit: 100 } })).toEqual([]);
  });
});

describe('a chain whose table is sorted between two looks of its later run', FOR_LONG, () => {
  it('keeps the ledgers of the first one where each look reads the whole table, as it does where an answer is a date', () => {
    const things = ['Peru', 'Chile', 'Kenya', 'Cuba', 'Fiji', 'Mali'];
    const rows = things.map((thing, i): [string, string] => [thing, `200${i}`]);
    const sheets = [{ rows, enrichments: ['facts', 'read'] as const }];
    const again = 'enriches all columns';
    const happenings = [
      happens('edits an input', { before: QUIET, nth: 1 }, 3),
      happens('edits an input', { before: QUIET, nth: 1 }, 8),
      happens(again, { before: QUIET, nth: 1 }),
      happens('sorts only the own columns', { call: 158, after: again }, 11),
    ];
    const changes = { seed: 77, sheets, linkup: { queueLimit: 100 }, chain: 'in one go' as const };
    expect(broken(happenings, changes)).toEqual([]);
  });
});

describe(
  'rows that are sorted without the hidden columns, and one of them edited before anybody looks',
  FOR_LONG,
  () => {
    const sort = 'sorts without the hidden columns';

    it.each([
      ['to what nobody asks', 81948, 4, 'facts'],
      ['to what others ask', 3, 2, 'facts'],
      ['beside columns of the person’s own', 3, 4, 'filled'],
    ] as const)('leave no answer of the machine’s that counts as typed (%s)', (_, sorted, edited, kind) => {
      const years = [2001, 2002, 2003, 2003, 2003, 2001, 2001];
      const rows = years.map((year, i): [string, string] => [`Thing-${i}`, String(year)]);
      const happenings = [
        happens(sort, { before: QUIET, nth: 1 }, sorted),
        happens('edits an input', { before: QUIET, nth: 2 }, edited),
        happens('presses Enrich again', { before: QUIET, nth: 3 }),
      ];
      expect(broken(happenings, { sheets: [{ rows, enrichments: [kind] }] })).toEqual([]);
    });
  },
);
