/** Addresses from the web, before they become links. */
import { describe, expect, it } from 'vitest';
import { distinct, safeHref, siteOf } from '../../../../src/sidebar/client/model/links';

describe('an address from the web', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' java\nscript:alert(1)',
    'no address',
    '//x.com',
  ])('is no link unless it is http or https: %j', (url) => expect(safeHref(url)).toBeUndefined());

  it('is named by its site', () => {
    expect(safeHref('https://www.un.org/a?b')).toBe('https://www.un.org/a?b');
    expect([siteOf('https://www.un.org/a'), siteOf('nonsense')]).toEqual(['un.org', 'nonsense']);
  });
});

describe('links', () => {
  const named = (...urls: string[]) => urls.map((url, i) => ({ name: `n${i}`, url }));

  it('to one page are one: a part of it, a slash, www, http and trackers make no other page', () => {
    const same = named(
      'https://www.un.org/a?b=1',
      'https://un.org/a/?b=1#part',
      'http://un.org/a?utm_source=x&b=1&gclid=2',
      'https://www.un.org/a?b=1',
    );
    expect(distinct(same)).toEqual(same.slice(0, 1));
  });

  it('to other pages stay, in their order, and so does what is no link', () => {
    const others = named(
      'https://un.org/a',
      'https://un.org/A',
      'https://un.org/a?b',
      'nonsense',
      'javascript:x',
    );
    expect(distinct(others)).toEqual(others);
  });

  it('have the first name that any of them has', () => {
    const url = 'https://un.org/a';
    expect(
      distinct([
        { name: '', url },
        { name: 'A', url: `${url}#b` },
        { name: 'B', url },
      ]),
    ).toEqual([{ name: 'A', url }]);
  });
});
