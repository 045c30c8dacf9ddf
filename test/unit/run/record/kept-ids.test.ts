/** The ids of POSTs: kept with the payer until they are on the sheet. */
import { expect, it } from 'vitest';
import type { Task } from '../../../../src/linkup/types';
import { IdKeeper } from '../../../../src/run/record/kept-ids';
import { MOST_POSTS } from '../../../../src/run/record/posts';
import { memoryStore } from '../../../world/memory-store';

const CREATED = '2026-11-26T10:00:00.000Z';

function task(id: string): Task {
  const input = { q: id, depth: 'standard', outputType: 'sourcedAnswer' };
  return {
    id,
    type: 'search',
    status: 'pending',
    createdAt: CREATED,
    updatedAt: CREATED,
    input,
    output: null,
    error: undefined,
  };
}

it('are found again by their POST, in the order of its questions', () => {
  const store = memoryStore();
  store.setAll(new IdKeeper(store).entry('p1', 'seal', [task('t-1'), undefined, task('t-3')]));
  const found = new IdKeeper(store).found();
  expect(found.get('p1')).toEqual({ seal: 'seal', at: Date.parse(CREATED), ids: ['t-1', '', 't-3'] });
  expect(found.get('p2')).toBeUndefined();
});

it('that could not be told apart are not kept', () => {
  const store = memoryStore();
  store.setAll(new IdKeeper(store).entry('p1', 'seal', [task('two words'), task('t-2')]));
  expect(new IdKeeper(store).found().get('p1')?.ids).toEqual(['', 't-2']);
});

it('take no more room than POSTs may be outstanding', () => {
  const store = memoryStore();
  const keeper = new IdKeeper(store);
  for (let i = 0; i < 3 * MOST_POSTS; i++) store.setAll(keeper.entry(`p${i}`, 'seal', [task(`t-${i}`)]));
  expect(Object.keys(store.all())).toHaveLength(MOST_POSTS);
  expect(keeper.found().get(`p${3 * MOST_POSTS - 1}`)?.ids).toEqual([`t-${3 * MOST_POSTS - 1}`]);
});

it('are gone when all of it is on the sheet', () => {
  const store = memoryStore();
  const keeper = new IdKeeper(store);
  store.setAll(keeper.entry('p1', 'seal', [task('t-1')]));
  keeper.clear();
  expect(keeper.found()).toEqual(new Map());
});
