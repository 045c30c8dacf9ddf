/** Schedules: when they are due next, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { daysAgo, nextStart, type Rule, rowsInWords, ruleInWords } from '../../../src/enrichment/schedule';
import { wallClock } from '../../../src/enrichment/wall-clock';

const hourly: Rule = { every: 'hour', hour: 0, day: 0 };
const daily = (hour: number): Rule => ({ every: 'day', hour, day: 0 });
const weekly = (day: number, hour: number): Rule => ({ every: 'week', hour, day });

const next = (rule: Rule, after: string, timeZone = 'Europe/Paris'): string =>
  new Date(nextStart(rule, Date.parse(after), wallClock(timeZone))).toISOString();

describe('the next start', () => {
  it.each<[string, Rule, string, string, string?]>([
    ['of every hour is the next full one', hourly, '2026-11-27T06:10:05Z', '2026-11-27T07:00:00.000Z'],
    ['is never now', hourly, '2026-11-27T07:00:00Z', '2026-11-27T08:00:00.000Z'],
    [
      'is full by the clock on the wall',
      hourly,
      '2026-11-27T06:10:00Z',
      '2026-11-27T06:30:00.000Z',
      'Asia/Kolkata',
    ],
    [
      'of a day is today while its hour is to come',
      daily(7),
      '2026-11-27T05:59:59Z',
      '2026-11-27T06:00:00.000Z',
    ],
    ['of a day is tomorrow from its hour on', daily(7), '2026-11-27T06:00:00Z', '2026-11-28T06:00:00.000Z'],
    ['keeps its hour when summer time begins', daily(7), '2026-03-28T07:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['keeps its hour when summer time ends', daily(7), '2026-10-24T06:00:00Z', '2026-10-25T06:00:00.000Z'],
    [
      'comes an hour later where its hour is skipped',
      daily(2),
      '2026-03-28T12:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    ['comes once where its hour comes twice', daily(2), '2026-10-25T00:00:00Z', '2026-10-26T01:00:00.000Z'],
    ['of a week is its day', weekly(1, 9), '2026-11-27T12:00:00Z', '2026-11-30T08:00:00.000Z'],
    [
      'of a week is a week later once it has begun',
      weekly(5, 9),
      '2026-11-27T08:00:00Z',
      '2026-12-04T08:00:00.000Z',
    ],
    [
      'counts days where the sheet is',
      weekly(5, 20),
      '2026-11-28T00:30:00Z',
      '2026-11-28T01:00:00.000Z',
      'America/New_York',
    ],
  ])('%s', (_, rule, after, expected, timeZone) => {
    expect(next(rule, after, timeZone)).toBe(expected);
  });

  it.each([
    'Europe/Paris',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ])('in %s comes as often in a year as there are days, each at its hour but for the one that is skipped', (timeZone) => {
    const clock = wallClock(timeZone);
    const end = Date.UTC(2027, 0, 1);
    let [at, starts, odd] = [Date.UTC(2026, 0, 1), 0, 0];
    for (;;) {
      at = nextStart(daily(2), at, clock);
      if (at >= end) break;
      starts += 1;
      if (new Date(clock(at)).getUTCHours() !== 2) odd += 1;
    }
    expect(starts).toBe(365);
    expect(odd).toBeLessThanOrEqual(1);
  });
});

describe('the age of an answer', () => {
  it('is counted by the days of the sheet’s calendar', () => {
    const clock = wallClock('Europe/Paris');
    const from = (days: number, now: string) => new Date(daysAgo(days, Date.parse(now), clock)).toISOString();
    expect(from(1, '2026-11-27T06:00:00Z')).toBe('2026-11-26T23:00:00.000Z');
    expect(from(7, '2026-11-27T06:00:00Z')).toBe('2026-11-20T23:00:00.000Z');
    expect(from(2, '2026-10-26T06:00:00Z')).toBe('2026-10-24T22:00:00.000Z');
  });
});

describe('a schedule in words', () => {
  it('says when', () => {
    expect([hourly, daily(7), weekly(1, 0)].map(ruleInWords)).toEqual([
      'every hour',
      'every day at 7:00',
      'every Monday at 0:00',
    ]);
  });

  it('says which rows', () => {
    const none = { fresh: false, changed: false, failed: false };
    expect(rowsInWords({ ...none, fresh: true })).toBe('new rows');
    expect(rowsInWords({ fresh: true, changed: true, failed: true, days: 1 })).toBe(
      'new rows, changed rows, failed rows and answers that are 1 day old',
    );
    expect(rowsInWords(none)).toBe('');
  });
});
