/** One small job, and everything that can happen to it by hand or by a kill, at every single service call it makes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildsOf } from './engine/bundles';
import { KINDS } from './engine/happenings';
import { callsOf, type Swept, sweep } from './engine/sweep';

const BOTH = [...KINDS.kill, ...KINDS.person];

let calls = 0;
let swept: ReadonlyMap<string, Swept> = new Map();

beforeAll(async () => {
  const builds = await buildsOf();
  calls = callsOf(builds);
  swept = await sweep(builds, BOTH);
}, 240_000);

describe('at every service call of a job', () => {
  it('there are calls enough for two batches, and an end', () => {
    expect(calls).toBeGreaterThan(80);
  });

  it.each(KINDS.kill)('Google may have it %s: no promise is broken', (kind) => {
    expect(swept.get(kind)?.broken).toEqual([]);
    expect(swept.get(kind)?.tally.kills).toBe(calls);
  });

  it.each(KINDS.person)('a person %s: no promise is broken', (kind) => {
    expect(swept.get(kind)?.broken).toEqual([]);
    expect(swept.get(kind)?.tally.userActions[kind]).toBeGreaterThan(calls / 3);
  });
});
