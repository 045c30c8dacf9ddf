/** The clock on the wall: what it shows, and when it shows it, on the days on which clocks are changed too. */
import { describe, expect, it } from 'vitest';
import { momentOf, wallClock } from '../../../src/enrichment/wall-clock';

const shown = (timeZone: string, moment: string): string =>
  new Date(wallClock(timeZone)(Date.parse(moment))).toISOString();

const moment = (timeZone: string, wall: string): string =>
  new Date(momentOf(wallClock(timeZone), Date.parse(`${wall}Z`))).toISOString();

describe('a wall clock', () => {
  it.each([
    ['Europe/Paris', '2026-07-01T05:00:12.345Z', '2026-07-01T07:00:12.345Z'],
    ['Europe/Paris', '2026-12-01T06:00:00.000Z', '2026-12-01T07:00:00.000Z'],
    ['America/New_York', '2026-11-27T03:30:00.000Z', '2026-11-26T22:30:00.000Z'],
    ['Asia/Kolkata', '2026-11-27T01:30:00.000Z', '2026-11-27T07:00:00.000Z'],
    ['Asia/Kathmandu', '2026-12-31T18:15:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['Nowhere/At all', '2026-11-27T01:30:00.000Z', '2026-11-27T01:30:00.000Z'],
  ])('in %s at %s shows %s', (timeZone, at, wall) => {
    expect(shown(timeZone, at)).toBe(wall);
  });
});

describe('the moment at which a clock shows a time', () => {
  it.each([
    ['an ordinary day', 'Europe/Paris', '2026-11-27T07:00', '2026-11-27T06:00:00.000Z'],
    [
      'a time that is skipped: an hour later by the clock',
      'Europe/Paris',
      '2026-03-29T02:30',
      '2026-03-29T01:30:00.000Z',
    ],
    ['a time just after the skipped hour', 'Europe/Paris', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    [
      'a time that comes twice: the first one',
      'Europe/Paris',
      '2026-10-25T02:30',
      '2026-10-25T00:30:00.000Z',
    ],
    ['the same in New York', 'America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['half an hour skipped', 'Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z'],
    ['midnight skipped', 'Asia/Beirut', '2026-03-29T00:00', '2026-03-28T22:00:00.000Z'],
  ])('%s', (_, timeZone, wall, at) => {
    expect(moment(timeZone, wall)).toBe(at);
  });
});
