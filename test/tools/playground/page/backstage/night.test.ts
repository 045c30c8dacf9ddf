import { expect, it } from 'vitest';
import { untilMorning } from './night';

it.each([
  ['2026-11-27T10:16:00Z', '2026-11-28T08:00:00.000Z'],
  ['2026-11-27T22:00:00Z', '2026-11-28T08:00:00.000Z'],
  ['2026-11-28T03:00:00Z', '2026-11-28T08:00:00.000Z'],
  ['2026-11-28T07:10:00Z', '2026-11-29T07:10:00.000Z'],
  ['2026-11-28T08:00:00Z', '2026-11-29T08:00:00.000Z'],
])('a night from %s ends at %s', (from, to) => {
  const now = Date.parse(from);
  expect(new Date(now + untilMorning(now)).toISOString()).toBe(to);
});
