/** A person's own limit for a month: what is agreed to counts before anything is asked, and never twice. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/platform/properties';
import { MonthCount, setLimit } from '../../../../src/run/record/month';
import type { Services } from '../../../../src/run/services';
import { problemOf } from '../../../world/definitions';
import { memoryStore } from '../../../world/memory-store';

const NOVEMBER = Date.UTC(2026, 10, 26);
const DECEMBER = Date.UTC(2026, 11, 1);

type Personally = Services['personally'];
const alone: Personally = (_, work) => work({ without: () => true });

/** The count of one execution. */
function counting(user: Store, now = NOVEMBER, personally: Personally = alone): MonthCount {
  return new MonthCount({ user, clock: { now: () => now, sleep: () => {} }, personally });
}

/** A person who set a limit of 1,000, and whose runs are on record by these names. */
function limited(...runs: readonly string[]): Store {
  const user = memoryStore(Object.fromEntries(runs.map((run) => [`linkup.agreement.${run}`, '{}'])));
  setLimit(user, 1_000);
  return user;
}

describe('the count of a month', () => {
  it('holds what runs may cost until they end, and then what they have asked', () => {
    const user = limited('a', 'b');
    const month = counting(user);
    month.promise('a', 400, user.all());
    month.promise('b', 300, user.all());
    expect(month.stands()).toEqual({ month: '2026-11', limit: 1_000, counted: 700 });
    expect(month.settle('a', 150, user.all())).toBe(true);
    month.settle('a', 150, user.all());
    expect(month.stands().counted).toBe(450);
  });

  it('refuses what would pass the limit, with the numbers and nothing counted', () => {
    const user = limited('a');
    const month = counting(user);
    month.promise('a', 400, user.all());
    expect(problemOf(() => month.promise('b', 601, user.all()))).toMatchObject({
      code: 'own-limit',
      subject: 'up to $0.006, and $0.004 of $0.01',
    });
    expect(month.stands().counted).toBe(400);
    month.promise('b', 600, user.all());
    expect(problemOf(() => month.spend(1))?.code).toBe('own-limit');
  });

  it('counts without a limit as well, so that one set later knows of what was asked before', () => {
    const user = memoryStore({ 'linkup.agreement.a': '{}' });
    const month = counting(user);
    month.spend(500);
    user.setAll(month.promise('a', 400, user.all()));
    setLimit(user, 1_000);
    expect(problemOf(() => month.spend(200))?.code).toBe('own-limit');
    month.giveBack(500);
    month.spend(200);
    expect(month.stands().counted).toBe(600);
  });

  it('begins anew with each month by UTC', () => {
    const user = limited('a');
    counting(user).promise('a', 900, user.all());
    const next = counting(user, DECEMBER);
    expect(next.stands()).toMatchObject({ month: '2026-12', counted: 0 });
    next.settle('a', 900, user.all());
    expect(next.stands().counted).toBe(0);
  });

  it('forgets the promise to a run that never came to be', () => {
    const user = limited();
    counting(user).promise('a', 900, user.all());
    expect(counting(user, NOVEMBER + 60_000).stands().counted).toBe(900);
    expect(counting(user, NOVEMBER + 3_600_000).stands().counted).toBe(0);
  });

  it('takes what cannot be read for nothing', () => {
    const user = limited();
    user.set('linkup.month', '{"month":"2026-11","spent":-5,"open":[]}');
    expect(counting(user).stands().counted).toBe(0);
  });
});

describe('two starts at once', () => {
  it('cannot pass the limit together: the second counts what the first has promised while it waited', () => {
    const user = limited('a', 'b');
    const second = counting(user, NOVEMBER, (wait, work) => {
      counting(user).promise('a', 600, user.all());
      return alone(wait, work);
    });
    expect(problemOf(() => second.promise('b', 600, user.all()))?.code).toBe('own-limit');
    expect(second.stands().counted).toBe(600);
  });

  it('end with “busy” and nothing counted where the other does not let go', () => {
    const user = limited('a');
    const month = counting(user, NOVEMBER, () => undefined);
    expect(problemOf(() => month.promise('a', 1, user.all()))?.code).toBe('busy');
    expect(month.settle('a', 1, user.all())).toBe(false);
    expect(month.stands().counted).toBe(0);
  });
});
