/** What a request is about, in one form: for URLs the judge is `URL` itself, which Apps Script does not have. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webAddress } from '../../../src/enrichment/web-address';
import {
  type About,
  exactSubject,
  normalAddress,
  normalSubject,
  sameSubject,
  subjectHash,
} from '../../../src/linkup/subject';
import { urlIn } from '../../doubles/linkup/url-in';

const page = (url: string): About => ({ type: 'fetch', input: { url } });
const query = (q: string): About => ({ type: 'search', input: { q } });

/** Addresses as people write them: letters of any script, ports, dots, escapes, and no escape where one belongs. */
const letters = fc.stringMatching(/^[a-zA-Zéßüçñøπсайткоジ中]{1,8}$/);
const host = fc
  .tuple(letters, letters, fc.constantFrom('org', 'COM', 'рф', '中国', 'co.uk'))
  .map((labels) => labels.join('.'));
const piece = fc.oneof(
  letters,
  fc.constantFrom(
    '.',
    '..',
    '%7e',
    '%7E',
    '%2f',
    '%2F',
    '%C3%A9',
    '%c3%a9',
    '%E9',
    '',
    'a+b',
    '{x}',
    '~',
    "it's",
  ),
);
const addresses = fc
  .record({
    scheme: fc.constantFrom('http', 'https', 'HTTPS', 'Http'),
    host,
    port: fc.constantFrom('', ':80', ':443', ':8080', ':0443'),
    path: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.map((each) => `/${each}`).join('')),
    query: fc.constantFrom('', '?', '?a=b&c=%20', "?q=it's", '?ü=é', '?a=%2B+'),
    fragment: fc.constantFrom('', '#', '#part', '#täg'),
  })
  .map((a) => `${a.scheme}://${a.host}${a.port}${a.path}${a.query}${a.fragment}`)
  .filter((text) => webAddress(text) !== undefined && urlIn(text) !== undefined);

describe('a URL', () => {
  it('is about the same however it is spelled, as URL.href spells it too', () => {
    fc.assert(
      fc.property(addresses, (text) => {
        expect(normalAddress(new URL(text).href)).toBe(normalAddress(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('in normal form stays as it is', () => {
    fc.assert(
      fc.property(addresses, (text) => {
        expect(normalAddress(normalAddress(text))).toBe(normalAddress(text));
      }),
    );
  });

  it('is about the same only where URL finds no difference', () => {
    const close = fc.constantFrom(
      '/',
      '',
      '/a',
      '/a/',
      '/A',
      '/a%2Fb',
      '/a/b',
      '/?',
      '?a',
      '?A',
      '#a',
      '/a//b',
    );
    fc.assert(
      fc.property(close, close, (a, b) => {
        const [one, other] = [`https://a.org${a}`, `https://a.org${b}`];
        // Only an empty query or fragment says no more than none.
        const spelled = (text: string) => new URL(text).href;
        expect(sameSubject(page(one), page(other))).toBe(spelled(one) === spelled(other));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['https://site1.example.com', 'https://site1.example.com/'],
    ['https://Bücher.example/', 'https://xn--bcher-kva.example'],
    ['http://a.org:80/x', 'http://a.org/x'],
    ['https://a.org/%7Euser/%c3%a9', 'https://a.org/~user/é'],
    ['https://ΟΔΟΣ.gr', new URL('https://ΟΔΟΣ.gr').href],
    ['http://01.2.3.4/', 'http://1.2.3.4'],
    ['https://a\u200b.org/x\u200by', 'https://a.org/x%E2%80%8By'],
    ['https://a.org/b/../c', 'https://a.org/c'],
  ])('%s is %s', (one, other) => {
    expect(sameSubject(page(one), page(other))).toBe(true);
  });

  it.each([
    ['https://a.org/b', 'https://a.org/b/'],
    ['https://a.org/b', 'http://a.org/b'],
    ['https://a.org/x\u200by', 'https://a.org/xy'],
    ['https://a.org/B', 'https://a.org/b'],
    ['https://www.a.org', 'https://a.org'],
    ['https://a.org/?a=1%262', 'https://a.org/?a=1&2'],
    ['https://a.org:8443/', 'https://a.org/'],
    ['https://straße.de', 'https://strasse.de'],
  ])('%s is not %s', (one, other) => {
    expect(sameSubject(page(one), page(other))).toBe(false);
  });
});

describe('a query', () => {
  it.each([
    ['Cafe\u0301', 'Caf\u00e9'],
    ['  a\n\tb\u00a0c ', 'a b c'],
    ['half \ud800', 'half \ufffd'],
    ['nul\u0000', 'nul'],
    ['Ch\u200bad', 'Chad'],
    ['soft\u00adly', 'softly'],
    ['e\u034f\u0301', '\u00e9'],
    ['a \u2060 b', 'a b'],
    ['a\ufeffb', 'a b'],
    ['\u2764\ufe0f', '\u2764'],
  ])('%j is %j', (one, other) => {
    expect(sameSubject(query(one), query(other))).toBe(true);
    expect(exactSubject(query(one))).not.toBe(exactSubject(query(other)));
  });

  it.each([
    ['Paris', 'paris'],
    ['a b', 'ab'],
    ['https://a.org', 'https://a.org/'],
  ])('%j is not %j', (one, other) => {
    expect(sameSubject(query(one), query(other))).toBe(false);
  });
});

describe('the hash of a subject', () => {
  it('is six characters, equal for whatever is about the same', () => {
    fc.assert(
      fc.property(addresses, (text) => {
        expect(subjectHash(page(text))).toMatch(/^[\w-]{6}$/);
        expect(subjectHash(page(new URL(text).href))).toBe(subjectHash(page(text)));
      }),
      { numRuns: 200 },
    );
  });

  it('differs for 5,000 questions', () => {
    const hashes = Array.from({ length: 5_000 }, (_, i) => subjectHash(query(`thing ${i}`)));
    expect(new Set(hashes).size).toBe(5_000);
    expect(normalSubject(query('x'))).not.toBe(normalSubject({ type: 'research', input: { q: 'x' } }));
  });
});
