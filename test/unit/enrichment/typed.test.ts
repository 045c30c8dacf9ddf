/** The table of cases: what comes for each kind of field, what stands in the cell, and what Status says of it. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/enrichment/answer';
import { moneyFormat } from '../../../src/enrichment/currencies';
import type { FieldKind } from '../../../src/enrichment/definition';
import { doubtAbout } from '../../../src/enrichment/doubts';
import { typed } from '../../../src/enrichment/typed';

const text = (value: string): AnswerValue => ({ kind: 'text', text: value });

/** A value as it stands in a cell: a number, yes or no, an ISO day in brackets, or a text. */
function cellOf(value: AnswerValue): unknown {
  if (value === undefined) return undefined;
  if (value.kind === 'number') return value.number;
  if (value.kind === 'yes/no') return value.yes;
  if (value.kind === 'pages') throw new Error('no field holds pages');
  return value.kind === 'date' ? [value.iso] : value.text;
}

/** What stands in a cell of a column called X, and what is said of it. */
function seen(kind: FieldKind, came: unknown, of: { choices?: string[]; currency?: string } = {}) {
  const column = { kind, heading: 'X', ...of };
  const value = typed(came, column);
  return [cellOf(value), value?.kind === 'text' ? doubtAbout(column, value.text) : ''];
}

const NO_NUMBER = 'X is no number';
const NO_WHOLE = 'X is no whole number';

describe('a figure', () => {
  it.each<[came: unknown, cell: unknown]>([
    ['1,234', 1234],
    ['1,234,567.5', 1234567.5],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['1.234', 1.234],
    ['1.234.567', 1234567],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u202f234', 1234],
    ["1'234.50", 1234.5],
    ['−5', -5],
    ['12,5 %', 0.125],
    ['0.7%', 0.007],
    ['-3 percent', -0.03],
    ['5 million', 5_000_000],
    ['1.1 billion', 1_100_000_000],
    ['3,2 Mrd.', 3_200_000_000],
    ['5 thousand', 5000],
    [7, 7],
  ])('%j is a number', (came, cell) => {
    expect(seen('number', came)).toEqual([cell, '']);
  });

  it.each([
    '5 m',
    '1,23,456',
    '12,34,5',
    '1 2',
    '1e5',
    '41,285 km²',
    'about 500',
    '500-600',
    '1234567890123456',
    '%',
    'many',
  ])('%j is none: it stays text, and is marked', (came) => {
    expect(seen('number', came)).toEqual([came, NO_NUMBER]);
  });
});

describe('what comes for a field', () => {
  it.each<[kind: FieldKind, came: unknown, cell: unknown, doubt: string]>([
    ['whole number', '1,234', 1234, ''],
    ['whole number', 12, 12, ''],
    ['whole number', '12,5', '12,5', NO_WHOLE],
    ['whole number', 12.5, '12.5', NO_WHOLE],
    ['whole number', '12 %', '12 %', NO_WHOLE],
    ['percent', '12,5 %', 0.125, ''],
    ['percent', 12.5, 0.125, ''],
    ['percent', '120', 1.2, ''],
    ['percent', 0, 0, ''],
    ['percent', 0.5, '0.5', 'X is no percentage'],
    ['percent', 'half', 'half', 'X is no percentage'],
    ['yes/no', 'Yes', true, ''],
    ['yes/no', 'no', false, ''],
    ['yes/no', 'true', true, ''],
    ['yes/no', 'partly', 'partly', 'X is neither yes nor no'],
    ['date', '2024-03-05', ['2024-03-05'], ''],
    ['date', 'March 2024', 'March 2024', 'X is no full date from 1900 on'],
    ['date', '1291-08-01', '1291-08-01', 'X is no full date from 1900 on'],
    ['link', 'https://example.com/a', 'https://example.com/a', ''],
    ['link', 'example.com', 'example.com', ''],
    ['link', 'their site', 'their site', 'X is no link'],
    ['e-mail', 'mailto:info@example.com', 'info@example.com', ''],
    ['e-mail', ['a@b.org', 'c@d.org'], 'a@b.org; c@d.org', 'X is no e-mail address'],
    ['e-mail', 'info at example', 'info at example', 'X is no e-mail address'],
    ['phone', 'tel:+41 44 123-45-67', '+41 44 123-45-67', ''],
    ['phone', '(030) 1234 ext. 5', '(030) 1234 ext. 5', ''],
    ['phone', 41441234567, '41441234567', ''],
    ['phone', 'see website', 'see website', 'X is no phone number'],
    ['text', '1,234', '1,234', ''],
    ['list', ['a', 'b'], 'a; b', ''],
    ['number', null, undefined, ''],
  ])('of kind %s, %j, stands as %j', (kind, came, cell, doubt) => {
    expect(seen(kind, came)).toEqual([cell, doubt]);
  });

  it.each([
    ['Small', 'Small', ''],
    [' small ', 'Small', ''],
    ['Ｌarge', 'Large', ''],
    ['huge', 'huge', 'X is none of the choices'],
  ])('that is a choice, %j, stands in its own spelling', (came, cell, doubt) => {
    expect(seen('choice', came, { choices: ['Small', 'Large'] })).toEqual([cell, doubt]);
  });

  it('is known for a share only where its column would not show it', () => {
    expect(typed('12,5 %', { kind: 'number' })).toEqual({ kind: 'number', number: 0.125, isShare: true });
    expect(typed('12.5', { kind: 'number' })).not.toHaveProperty('isShare');
    expect(typed('12,5 %', { kind: 'percent' })).not.toHaveProperty('isShare');
  });

  it('is text byte for byte where it cannot be typed', () => {
    expect(typed(' 12 apples ', { kind: 'number' })).toEqual(text(' 12 apples '));
  });
});

describe('money', () => {
  it.each<[currency: string, came: unknown, cell: number]>([
    ['USD', '$5M', 5_000_000],
    ['USD', '-$1.5bn', -1_500_000_000],
    ['USD', '$-20', -20],
    ['USD', 'US$ 1,234.50', 1234.5],
    ['USD', '5 million US dollars', 5_000_000],
    ['USD', 'USD 12 k', 12_000],
    ['USD', '1,000', 1000],
    ['USD', 1000, 1000],
    ['EUR', '5 Mio. €', 5_000_000],
    ['EUR', '€ 1.234,50', 1234.5],
    ['EUR', '12,50 euros', 12.5],
    ['CNY', '¥5', 5],
    ['CHF', "CHF 1'200", 1200],
    ['NOK', '300m NOK', 300_000_000],
    ['MXN', '5 MXN', 5],
  ])('in %s, written %j, is its amount', (currency, came, cell) => {
    expect(seen('money', came, { currency })).toEqual([cell, '']);
  });

  it.each([
    ['USD', '€5M'],
    ['USD', 'CA$5'],
    ['CAD', '$5'],
    ['USD', '$5-6M'],
    ['USD', 'undisclosed'],
    ['USD', '5 apples'],
    ['NOK', '5%'],
  ])('in %s, written %j, is none: it stays text, and is marked', (currency, came) => {
    expect(seen('money', came, { currency })).toEqual([came, `X is no amount in ${currency}`]);
  });

  it.each([
    ['USD', '"$"#,##0.00'],
    ['JPY', '"¥"#,##0'],
    ['NOK', '"NOK "#,##0.00'],
  ])('in %s is formatted %s', (currency, format) => {
    expect(moneyFormat(currency)).toBe(format);
  });
});
