/** What a job of a thousand rows costs: it must not become more unnoticed. `npm run bench` measures the others. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { THOROUGH } from '../../world/thorough';
import { BadInput } from '../common/bad-input';
import { typedIn } from '../common/typed-in';
import { byRow } from './by-row';
import { CASES, type Case } from './cases';
import { main } from './command';
import { play } from './drive';
import { type Figures, figuresOf, show } from './figures';
import { parseBench } from './options';
import { outageMinutesPerHour, stuckMinutesPerHour } from './waiting';

function caseOf(name: string): Case {
  const found = CASES.find((each) => each.name === name);
  if (!found) throw new Error(`there is no case ${name}`);
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const chart = join(folder, 'cost.svg');
afterAll(() => rmSync(folder, { recursive: true }));

const bench = (...args: string[]) => typedIn((streams) => main(args, streams));

/** Most that was measured, rounded up; less is welcome, and then written here. */
const MOST = {
  '1,000 by menu': {
    sheetCalls: 70,
    allCalls: 577,
    cellsReadPerRow: 112,
    lists: 27,
    posts: 23,
    triggerMinutes: 0,
    firstAnswerSeconds: 8.6,
  },
  '1,000 by sidebar': {
    sheetCalls: 97,
    allCalls: 865,
    cellsReadPerRow: 168.3,
    lists: 27,
    posts: 21,
    triggerMinutes: 0,
    firstAnswerSeconds: 10.5,
  },
} as const;

type Most = (typeof MOST)[keyof typeof MOST];

function entriesOf(most: Most): [keyof Most, number][] {
  const figures = Object.keys(most) as (keyof Most)[];
  return figures.map((figure) => [figure, most[figure]]);
}

/** The figures that the command prints last, of the only job that it was asked for. */
function figuresIn(out: string): Figures {
  const { cases } = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  return cases[0];
}

describe.each(Object.entries(MOST))('a job of %s', (name, most) => {
  it('costs no more than it did, fills every cell rightly, and is billed once for each question', async () => {
    const { status, out, err } = await bench('--case', name, '--json', '--chart', chart);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const figures = figuresIn(out);
    expect(figures).toMatchObject({ name, invalid: '' });
    expect(readFileSync(chart, 'utf8')).toContain(`Enrich with Linkup: ${figures.sheetCalls}`);
    expect(figures.cellsWrittenPerRow).toBeLessThanOrEqual(13);
    for (const [figure, least] of entriesOf(most)) expect(figures[figure], figure).toBeLessThanOrEqual(least);
  });
});

describe('the figures', () => {
  it('of a job that went wrong are marked', async () => {
    const job = { ...caseOf('1,000 by menu'), rows: 3 };
    const { reading } = await play(job, 1);
    expect(show(figuresOf(job, reading, ''))).not.toContain('INVALID');
    expect(show(figuresOf(job, reading, '2 wrong cells'))).toContain('INVALID (2 wrong cells)');
  });

  it('of hours in which nothing comes are of such hours', async () => {
    const hours = THOROUGH ? undefined : 1;
    const [stuck, outage] = [await stuckMinutesPerHour(hours), await outageMinutesPerHour(hours)];
    for (const minutes of [stuck, outage]) expect(minutes).toBeGreaterThan(0);
    expect(stuck).toBeLessThanOrEqual(2);
    expect(outage).toBeLessThanOrEqual(3);
  });

  it('rise where Google is slower', async () => {
    const job = { ...caseOf('1,000 by clock'), rows: 3 };
    const [usual, slow] = [await play(job, 1), await play(job, 3)];
    expect(slow.reading.virtualSeconds).toBeGreaterThan(usual.reading.virtualSeconds);
    expect(slow.invalid).toBe('');
  });

  it('have those of a script beside them that works row by row, and is ended by Google half-way', async () => {
    const { rowsDone, sheetCallsPerRow } = await byRow(caseOf('1,000 by menu'));
    expect(rowsDone).toBeGreaterThan(100);
    expect(rowsDone).toBeLessThan(1_000);
    expect(sheetCallsPerRow).toBeGreaterThan(4);
  });
});

describe('npm run bench', () => {
  it('plays all jobs, or those that are named', () => {
    expect(parseBench([])).toMatchObject({ all: true, costs: 1 });
    expect(parseBench(['--case', '5,000', '--costs', '3'])).toMatchObject({
      all: false,
      costs: 3,
      cases: [{ name: '5,000 by menu' }, { name: '5,000 by sidebar' }],
    });
  });

  it.each([
    ['--case', 'nothing'],
    ['--costs', 'x'],
    ['--cases', '5,000'],
  ])('refuses %s %s in a sentence: what plays nothing must not look like what passed', async (...args) => {
    expect(() => parseBench(args)).toThrow(BadInput);
    expect(await bench(...args)).toMatchObject({ status: 2, out: '' });
  });

  it('says what it can', async () => {
    expect(await bench('--help')).toMatchObject({ status: 0, out: expect.stringContaining('--case PART') });
  });
});
