/** Addresses from the web, before they become links. */
import { describe, expect, it } from 'vitest';
import { safeHref, siteOf } from '../../../../src/sidebar/client/model/links';

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
