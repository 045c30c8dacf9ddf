/** What has just come to stand under a hand takes no press: here all of the page, which went along to another sheet unasked. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { allHasJustCome, hasJustCome } from '../../../../src/sidebar/client/parts/settling';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('holds presses for as long as a hand takes to see another sheet, and no longer', () => {
  expect(hasJustCome()).toBe(false);
  allHasJustCome();
  expect(hasJustCome()).toBe(true);
  vi.advanceTimersByTime(899);
  expect(hasJustCome()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(hasJustCome()).toBe(false);
});
