import { describe, expect, it } from 'vitest';
import { type Value, wrongRows } from './facts-oracle';

const AUSTRIA = { capital: 'Vienna', area: 83871, currency: 'Euro', landlocked: true };

/** What the oracle says of one row. */
function wrongIn(country: string, answers: Record<string, Value>, done = true) {
  return wrongRows([{ row: 2, country, done, answers }]).map(({ field, got, expected }) => [
    field,
    got,
    expected,
  ]);
}

describe('the oracle', () => {
  it('accepts what the data set says', () => {
    expect(wrongIn('Austria', AUSTRIA)).toEqual([]);
  });

  it.each([
    ['capital', 'Graz', 'Vienna'],
    ['area', 83872, '83871'],
    ['currency', '', 'Euro'],
    ['landlocked', false, 'TRUE'],
  ])('detects a wrong %s', (field, got, expected) => {
    expect(wrongIn('Austria', { ...AUSTRIA, [field]: got })).toEqual([[field, got, expected]]);
  });

  it('detects a number or a boolean that was stored as text', () => {
    expect(wrongIn('Austria', { ...AUSTRIA, area: '83871', landlocked: 'TRUE' })).toEqual([
      ['area', '83871', '83871'],
      ['landlocked', 'TRUE', 'TRUE'],
    ]);
  });

  it('detects the answer of another row', () => {
    expect(wrongIn('Hungary', AUSTRIA).map(([field]) => field)).toEqual(['capital', 'area', 'currency']);
  });

  it('takes several capitals in any order, but all of them', () => {
    const rest = { area: 1221037, currency: 'South African rand', landlocked: false };
    expect(wrongIn('South Africa', { ...rest, capital: 'Cape Town; Pretoria; Bloemfontein' })).toEqual([]);
    expect(wrongIn('South Africa', { ...rest, capital: 'Cape Town, Pretoria' })).toHaveLength(1);
  });

  it('wants a blank where the data set knows nothing', () => {
    const rest = { area: 14000000, currency: '', landlocked: false };
    expect(wrongIn('Antarctica', rest)).toEqual([]);
    expect(wrongIn('Antarctica', { ...rest, capital: 'McMurdo' })).toEqual([['capital', 'McMurdo', '']]);
  });

  it('wants no answer in a row that is not done', () => {
    expect(wrongIn('Austria', {}, false)).toEqual([]);
    expect(wrongIn('Austria', { capital: 'Vienna' }, false)).toEqual([['capital', 'Vienna', '']]);
  });
});
