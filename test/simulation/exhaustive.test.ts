/** One small job, and every kill and everything that people can do, at every single service call it makes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { oneIn, THOROUGH } from '../world/thorough';
import { buildsOf } from './engine/bundles';
import { KINDS, NOT_ALONE } from './engine/happenings';
import { momentsOf, type Swept, sweep, worthTrying } from './engine/sweep';

/** Each decides other details of what a person does: which rows, which columns. */
const SALTS = [1];

let moments: ReturnType<typeof momentsOf> = [];
let swept: ReadonlyMap<string, Swept> = new Map();

/** What people do that can be done at any moment. */
const BY_PEOPLE = KINDS.person.filter((kind) => !NOT_ALONE.includes(kind));

/** Unless thorough, kills at one call in five, or in two where few are worth it, and what a person does at one in 24: other ones for each kind. */
const some = (kind: string, moments: readonly number[]): readonly number[] =>
  KINDS.kill.includes(kind)
    ? oneIn(moments.length > FEW ? 5 : 2, moments, KINDS.kill.indexOf(kind))
    : oneIn(24, moments, BY_PEOPLE.indexOf(kind));

const FEW = 10;

/** How long simulated time takes to compute is no concern of a test. */
const NO_LIMIT = 0;

beforeAll(async () => {
  const builds = await buildsOf();
  moments = momentsOf(builds);
  swept = await sweep(builds, [...KINDS.kill, ...BY_PEOPLE], SALTS, some);
}, NO_LIMIT);

describe('at every service call of a job', () => {
  it('there are calls enough for two batches, and an end', () => {
    expect(moments.length).toBeGreaterThan(80);
  });

  it('something is buffered at some, which a kill may lose, apply, or apply in part', () => {
    for (const kind of KINDS.kill) expect(worthTrying(kind, moments).length).toBeGreaterThan(0);
  });

  it.each(KINDS.kill)('Google may have it %s: no promise is broken', (kind) => {
    const tried = some(kind, worthTrying(kind, moments)).length;
    expect(tried).toBeGreaterThan(0);
    expect(swept.get(kind)?.broken).toEqual([]);
    expect(swept.get(kind)?.tally.kills).toBe(tried);
  });

  it.each(BY_PEOPLE)('a person %s: no promise is broken', (kind) => {
    expect(swept.get(kind)?.broken).toEqual([]);
  });

  it.each(BY_PEOPLE)('a person %s: that is tried at many of them', (kind) => {
    expect(swept.get(kind)?.tally.userActions[kind]).toBeGreaterThan(THOROUGH ? moments.length / 6 : 0);
  });
});
