/** What Google's lock, lost while an execution is at work, once broke: each press comes in the very moment at which it is lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildsOf, bundled } from './engine/bundles';
import { FOR_LONG, happens, inWords } from './engine/named-plays';
import { type Builds, playOn } from './engine/play';
import type { Happening, Moment, Scenario } from './engine/scenario';
import { SMALL_JOB } from './engine/small-job';
import { LOCKING } from './mutants/locking';

let builds: Builds;

beforeAll(async () => {
  builds = await buildsOf();
});

/** The same, but for some rows only, which lie between those that are left out. */
const FOR_SOME: Scenario = {
  ...SMALL_JOB,
  sheets: SMALL_JOB.sheets.map((sheet) => ({
    ...sheet,
    rows: [...sheet.rows, ['Peru', '2001']],
    onlyIf: { column: 'year', test: 'is not', value: '2001' },
  })),
};

/** What a press breaks that comes in the moment in which the lock is lost. */
function brokenBy(
  press: string,
  when: Moment,
  played = builds,
  job = SMALL_JOB,
  then: readonly Happening[] = [],
): string[] {
  const happenings = [happens('lock lost', when), happens(press, when), ...then];
  const report = playOn(played, { ...job, again: true, happenings });
  const { tally } = report;
  expect(Object.keys({ ...tally.faults, ...tally.userActions })).toEqual(
    expect.arrayContaining(happenings.map(({ kind }) => kind)),
  );
  return inWords(report);
}

/** Two starts of one enrichment, and two executions of one run. */
const STARTS: readonly (readonly [string, string, Moment])[] = [
  ['presses Enrich again', 'before the run is on record', { before: 'Range.getFormulas', nth: 2 }],
  ['colleague presses Enrich', 'before the run is on record', { before: 'Range.getFormulas', nth: 2 }],
  ['presses Enrich again', 'between agreement and run', { before: 'ClockTriggerBuilder.create', nth: 1 }],
];
const WORKERS: readonly (readonly [string, Moment])[] = [
  ['carries on with the run of the other one', { before: 'a POST of tasks', nth: 1 }],
  ['presses Check for results', { before: 'Properties.setProperties', nth: 3 }],
  ['works in the sidebar', { before: 'Properties.setProperties', nth: 4 }],
];

/** An execution that writes, and another one that answers the same rows meanwhile, and ends their run. */
const WRITERS: readonly (readonly [string, string, Moment])[] = [
  ['presses Check for results', 'before a window is read', { before: 'Range.getDisplayValues', nth: 7 }],
  ['presses Check for results', 'before it is written', { before: 'Range.setValues', nth: 2 }],
  ['resumes in the sidebar', 'before it is flushed', { before: 'SpreadsheetApp.flush', nth: 2 }],
];

describe('a lost lock', FOR_LONG, () => {
  it.each(STARTS)('does not let two starts ask the same: %s %s', (press, _, when) => {
    expect(brokenBy(press, when)).toEqual([]);
  });

  it.each(WORKERS)('does not let two executions of one run ask the same: %s', (press, when) => {
    expect(brokenBy(press, when)).toEqual([]);
  });

  it.each(
    WRITERS,
  )('takes no answer away that others wrote, and leaves no row waiting: %s %s', (press, _, when) => {
    expect(brokenBy(press, when)).toEqual([]);
  });

  it.each(
    WRITERS,
  )('asks Linkup once more for what others had answered, where it is out of reach: %s %s', (press, _, when) => {
    const fails = happens('list: unreachable', { before: 'a list of tasks', nth: 3, after: press });
    expect(brokenBy(press, when, builds, SMALL_JOB, [fails])).toEqual([]);
  });

  it.each([
    ['presses Check for results', { before: 'Range.setValues', nth: 2 }],
    ['works in the sidebar', { before: 'SpreadsheetApp.flush', nth: 2 }],
  ])('leaves no row waiting between those that a start leaves out: %s', (press, when) => {
    expect(brokenBy(press, when, builds, FOR_SOME)).toEqual([]);
  });

  it.each(LOCKING)('is noticed where an engine trusts it: $name', async ({ patches }) => {
    // The small job is played on this one; the others need no patch.
    const trusting = { ...builds, bound: await bundled(patches) };
    const others = [...STARTS, ...WRITERS].map(([press, , when]) => [press, when] as const);
    const moments = [...WORKERS, ...others];
    expect(moments.some(([press, when]) => brokenBy(press, when, trusting).length > 0)).toBe(true);
  });

  it.each([
    ['resumes in the sidebar', 'while rows are reserved', { before: 'ClockTriggerBuilder.create', nth: 1 }],
    ['presses Stop', 'while answers are written', { before: 'Range.getDisplayValues', nth: 10 }],
    [
      'overwrites in the sidebar',
      'while the one before it ends',
      { before: 'the removal of an agreement', nth: 1 },
    ],
  ])('leaves no run that nobody looks after: %s %s', (press, _, when) => {
    expect(brokenBy(press, when)).toEqual([]);
  });

  it.each([
    [
      'presses Check for results',
      'while its receipts are read',
      { before: 'Spreadsheet.insertSheet', nth: 1 },
    ],
    ['presses Check for results', 'while its receipt is written', { before: 'Sheet.appendRow', nth: 1 }],
    ['works in the sidebar', 'while its receipt is written', { before: 'Sheet.appendRow', nth: 1 }],
    ['presses Stop', 'while its receipt is written', { before: 'Sheet.appendRow', nth: 1 }],
  ])('leaves one receipt of a run: %s %s', (press, _, when) => {
    expect(brokenBy(press, when)).toEqual([]);
  });

  it.each([
    1, 2, 3, 4,
  ])('goes on where the claim cannot be kept: property %i of a press is refused', (nth) => {
    const happenings = [happens('properties quota', { before: 'Properties.setProperty', nth })];
    expect(inWords(playOn(builds, { ...SMALL_JOB, happenings }))).toEqual([]);
  });
});
