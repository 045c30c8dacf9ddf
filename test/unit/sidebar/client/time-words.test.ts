/** Times and spans as people say them. */
import { describe, expect, it } from 'vitest';
import { about, ago, clockTime, range, span } from '../../../../src/sidebar/client/model/time-words';

describe('times', () => {
  it.each([
    [-5, '0 s'],
    [8_400, '8 s'],
    [120_000, '2 min'],
    [250_000, '4 min 10 s'],
    [3_900_000, '1 h 5 min'],
  ])('%d ms is %s', (ms, words) => expect(span(ms)).toBe(words));

  it('are rounded where they are guesses', () => {
    expect([about(20_000), about(60_000), about(250_000)]).toEqual([
      'less than a minute',
      'about 1 minute',
      'about 4 minutes',
    ]);
    expect(range([200, 1_000])).toBe('0.2–1 s');
  });

  it.each([
    [-5_000, 'just now'],
    [59_000, 'just now'],
    [60_000, '1 minute ago'],
    [7_300_000, '2 hours ago'],
    [3 * 86_400_000, '3 days ago'],
    [45 * 86_400_000, '1 month ago'],
    [800 * 86_400_000, '2 years ago'],
  ])('%d ms later are: %s', (later, words) => expect(ago(1_000_000, 1_000_000 + later)).toBe(words));

  it('name the day only when it is another one', () => {
    const noon = new Date(2026, 10, 12, 14, 32).getTime();
    expect(clockTime(noon, noon + 60_000)).toBe('14:32');
    expect(clockTime(noon, noon + 3 * 24 * 3_600_000)).toBe('12 Nov, 14:32');
    expect(clockTime(noon, noon + 90 * 24 * 3_600_000)).toBe('12 Nov 2026, 14:32');
  });
});
