/** A list asked for ahead: given once, to whoever asks the same; a fault as well. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/enrichment/problem';
import { Ahead } from '../../../src/linkup/ahead';
import type { ListQuery } from '../../../src/linkup/client';
import type { TaskPage } from '../../../src/linkup/types';

const FIRST: ListQuery = { sortBy: 'updatedAt', statuses: ['completed'], page: 1, pageSize: 100 };
const SECOND: ListQuery = { ...FIRST, page: 2 };

/** What is listed tells how often something was asked for. */
function counted(fails: () => boolean = () => false) {
  let asked = 0;
  const list = (): TaskPage => {
    asked += 1;
    if (fails()) throw new Problem('network');
    const quota = { inFlight: 0, limit: 100 };
    return { tasks: [], unreadable: 0, total: asked, page: 1, totalPages: 1, quota };
  };
  return { ahead: new Ahead({ list }), asked: () => asked };
}

describe('a list asked for ahead', () => {
  it('is given once, and the next time asked for again', () => {
    const { ahead, asked } = counted();
    ahead.ask(FIRST);
    expect([ahead.list(FIRST).total, asked()]).toEqual([1, 1]);
    expect([ahead.list(FIRST).total, asked()]).toEqual([2, 2]);
  });

  it('is not given to whoever wants another page, nor later to anybody', () => {
    const { ahead, asked } = counted();
    ahead.ask(FIRST);
    expect(ahead.list(SECOND).total).toBe(2);
    expect([ahead.list(FIRST).total, asked()]).toEqual([3, 3]);
  });

  it('that fails says so only where it is wanted', () => {
    let isDown = true;
    const { ahead } = counted(() => isDown);
    expect(() => ahead.ask(FIRST)).not.toThrow();
    isDown = false;
    expect(() => ahead.list(FIRST)).toThrow('network');
    expect(ahead.list(FIRST).total).toBe(2);
  });
});
