/** The probe's money: each request at its dearest, and never more than was agreed. */
import { describe, expect, it } from 'vitest';
import { inUsd, moneyOf } from '../../../src/enrichment/money';
import { mostFor } from './price';
import { LIMIT, Purse, planned } from './purse';
import { REQUESTS, type Sent } from './requests';

const post = (path: string, body: unknown): Sent => ({ method: 'POST', path, body, key: 'own' });
const SEARCH = { q: 'x', depth: 'fast', outputType: 'searchResults' };

describe('a request', () => {
  it.each<[string, unknown, number]>([
    ['/search', SEARCH, 0.005],
    ['/search', { ...SEARCH, outputType: 'structured' }, 0.006],
    ['/search', { ...SEARCH, depth: 'unheard-of' }, 0.05],
    ['/search', { ...SEARCH, outputType: 'unheard-of', depth: 'deep' }, 0.055],
    ['/search', { ...SEARCH, q: undefined }, 0],
    ['/fetch', { url: 'x' }, 0.001],
    ['/fetch', { url: 'x', renderJs: 'false', mode: 'unheard-of', schema: {} }, 0.011],
    ['/fetch', {}, 0],
    ['/research', { q: 'x', outputType: 'sourcedAnswer' }, 1.5],
    ['/research', { q: 'x', outputType: 'sourcedAnswer', reasoningDepth: 'unheard-of' }, 2.5],
    ['/research', { mode: 'answer', reasoningDepth: 'S' }, 0],
    [
      '/tasks',
      [
        { type: 'search', input: SEARCH },
        { type: 'fetch', input: { url: 'x' } },
      ],
      0.006,
    ],
  ])('to %s with %j costs at most $%d', (path, body, usd) => {
    expect(inUsd(mostFor(post(path, body)))).toBe(usd);
  });

  it('is free where it reads, or has no key of anybody’s', () => {
    expect(mostFor({ method: 'GET', path: '/tasks', key: 'own' })).toBe(0);
    expect(mostFor({ ...post('/search', SEARCH), key: 'none' })).toBe(0);
  });

  it('whose price is not known is not sent', () => {
    expect(() => new Purse(LIMIT).open(post('/extract', {}))).toThrow('price of extract is not known');
  });
});

describe('the purse', () => {
  it('has room for all requests, below ten cents', () => {
    expect(planned()).toBeGreaterThan(0);
    expect(planned()).toBeLessThan(LIMIT);
    expect(inUsd(LIMIT)).toBe(0.1);
  });

  it('opens for nothing that passes what was agreed, nor ever for more than its limit', () => {
    const purse = new Purse(moneyOf(0.01));
    purse.open(post('/search', SEARCH)).answered();
    purse.open(post('/search', SEARCH)).answered();
    expect(() => purse.open(REQUESTS.oddField)).toThrow('would pass the price that was agreed');
    expect(() =>
      new Purse(moneyOf(9)).open(post('/research', { q: 'x', outputType: 'sourcedAnswer' })),
    ).toThrow('not sent');
  });

  it('says what was asked, and for how much', () => {
    const purse = new Purse(LIMIT);
    expect(purse.account()).toBe('Nothing was asked, and nothing is billed.');
    purse.open(REQUESTS.balance);
    expect(purse.account()).toBe('Nothing was asked, and nothing is billed.');
    purse.open(REQUESTS.balance).answered();
    expect(purse.account()).toBe('Asked so far: 1 request, which is free by Linkup’s price list.');
    purse.open(REQUESTS.emptyQuery).answered(0);
    purse.open(REQUESTS.longQuery);
    expect(purse.account()).toBe(
      'Asked so far: 3 requests, which cost at most $0.005 by Linkup’s price list.',
    );
  });
});
