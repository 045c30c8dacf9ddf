/** What a form says before it is sent: what is wrong with its question, what a row takes and costs, what it adds. */
import { describe, expect, it } from 'vitest';
import {
  columnFaults,
  faultIn,
  insertable,
  priceLine,
  timeAndPrice,
  unknownColumn,
} from '../../../../src/sidebar/client/model/look';
import { filledIn, START } from '../../../world/sidebar-samples';

describe('what a form says before it is sent', () => {
  it('names every unknown column', () => {
    const form = filledIn({ question: '{{Contry}}, {{ country }} and {{City}}' });
    const faults = columnFaults(form, ['Country']);
    expect(faults).toHaveLength(2);
    expect(faults.join()).toMatch(/“Contry”.*“City”/);
  });

  it('is silent while braces are still open', () => {
    expect(columnFaults(filledIn({ question: 'Capital of {{Cou' }), ['Country'])).toEqual([]);
  });

  it('finds nothing wrong with a complete form', () => {
    expect(faultIn(filledIn(), START).sentence).toBe('');
  });

  it.each([
    ['is empty.*such as {{Country}}', { question: ' ' }],
    ['names no column.*such as {{Country}}', { question: 'Capital?' }],
    ['empty braces.*such as {{Country}}', { question: 'Capital of {{}}?' }],
    ['without “}}”', { question: 'Capital of {{Country' }],
    ['no column “City”', { question: '{{City}}' }],
  ])('asks for what is missing or wrong in the question: %s', (words, change) => {
    expect(faultIn(filledIn(change), START).sentence).toMatch(new RegExp(words));
  });

  it('waits for the sheet, without which columns cannot be checked', () => {
    expect(faultIn(filledIn(), undefined).sentence).toContain('not read yet');
  });

  it('names the first unknown column, which the next chip replaces', () => {
    expect(unknownColumn(filledIn({ question: '{{Country}} {{City}} {{Town}}' }), ['Country'])).toBe('City');
    expect(unknownColumn(filledIn(), ['Country'])).toBeUndefined();
  });

  it.each([
    [{ depth: 'standard' }, '1–3 s · $0.006'],
    [{ depth: 'fast' }, 'about 1 s · $0.006'],
    [{ depth: 'deep' }, '5–30 s · $0.055'],
  ] as const)('tells time and price of %o', (search, words) => {
    expect(timeAndPrice(filledIn({ search }))).toBe(words);
  });

  it('tells what all rows cost at most, where there are several', () => {
    expect(priceLine(filledIn(), 1_200)).toBe('$0.006 per row, ≤ $7.20 for 1,200');
    expect([0, 1].map((rows) => priceLine(filledIn(), rows))).toEqual(['$0.006 per row', '$0.006 per row']);
  });

  it('counts no rows for a condition, which only Save can tell', () => {
    const form = filledIn({ onlyIf: { column: 'Notes', test: 'empty' } });
    expect(priceLine(form, 1_200)).toBe('$0.006 per row, counted after Save');
  });

  it('tells time and price of research in minutes', () => {
    expect(timeAndPrice(filledIn({ type: 'research' }))).toBe('2–5 min · $0.25');
  });

  it('offers each heading once, and none whose braces would break the placeholder', () => {
    expect(insertable(['A', 'A', 'B {x}', 'C'])).toEqual(['A', 'C']);
  });
});
