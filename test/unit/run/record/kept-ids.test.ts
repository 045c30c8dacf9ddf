/** The ids of POSTs: kept with the payer until they are on the sheet. */
import { expect, it } from 'vitest';
import type { Task } from '../../../../src/linkup/types';
import type { Store } from '../../../../src/platform/properties';
import { IdKeeper, PLACES } from '../../../../src/run/record/kept-ids';
import { memoryStore } from '../../../world/memory-store';

const CREATED = '2026-11-26T10:00:00.000Z';

function task(id: string, createdAt = CREATED): Task {
  const input = { q: id, depth: 'standard', outputType: 'sourcedAnswer' };
  return {
    id,
    type: 'search',
    status: 'pending',
    createdAt,
    updatedAt: createdAt,
    input,
    output: null,
    error: undefined,
  };
}

/** A keeper, and what it keeps at once; POSTs are open unless they are said to be on the sheet. */
function keeperOf(store: Store, onSheet: readonly string[] = []) {
  const keeper = new IdKeeper(
    store,
    (post) => !onSheet.includes(post),
    (run) => run === 'r1',
  );
  const keep = (run: string, post: string, ...tasks: (Task | undefined)[]): void =>
    store.setAll(keeper.entry(run, post, 'seal', tasks));
  return { keeper, keep };
}

it('are found again by their run and POST, in the order of its questions', () => {
  const store = memoryStore();
  keeperOf(store).keep('r1', 'p1', task('t-1'), undefined, task('t-3'));
  const { keeper } = keeperOf(store);
  const ids = ['t-1', '', 't-3'];
  expect(keeper.of('r1', 'p1')).toEqual({
    run: 'r1',
    post: 'p1',
    seal: 'seal',
    at: Date.parse(CREATED),
    ids,
  });
  expect(keeper.of('r1', 'p2')).toBeUndefined();
  expect(keeper.of('r2', 'p1')).toBeUndefined();
});

it('that could not be told apart are not kept', () => {
  const store = memoryStore();
  keeperOf(store).keep('r1', 'p1', task('two words'), task('t-2'));
  expect(keeperOf(store).keeper.of('r1', 'p1')?.ids).toEqual(['', 't-2']);
});

it('take a bounded room, and never that of a POST that is outstanding', () => {
  const store = memoryStore();
  const { keeper, keep } = keeperOf(store);
  for (let i = 0; i <= PLACES; i++) keep('r1', `p${i}`, task(`t-${i}`));
  expect(Object.keys(store.all())).toHaveLength(PLACES);
  expect(keeper.of('r1', 'p0')?.ids).toEqual(['t-0']);
  expect(keeper.of('r1', `p${PLACES}`)).toBeUndefined();
});

it('make room when they are on the sheet, and after an hour whatever became of them', () => {
  const store = memoryStore();
  const onSheet: string[] = [];
  const { keeper, keep } = keeperOf(store, onSheet);
  for (let i = 0; i < PLACES; i++) keep('r1', `p${i}`, task(`t-${i}`));
  onSheet.push('p3');
  keep('r1', 'next', task('t-next'));
  expect([keeper.of('r1', 'p3'), keeper.of('r1', 'next')?.ids]).toEqual([undefined, ['t-next']]);
  keep('r2', 'later', task('t-later', '2026-11-26T11:00:01.000Z'));
  expect([keeper.of('r1', 'p0'), keeper.of('r2', 'later')?.ids]).toEqual([undefined, ['t-later']]);
});

it('of a run are gone when all of it is on the sheet, and those of others are not', () => {
  const store = memoryStore();
  const { keeper, keep } = keeperOf(store);
  keep('r1', 'p1', task('t-1'));
  keep('r2', 'p2', task('t-2'));
  keeper.clear('r1');
  const { keeper: next } = keeperOf(store);
  expect([next.of('r1', 'p1'), next.of('r2', 'p2')?.ids]).toEqual([undefined, ['t-2']]);
});
