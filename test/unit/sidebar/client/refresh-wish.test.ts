/** What is sent when an enrichment is to be refreshed by itself. */
import { describe, expect, it } from 'vitest';
import {
  proposedCap,
  type Settings,
  settingsBox,
  settingsOf,
  wishOf,
} from '../../../../src/sidebar/client/model/refresh-wish';
import type { Saved } from '../../../../src/sidebar/protocol';
import { REFRESHING, SAVED } from '../../../world/sidebar-samples';

/** At $0.006 a question. */
const CHEAP: Saved = { ...SAVED, options: { depth: 'standard' } };
const about = (rows: number, saved = CHEAP) => ({ saved, rows });
const usual = settingsOf(null);
const sent = (changes: Partial<Settings>, rows = 60) => wishOf({ ...usual, ...changes }, about(rows));

describe('the cap that is proposed', () => {
  it.each([
    [7, 0.042, 'what all rows would cost once'],
    [10_000, 1, 'a dollar at most'],
    [0, 0.006, 'one question at least'],
  ])('for %i rows is %f: %s', (rows, cap) => expect(proposedCap(about(rows))).toBeCloseTo(cap, 9));

  it('is one question where that alone is dearer than a dollar', () => {
    const dear: Saved = {
      ...SAVED,
      type: 'research',
      sources: false,
      options: { mode: 'research', reasoningDepth: 'XL' },
    };
    expect(proposedCap(about(60, dear))).toBe(2.5);
  });
});

describe('what is sent', () => {
  it('is what stands there, with the price and the revision on view', () => {
    expect(sent({})).toEqual({
      id: 'e1',
      revision: 'r1',
      rule: { every: 'day', hour: 7, day: 1 },
      rows: { fresh: true, changed: true, failed: true },
      price: 0.006,
      cap: expect.closeTo(0.36, 9),
    });
    expect(sent({ aged: true, days: '90', cap: '2,50' })).toMatchObject({
      rows: { fresh: true, changed: true, failed: true, days: 90 },
      cap: 2.5,
    });
  });

  it('is what was agreed to before where nothing is changed', () => {
    const before = {
      ...REFRESHING,
      rows: { fresh: false, changed: true, failed: false, days: 7 },
      cap: 0.25,
    };
    const { rule, rows, cap } = before;
    expect(wishOf(settingsOf(before), about(60))).toMatchObject({ rule, rows, cap });
  });

  it.each([
    [{ cap: 'much' }, 'refresh-cap'],
    [{ aged: true, days: '0' }, 'refresh-days'],
    [{ aged: true, days: '1001' }, 'refresh-days'],
    [{ aged: true, days: '' }, 'refresh-days'],
  ])('is nothing where a box cannot be read: %o', (changes, place) => {
    expect(sent(changes)).toMatchObject({ code: 'form', place });
  });

  it('does not look at days that do not count', () => {
    expect(sent({ days: '' })).not.toHaveProperty('sentence');
  });
});

describe('what is refused', () => {
  it.each([
    ['cap-too-small', 'refresh-cap'],
    ['nothing-refreshed', 'refresh-rows'],
    ['already-scheduled', ''],
  ])('with %s stands at its box', (code, box) => {
    expect(settingsBox({ code, sentence: 'No.', place: '' })).toBe(box);
  });
});
