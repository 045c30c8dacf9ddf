/** Moments in the receipts: shown to people, and read again as they were meant, also those of earlier versions. */
import { expect, it } from 'vitest';
import { momentIn, shownMoment } from '../../../src/sheet/moments';

const ISO = '2026-11-26T22:24:05.000Z';

it('are shown without what only machines read', () => {
  expect(shownMoment('2026-11-26T22:24:05.072Z')).toBe('2026-11-26 22:24:05');
});

it.each([[shownMoment(ISO)], [ISO]])('that are written as %s are read in UTC', (text) => {
  expect(momentIn(text)).toBe(Date.parse(ISO));
});

it.each(['', 'yesterday'])('are unknown where somebody has written something else: %j', (text) => {
  expect(momentIn(text)).toBe(0);
});
