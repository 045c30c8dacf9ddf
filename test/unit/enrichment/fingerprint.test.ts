/** Fingerprints: equal for equal questions, different for different ones, the same however they are worked out. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, fingerprinter, hashOf } from '../../../src/enrichment/fingerprint';
import { type Question, questionOf } from '../../../src/enrichment/question';
import { aFetch, anyText, aSearch, enrichments } from '../../world/definitions';

/** What a fingerprint is, said plainly. */
function fingerprint({ type, input }: Question): string {
  return hashOf(canonicalJson([type, input]));
}

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('says the same as the value itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps the order of lists and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [2, 1], a: undefined })).toBe('{"b":[2,1]}');
  });
});

describe('a fingerprint', () => {
  it('is the first 20 digits of the SHA-256 of the UTF-8 text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(hashOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 20));
      }),
    );
  });

  it('counts the bytes of UTF-8 rightly at every length of a character', () => {
    const edges = '\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}';
    for (const text of edges) {
      expect(hashOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 20));
    }
  });

  it('tells apart texts that differ in half a surrogate pair only', () => {
    expect(hashOf('\ud800')).not.toBe(hashOf('\ud801'));
    expect(hashOf('\ud83d')).not.toBe(hashOf('\ufffd'));
  });

  it('is equal exactly for equal question texts of one enrichment', () => {
    fc.assert(
      fc.property(enrichments, anyText, anyText, (e, a, b) => {
        const print = fingerprinter(e);
        expect(print(a) === print(b)).toBe(a === b);
        expect(print(a)).toBe(print(a));
      }),
    );
  });

  it('worked out for many rows is that of the question itself, for every type and shape', () => {
    fc.assert(
      fc.property(enrichments, anyText, (e, text) => {
        expect(fingerprinter(e)(text)).toBe(fingerprint(questionOf(e, text)));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['\u0000', '-', '"'])('is not misled by instructions that are no more than %j', (instructions) => {
    const e = aFetch({
      shape: 'fields',
      fields: [{ name: 'a', kind: 'text' }],
      options: { mode: 'pro', instructions },
    });
    const print = fingerprinter(e);
    expect(print('https://a.org')).toBe(fingerprint(questionOf(e, 'https://a.org')));
    expect(print('https://b.org')).not.toBe(print('https://a.org'));
  });

  it('changes with every option that changes the question', () => {
    const print = (e: Parameters<typeof questionOf>[0]) => fingerprint(questionOf(e, 'q'));
    const prints = [
      print(aSearch()),
      print(aSearch({ shape: 'results' })),
      print(aSearch({ options: { depth: 'deep' } })),
      print(aSearch({ options: { depth: 'standard', includeDomains: ['a.org'] } })),
      print(aSearch({ options: { depth: 'standard', excludeDomains: ['a.org'] } })),
      print(aSearch({ options: { depth: 'standard', fromDate: '2026-01-01' } })),
      print(aSearch({ shape: 'fields', fields: [{ name: 'a', kind: 'text' }] })),
      print(aSearch({ shape: 'fields', fields: [{ name: 'a', kind: 'number' }] })),
      print(aSearch({ shape: 'fields', fields: [{ name: 'a', kind: 'text' }], sources: true })),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('does not change with what the question does not say: name, sheet, and the template itself', () => {
    const other = aSearch({ id: 'e2', name: 'Other', sheetId: 7, template: '{{X}}' });
    expect(fingerprinter(other)('q')).toBe(fingerprinter(aSearch())('q'));
  });
});
