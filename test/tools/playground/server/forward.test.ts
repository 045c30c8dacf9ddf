import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord, list, number, object, text } from '../../../../src/enrichment/parse';
import type { Json } from '../../../../src/sidebar/json';
import { column, isAtWork, Visitor } from '../visitor';
import { type Playground, startPlayground } from './playground';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Research takes minutes at Linkup, also where the local one is in a hurry. */
const RESEARCH = { type: 'research', options: { mode: 'research', reasoningDepth: 'XL' } };

let playground: Playground;
let owner: Visitor;

// In real time: what passes here passes because the clock is turned forward.
beforeAll(async () => {
  playground = await startPlayground({ table: [['Country'], ['France'], ['Peru'], ['Japan']] });
  owner = await Visitor.at(playground);
  await owner.setUp(RESEARCH);
});
afterAll(() => playground.close());

it('an hour that is turned forward brings research in, the triggers firing on the way', async () => {
  await owner.choose('Enrich…');
  await owner.press('YES');
  await owner.until((state) => state.linkup.inFlight > 0);
  const before = owner.state.now;
  await owner.do({ kind: 'forward', ms: HOUR });
  const state = await owner.until(({ hurried, ahead }) => !hurried && ahead > 0);
  expect(state.now - before).toBeGreaterThanOrEqual(HOUR);
  expect(state.ahead).toBeLessThanOrEqual(HOUR);
  expect(column(state, 'currency')).toEqual(['Euro', 'Peruvian sol', 'Japanese yen']);
  expect(state.triggers).toEqual([]);
  expect(isAtWork(state)).toBe(false);
  expect(state.executions.some(({ outcome }) => outcome === 'killed' || outcome === 'timed out')).toBe(false);
});

it('they fire each at its own time, not all at once at the end', async () => {
  const begins = (): number[] =>
    owner.state.executions.filter(({ by }) => by === 'clock').map(({ startedAt }) => startedAt);
  await owner.do({ kind: 'type', sheet: 0, cells: [{ row: 5, column: 1, text: 'Chad' }] });
  await owner.choose('Enrich…');
  await owner.press('YES');
  await owner.until((state) => state.linkup.inFlight > 0);
  // The press would go on looking by itself: the trigger is left alone with the work.
  await owner.do({ kind: 'kill' });
  await owner.until((state) => !isAtWork(state));
  const before = begins().length;
  await owner.do({ kind: 'forward', ms: 12 * HOUR });
  const { triggers } = await owner.until((state) => !state.hurried && column(state, 'currency')[3] !== '');
  expect(triggers).toEqual([]);
  const fired = begins().slice(before);
  expect(fired.length).toBeGreaterThan(2);
  for (const [i, at] of fired.slice(1).entries()) expect(at - (fired[i] ?? 0)).toBeLessThan(15 * MINUTE);
});

it('the sidebar’s call that is at work sleeps through it, and ends when it would have', async () => {
  const ask = async (name: string, argument: Json): Promise<unknown> => {
    const reply = await owner.call('sidebarCall', name, argument);
    return reply.ok && isRecord(reply.value) ? reply.value.result : reply;
  };
  await owner.do({ kind: 'type', sheet: 0, cells: [{ row: 6, column: 1, text: 'Mali' }] });
  const start = await ask('start', null);
  const [saved] = list(object)(object(start, '').enrichments, '');
  const [id, revision] = [text(saved?.id, 'id'), text(saved?.revision, 'revision')];
  const choice = { id, revision, scope: 'fill', overwrite: false };
  const total = number(object(await ask('offer', choice), '').total, '');
  await ask('enrich', { ...choice, total, cap: total });
  const work = owner.call('sidebarCall', 'work', null);
  await owner.until((state) => state.linkup.inFlight > 0);
  await owner.do({ kind: 'forward', ms: HOUR });
  expect((await work).ok).toBe(true);
  await owner.until((state) => !state.hurried && column(state, 'currency')[4] !== '');
});

it.each([0, -1, 25 * HOUR])('it is not turned by %d ms', async (ms) => {
  expect((await owner.do({ kind: 'forward', ms })).status).toBe(400);
});
