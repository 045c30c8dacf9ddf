/** Where to look: what is read from boxes that people paste into. */
import { describe, expect, it } from 'vitest';
import {
  anywhere,
  domainCount,
  scopeInWords,
  scopeOf,
  scopeText,
} from '../../../../src/sidebar/client/model/scope-text';

describe('where to look', () => {
  it('reads hosts from pasted addresses, each once', () => {
    const include = 'https://Example.com/about?x=1, example.com\nun.org';
    expect(scopeOf({ ...anywhere, include }).includeDomains).toEqual(['example.com', 'un.org']);
  });

  it('holds what was saved, a list with an item a line, and gives it back', () => {
    const saved = {
      includeDomains: ['un.org', 'who.int'],
      excludeDomains: ['a.com'],
      fromDate: '2024-01-01',
      toDate: '2025-01-01',
      maxResults: 5,
    };
    expect(scopeText(saved)).toMatchObject({ include: 'un.org\nwho.int', from: '2024-01-01', results: '5' });
    expect(scopeOf(scopeText(saved))).toEqual(saved);
  });

  it('names the option of an empty box too, so that it replaces a saved one', () => {
    expect(Object.entries(scopeOf({ ...anywhere, results: ' ' }))).toContainEqual(['maxResults', undefined]);
  });

  it('says in words what narrows the search', () => {
    const text = { ...anywhere, include: 'un.org who.int', from: '2024-01-01', results: '5' };
    expect(scopeInWords(text, true)).toBe('only 2 sites, from 2024-01-01, 5 results');
    expect(scopeInWords(text, false)).toBe('only 2 sites, from 2024-01-01');
    expect(scopeInWords(anywhere, true)).toBe('any site, any time');
  });

  it('counts the domains of a pasted list as they will be sent', () => {
    expect(domainCount('https://a.com/x, a.com; b.org')).toBe(2);
    expect(domainCount(' ')).toBe(0);
  });
});
