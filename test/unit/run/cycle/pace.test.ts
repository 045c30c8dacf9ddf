/** The pace: Linkup's documented cadence, one list a second, slower while nothing changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskType } from '../../../../src/enrichment/options';
import type { Linkup } from '../../../../src/linkup/client';
import { LinkupError } from '../../../../src/linkup/errors';
import type { TaskPage } from '../../../../src/linkup/types';
import { Pace } from '../../../../src/run/cycle/pace';
import { type Clock, VirtualClock } from '../../../doubles/clock';
import { onlyLists } from './only-lists';

/** Virtual time that, like Google's clock here, takes a wait of less than nothing for none. */
class PatientClock extends VirtualClock {
  override sleep(ms: number): void {
    super.sleep(Math.max(0, ms));
  }
}

function pauses(types: readonly TaskType[], looks: number): number[] {
  const pace = new Pace(new PatientClock());
  return Array.from({ length: looks }, () => pace.next(new Set(types), false));
}

const inFlight = fc.uniqueArray(fc.constantFrom<TaskType[]>('search', 'fetch', 'research'));

/** A client whose lists take their time; says when each began and ended. */
function slowLists(clock: Clock, takes: number): { linkup: Linkup; times: { from: number; to: number }[] } {
  const times: { from: number; to: number }[] = [];
  const list = (): TaskPage => {
    const from = clock.now();
    clock.sleep(takes);
    times.push({ from, to: clock.now() });
    return { tasks: [], unreadable: 0, total: 0, page: 1, totalPages: 1, quota: { limit: 100, inFlight: 0 } };
  };
  return { linkup: onlyLists(list), times };
}

const QUERY = { sortBy: 'updatedAt', page: 1, pageSize: 100, statuses: [] } as const;

describe('list requests', () => {
  const upTo3s = fc.integer({ min: 0, max: 3_000 });

  it('are a second apart at least, the first one from the start of the execution, the others from the answer', () => {
    fc.assert(
      fc.property(fc.array(upTo3s), upTo3s, (waits, takes) => {
        const clock = new PatientClock();
        const { linkup, times } = slowLists(clock, takes);
        const slowed = new Pace(clock).slowed(linkup, Number.POSITIVE_INFINITY);
        let last = clock.now();
        for (const wait of waits) {
          clock.sleep(wait);
          slowed.list(QUERY);
          const { from = 0, to = 0 } = times[times.length - 1] ?? {};
          expect(from - last).toBe(Math.max(1_000, wait));
          last = to;
        }
      }),
    );
  });

  it('never ask for a wait that is negative', () => {
    const clock = new VirtualClock();
    const slowed = new Pace(clock).slowed(slowLists(clock, 0).linkup, Number.POSITIVE_INFINITY);
    clock.sleep(2_000);
    expect(() => slowed.list(QUERY)).not.toThrow();
  });
});

function longestFor(types: readonly TaskType[]): number {
  if (types.length === 0) return 10_000;
  if (!types.includes('research')) return 2_000;
  return types.length === 1 ? 30_000 : 10_000;
}

describe('the pause between two looks', () => {
  it('is 1 to 2 s for search and fetch', () => {
    expect(pauses(['search', 'fetch'], 4)).toEqual([1_000, 1_500, 2_000, 2_000]);
  });

  it('is 2 to 10 s while others fill the queue and nothing of ours is in flight', () => {
    expect(pauses([], 6)).toEqual([2_000, 3_000, 4_500, 6_750, 10_000, 10_000]);
  });

  it('is 5 to 30 s for research', () => {
    expect(pauses(['research'], 7)).toEqual([5_000, 7_500, 11_250, 16_875, 25_313, 30_000, 30_000]);
  });

  it('is 2 to 10 s when both are in flight', () => {
    expect(pauses(['research', 'fetch'], 6)).toEqual([2_000, 3_000, 4_500, 6_750, 10_000, 10_000]);
  });

  it('starts anew when something has come', () => {
    const pace = new Pace(new PatientClock());
    const research = new Set<TaskType>(['research']);
    expect([false, false, true, false].map((progress) => pace.next(research, progress))).toEqual([
      5_000, 7_500, 5_000, 7_500,
    ]);
  });

  it('is counted from the last look: reading and writing take their part of it', () => {
    const clock = new PatientClock();
    const pace = new Pace(clock);
    pace.slowed(slowLists(clock, 0).linkup, Number.POSITIVE_INFINITY).list(QUERY);
    clock.sleep(700);
    expect(pace.next(new Set(['search']), true)).toBe(300);
  });

  it('is over where the work after a look took longer, but never without a look: nothing would spend the time', () => {
    const clock = new PatientClock();
    const pace = new Pace(clock);
    pace.slowed(slowLists(clock, 0).linkup, Number.POSITIVE_INFINITY).list(QUERY);
    clock.sleep(5_000);
    expect(pace.next(new Set(['search']), true)).toBe(0);
    clock.sleep(5_000);
    expect(pace.next(new Set(['search']), false)).toBe(1_500);
  });

  it('keeps within the bounds of what is in flight now, whatever was before', () => {
    const looks = fc.array(fc.tuple(inFlight, fc.boolean()));
    fc.assert(
      fc.property(looks, (all) => {
        const pace = new Pace(new PatientClock());
        for (const [types, progress] of all) {
          const pause = pace.next(new Set(types), progress);
          expect(pause).toBeGreaterThanOrEqual(1_000);
          expect(pause).toBeLessThanOrEqual(longestFor(types));
        }
      }),
    );
  });
});

describe('after faults', () => {
  it('the pause doubles up to a minute, whatever is in flight', () => {
    const pace = new Pace(new PatientClock());
    const waited = Array.from({ length: 7 }, () => {
      pace.fault();
      return pace.next(new Set(['search']), true);
    });
    expect(waited).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('they are counted in a row, and forgotten at the first success', () => {
    const pace = new Pace(new PatientClock());
    expect([pace.fault(), pace.fault()]).toEqual([1, 2]);
    pace.recovered();
    expect(pace.next(new Set(['search']), false)).toBe(1_000);
    expect(pace.fault()).toBe(1);
  });
});

describe('a Retry-After', () => {
  it('is waited for, and only once', () => {
    const clock = new PatientClock();
    const pace = new Pace(clock);
    const { linkup } = slowLists(clock, 0);
    const answer = { status: 429, apiCode: 'TOO_MANY_REQUESTS', fields: [], retryAfter: 45_000 };
    const refusing = pace.slowed(
      {
        ...linkup,
        list: () => {
          throw new LinkupError('rate-limited', '', answer);
        },
      },
      Number.POSITIVE_INFINITY,
    );
    expect(() => refusing.list(QUERY)).toThrow(LinkupError);
    pace.fault();
    expect(pace.next(new Set(['search']), false)).toBe(45_000);
    clock.sleep(45_000);
    pace.recovered();
    expect(pace.next(new Set(['search']), true)).toBe(1_000);
  });
});
