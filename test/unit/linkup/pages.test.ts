/** Lists read in pieces: nothing is left out whatever the size that gets through, and an outage is no matter of size. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/enrichment/problem';
import { questionOf } from '../../../src/enrichment/question';
import type { ListQuery } from '../../../src/linkup/client';
import { Pages } from '../../../src/linkup/pages';
import type { TaskPage } from '../../../src/linkup/types';
import { aFetch, problemOf } from '../../world/definitions';
import { taskFor } from './echoes';

const ENDED = { sortBy: 'updatedAt', statuses: ['completed', 'failed'] } as const;
const TASK = taskFor(questionOf(aFetch(), 'https://a.org'));

/** A list of so many tasks, each of its weight, of which Google takes so much at a time; and what was asked of it. */
function listOf(weights: readonly number[], limit: number) {
  const asked: ListQuery[] = [];
  const list = (query: ListQuery): TaskPage => {
    asked.push(query);
    const { page, pageSize } = query;
    const from = (page - 1) * pageSize;
    const listed = weights.slice(from, from + pageSize);
    if (listed.reduce((sum, weight) => sum + weight, 0) > limit) throw new Problem('network');
    const tasks = listed.map((_, i) => ({ ...TASK, id: `t${from + i}` }));
    const totalPages = Math.ceil(weights.length / pageSize);
    return {
      tasks,
      unreadable: 0,
      total: weights.length,
      page,
      totalPages,
      quota: { inFlight: 0, limit: 100 },
    };
  };
  return { list, asked, balance: () => 1 };
}

/** The ids that one reading gives, from the first task to the last. */
function readAll(pages: Pages, careful: boolean): string[] {
  const ids: string[] = [];
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const piece = pages.read(offset, ENDED, careful);
    ids.push(...piece.tasks.map(({ id }) => id));
    offset = piece.next;
  }
  return ids;
}

describe('a list', () => {
  it('is read whole, each task once, in whatever sizes get through', () => {
    const weight = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(
        fc.array(weight, { maxLength: 260 }),
        fc.integer({ min: 10, max: 400 }),
        (weights, limit) => {
          const pages = new Pages(listOf(weights, limit));
          const all = weights.map((_, i) => `t${i}`);
          expect([readAll(pages, true), readAll(pages, true)]).toEqual([all, all]);
        },
      ),
    );
  });

  it('of small answers is read in few requests, from the first on', () => {
    const { list, asked, balance } = listOf(Array<number>(250).fill(1), 1_000);
    readAll(new Pages({ list, balance }), false);
    expect(asked.map(({ pageSize }) => pageSize)).toEqual([100, 100, 100]);
  });

  it('of pages is begun with care, and with more while it goes well', () => {
    const { list, asked, balance } = listOf(Array<number>(200).fill(1), 1_000);
    readAll(new Pages({ list, balance }), true);
    expect(asked.map(({ pageSize }) => pageSize)).toEqual([5, 5, 5, 5, 5, 25, 50, 100]);
  });

  it('with one answer that never gets through is read without it', () => {
    const weights = Array<number>(12).fill(1);
    weights[3] = 99;
    const ids = readAll(new Pages(listOf(weights, 50)), true);
    expect(ids).toEqual(weights.flatMap((weight, i) => (weight === 99 ? [] : [`t${i}`])));
  });

  it('with many such answers is read without them, as long as Linkup can be reached', () => {
    const weights = Array.from({ length: 40 }, (_, i) => (i > 5 && i < 30 ? 99 : 1));
    const ids = readAll(new Pages(listOf(weights, 50)), true);
    expect(ids).toEqual(weights.flatMap((weight, i) => (weight === 99 ? [] : [`t${i}`])));
  });

  it.each([true, false])('that cannot be reached is given up soon, with care %s', (careful) => {
    const { list, asked } = listOf(Array<number>(50).fill(1), 0);
    const balance = (): number => {
      throw new Problem('network');
    };
    expect(problemOf(() => readAll(new Pages({ list, balance }), careful)).code).toBe('network');
    expect(asked.length).toBeLessThanOrEqual(careful ? 5 : 1);
  });
});
