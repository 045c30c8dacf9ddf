/** Reading Linkup's list back: nothing is taken for absent that two passes could have missed. */
import { describe, expect, it } from 'vitest';
import type { Linkup, ListQuery } from '../../../../src/linkup/client';
import type { Task, TaskPage } from '../../../../src/linkup/types';
import { glance, readThrough } from '../../../../src/run/cycle/read-back';
import { onlyLists } from './only-lists';

const AT = Date.UTC(2026, 10, 23);
const ALL = { since: AT, until: AT + 1_000_000 };

function tasks(count: number): Task[] {
  return Array.from({ length: count }, (_, i) => {
    const time = new Date(AT + (count - i) * 1_000).toISOString();
    const about = {
      type: 'search',
      status: 'pending',
      input: {},
      output: undefined,
      error: undefined,
    } as const;
    return { id: `t${i}`, createdAt: time, updatedAt: time, ...about };
  });
}

/** A client whose list holds these, and the page sizes that it was read with. */
function listing(all: readonly Task[]): { linkup: Linkup; sizes: number[] } {
  const sizes: number[] = [];
  const list = ({ page, pageSize }: ListQuery): TaskPage => {
    sizes.push(pageSize);
    const shown = all.slice((page - 1) * pageSize, page * pageSize);
    const totalPages = Math.ceil(all.length / pageSize);
    return {
      tasks: shown,
      unreadable: 0,
      page,
      totalPages,
      total: all.length,
      quota: { limit: 100, inFlight: 0 },
    };
  };
  return { linkup: onlyLists(list), sizes };
}

describe('a list', () => {
  it('is read twice at least, with other boundaries, before anything counts as absent', () => {
    const { linkup, sizes } = listing(tasks(50));
    const { tasks: seen, whole } = readThrough(linkup, ALL, () => true);
    expect([seen.length, whole, new Set(sizes).size]).toEqual([50, true, 2]);
  });

  it('that there is no time for is not whole', () => {
    expect(readThrough(listing(tasks(5)).linkup, ALL, () => false).whole).toBe(false);
  });

  it('is glanced at once for what is there to see, over as many pages as it takes', () => {
    const { linkup, sizes } = listing(tasks(150));
    expect([glance(linkup, ALL).tasks.length, sizes.length]).toEqual([150, 2]);
  });
});
