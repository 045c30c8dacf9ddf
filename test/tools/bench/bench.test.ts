/** What a job of a thousand rows costs: it must not become more unnoticed. `npm run bench` measures the others. */
import { describe, expect, it } from 'vitest';
import { THOROUGH } from '../../world/thorough';
import { byRow } from './by-row';
import { CASES, type Case } from './cases';
import { play } from './drive';
import { type Figures, figuresOf, show } from './figures';
import { outageMinutesPerHour, stuckMinutesPerHour } from './waiting';

function caseOf(name: string): Case {
  const found = CASES.find((each) => each.name === name);
  if (!found) throw new Error(`there is no case ${name}`);
  return found;
}

async function measured(name: string): Promise<Figures> {
  const job = caseOf(name);
  const { reading, invalid } = await play(job, 1);
  return figuresOf(job, reading, invalid);
}

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
    sheetCalls: 96,
    allCalls: 862,
    cellsReadPerRow: 168.3,
    lists: 26,
    posts: 22,
    triggerMinutes: 0,
    firstAnswerSeconds: 10.5,
  },
} as const;

type Most = (typeof MOST)[keyof typeof MOST];

function entriesOf(most: Most): [keyof Most, number][] {
  const figures = Object.keys(most) as (keyof Most)[];
  return figures.map((figure) => [figure, most[figure]]);
}

describe.each(Object.entries(MOST))('a job of %s', (name, most) => {
  it('costs no more than it did, fills every cell rightly, and is billed once for each question', async () => {
    const figures = await measured(name);
    expect(figures.invalid).toBe('');
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
