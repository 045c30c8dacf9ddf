/** A backlog read from the oldest unseen task on: nothing is passed over unnoticed, whatever comes, goes or changes places meanwhile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionOf } from '../../../src/enrichment/question';
import { readOn } from '../../../src/linkup/backlog';
import type { ListQuery } from '../../../src/linkup/client';
import type { TaskPage } from '../../../src/linkup/types';
import { Shown } from '../../../src/run/cycle/shown';
import { aFetch } from '../../world/definitions';
import { taskFor } from './echoes';

const ENDED = { sortBy: 'updatedAt', statuses: ['completed', 'failed'] } as const;
const TASK = { ...taskFor(questionOf(aFetch(), 'https://a.org')), updatedAt: '2026-11-23T09:00:00.000Z' };
const QUOTA = { inFlight: 0, limit: 1_000 };

/** A list of tasks, the oldest first, and what was asked of it. */
function listOf(ids: string[]) {
  const asked: ListQuery[] = [];
  const list = (query: ListQuery): TaskPage => {
    asked.push(query);
    const { page, pageSize, direction } = query;
    const sorted = direction === 'asc' ? ids : [...ids].reverse();
    const tasks = sorted.slice((page - 1) * pageSize, page * pageSize).map((id) => ({ ...TASK, id }));
    const totalPages = Math.ceil(ids.length / pageSize);
    return { tasks, unreadable: 0, total: ids.length, page, totalPages, quota: QUOTA };
  };
  return { list, asked };
}

const named = (from: number, n: number): string[] => Array.from({ length: n }, (_, i) => `t${from + i}`);

/** What a look from the newest on has shown of a list. */
function looked(ids: readonly string[]): Shown {
  const shown = new Shown();
  const newestFirst = [...ids].reverse();
  for (let from = 0; from === 0 || from < ids.length; from += 100) {
    const tasks = newestFirst.slice(from, from + 100).map((id) => ({ ...TASK, id }));
    shown.add({ tasks, total: ids.length });
  }
  return shown;
}

/** Reads on to the end; 'given up' where the list was not what was expected. */
function readAll(
  list: ReturnType<typeof listOf>,
  shown: Shown,
  meanwhile = (): void => {},
): string[] | 'given up' {
  const read: string[] = [];
  for (;;) {
    const next = readOn(list, ENDED, shown);
    if (!next) return 'given up';
    read.push(...next.tasks.map(({ id }) => id));
    shown.follow(next.tasks);
    if (!next.isMore) return read;
    meanwhile();
  }
}

describe('a backlog', () => {
  it('is read in about as many pages as it fills, though as much ends meanwhile as a page holds', () => {
    const ids = named(0, 1_000);
    const shown = looked(ids.slice(0, 437));
    const list = listOf(ids);
    let more = 5;
    const read = readAll(list, shown, () => {
      if (more-- > 0) ids.push(...named(ids.length, 90));
    });
    expect(read).toEqual(named(437, 1_013));
    expect(list.asked.length).toBeLessThanOrEqual(12);
    expect(list.asked.every(({ pageSize, direction }) => pageSize <= 100 && direction === 'asc')).toBe(true);
  });

  it('is read to its end wherever it begins', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(500), (before, after) => {
        const ids = named(0, before + after);
        expect(readAll(listOf(ids), looked(ids.slice(0, before)))).toEqual(named(before, after));
      }),
    );
  });

  it.each([
    ['came late and stands before what was seen', (ids: string[]) => ids.splice(200, 0, 'late')],
    ['is gone that was seen', (ids: string[]) => ids.splice(0, 3)],
    [
      'has changed places with what was seen long ago',
      (ids: string[]) => ([ids[100], ids[350]] = [ids[350] ?? '', ids[100] ?? '']),
    ],
  ])('is given up, and looked for from the newest on, where something %s', (_, change) => {
    const ids = named(0, 600);
    const shown = looked(ids.slice(0, 300));
    change(ids);
    expect(readAll(listOf(ids), shown)).toBe('given up');
  });

  it('takes what changes places with the last that was seen, for both ended in the same moment', () => {
    const ids = named(0, 600);
    const shown = looked(ids.slice(0, 300));
    [ids[299], ids[300]] = [ids[300] ?? '', ids[299] ?? ''];
    expect(readAll(listOf(ids), shown)).toEqual(named(300, 300));
  });
});

describe('what a look has shown', () => {
  it('is all that is new only where as many new ones were shown as have ended: what ended during the look does not count', () => {
    const before = looked(named(0, 300));
    const shown = new Shown();
    const at = (second: number): string => new Date(Date.UTC(2026, 10, 23, 9, 0, second)).toISOString();
    const tasks = (from: number, n: number, second: number) =>
      named(from, n).map((id) => ({ ...TASK, id, updatedAt: at(second) }));
    shown.add({ tasks: tasks(400, 100, 10), total: 500 });
    // 200 more ended since: the second page shows those, and nothing of the hundred that is still unseen.
    shown.add({ tasks: [...tasks(500, 99, 20), ...tasks(299, 1, 1)], total: 700 });
    expect(shown.isAllSince(before)).toBe(false);
    shown.add({ tasks: tasks(300, 100, 5), total: 700 });
    expect(shown.isAllSince(before)).toBe(true);
  });
});
