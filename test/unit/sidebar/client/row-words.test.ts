/** What is said of the selected row. */
import { describe, expect, it } from 'vitest';
import {
  askAgainLabel,
  canAskAgain,
  costWords,
  reasonWords,
  runWords,
  sinceWords,
  standingWords,
  statusWords,
} from '../../../../src/sidebar/client/model/row-words';
import type { AboutRow } from '../../../../src/sidebar/protocol';
import { ABOUT_ROW } from '../../../world/sidebar-samples';

const NOON = new Date(2026, 10, 12, 12).getTime();
const DAY = 86_400_000;

const row = (change: Partial<AboutRow> = {}): AboutRow => ({ ...ABOUT_ROW, since: NOON, ...change });

describe('a row', () => {
  it('that is answered says so, when, by which run and whose, and what it cost', () => {
    expect(standingWords(row())).toBe('Answered');
    expect([reasonWords(row()), statusWords(row())]).toEqual(['', '']);
    expect(sinceWords(row(), NOON + 3 * DAY)).toBe('3 days ago (12 Nov, 12:00)');
    const run = { startedAt: NOON, by: 'sam@example.com', name: 'Capital' };
    expect(runWords(row({ run }), 'Capital', NOON + DAY)).toBe('Run of 12 Nov, 12:00 by sam@example.com');
    expect(runWords(row({ run: { ...run, by: '', name: 'Old' } }), 'Capital', NOON + DAY)).toBe(
      'Run of 12 Nov, 12:00, called “Old” then',
    );
    expect(costWords(row())).toMatch(/^\$0\.006 by today’s price list/);
  });

  it('of which a person has changed some cells is answered all the same, and says which they are', () => {
    const corrected = row({ standing: 'typed', byHand: 'capital and area' });
    expect(standingWords(corrected)).toBe('Answered, and changed by hand');
    expect(reasonWords(corrected)).toContain('kept: capital and area. The other cells are the answer');
    expect(standingWords(row({ standing: 'typed' }))).toBe('Filled by hand');
  });

  it('can be asked again at its price, but not what was typed, is under way, may be billed twice or cannot be asked', () => {
    const can = (change: Partial<AboutRow>): boolean => canAskAgain(row(change));
    expect(askAgainLabel(row(), 0.006)).toBe('Ask this row again · $0.006');
    expect(askAgainLabel(row({ standing: 'unasked' }), 0.055)).toBe('Ask this row · $0.055');
    expect([can({}), can({ standing: 'not found' }), can({ leftOut: '“Country” is empty' })]).toEqual([
      true,
      true,
      false,
    ]);
    for (const standing of ['typed', 'asking', 'perhaps asked', 'unreadable'] as const)
      expect(can({ standing })).toBe(false);
    expect(reasonWords(row({ empty: 'Area and Motto' }))).toBe('Nothing was found for Area and Motto.');
    expect(reasonWords(row({ standing: 'not found' }))).toContain('“Ask this row again”');
  });

  it('says of an unknown run or price that it is not known', () => {
    expect(runWords(row({ run: null }), 'Capital', NOON)).toContain('Not kept');
    expect(runWords(row({ run: null, bill: 'tried' }), 'Capital', NOON)).toContain('Written from a try');
    expect(costWords(row({ price: 0 }))).toContain('Not known');
    expect(costWords(row({ price: 0, bill: 'free' }))).toContain('Nothing');
  });

  it('that was never asked has no time, no run and no cost', () => {
    const unasked = row({ standing: 'unasked', bill: 'none', since: 0, price: 0, run: null, status: '' });
    expect([sinceWords(unasked, NOON), runWords(unasked, 'Capital', NOON), costWords(unasked)]).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('says why it failed, why it cannot be asked, and what its Status says besides', () => {
    const failed = row({ standing: 'failed', status: 'Failed: Linkup could not open the page.' });
    expect(reasonWords(failed)).toBe('Linkup could not open the page. “Failed” asks it again.');
    expect(statusWords(failed)).toBe('');
    expect(reasonWords(row({ leftOut: '“Country” is empty' }))).toBe(
      'It cannot be asked now: “Country” is empty.',
    );
    expect(statusWords(row({ status: 'Done · your own value kept' }))).toBe('Done · your own value kept');
  });
});
