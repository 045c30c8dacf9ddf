/** What is overdue: looked up by id, each time at twice its age, hourly in the end. */
import { describe, expect, it } from 'vitest';
import { isOverdue, isToBeLookedUp } from '../../../../src/run/cycle/overdue';
import { aResearch, aSearch } from '../../../world/definitions';
import { RUN } from '../../../world/run-sample';

const MINUTE = 60_000;
const CREATED = Date.UTC(2026, 10, 23);
const TASK = { about: { run: RUN.id, fingerprint: 'f', ordinal: 1, at: CREATED }, vouched: true };

/** The ages, in minutes, at which a task is looked up by a trigger that comes every minute. */
function looks(minutes: number, asked = aSearch()): number[] {
  const ages: number[] = [];
  let run = RUN;
  for (let age = 0; age <= minutes; age++) {
    const now = CREATED + age * MINUTE;
    if (!isToBeLookedUp({ run, asked }, TASK, now)) continue;
    ages.push(age);
    run = { ...run, lookedUp: now };
  }
  return ages;
}

describe('a task', () => {
  it('is overdue after ten minutes, research after three quarters of an hour', () => {
    const aged = (minutes: number): number => CREATED + minutes * MINUTE;
    expect(isOverdue({ run: RUN, asked: aSearch() }, TASK, aged(10))).toBe(false);
    expect(isOverdue({ run: RUN, asked: aSearch() }, TASK, aged(11))).toBe(true);
    expect(isOverdue({ run: RUN, asked: aResearch() }, TASK, aged(45))).toBe(false);
    expect(isOverdue({ run: RUN, asked: aResearch() }, TASK, aged(46))).toBe(true);
  });

  it('that is overdue is looked up at twice its age, hourly in the end', () => {
    expect(looks(300)).toEqual([11, 22, 44, 88, 148, 208, 268]);
  });

  it('is looked up at once where it was not overdue at the last look', () => {
    const run = { ...RUN, lookedUp: CREATED + 9 * MINUTE };
    expect(isToBeLookedUp({ run, asked: aSearch() }, TASK, CREATED + 11 * MINUTE)).toBe(true);
  });

  it('is not kept from being looked up by a last look that somebody has set into the future', () => {
    const run = { ...RUN, lookedUp: CREATED + 1_000 * MINUTE };
    expect(isToBeLookedUp({ run, asked: aSearch() }, TASK, CREATED + 11 * MINUTE)).toBe(true);
  });
});
