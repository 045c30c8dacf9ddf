/** Typing what came for a field by the field's kind: numbers, amounts, days, choices as a cell can hold them. */
import type { AnswerValue } from './answer';
import type { ColumnKind } from './columns';
import { isCurrency, USUAL_CURRENCY } from './currencies';
import { isCalendarDate } from './dates';
import type { FieldKind } from './definition';
import { amountIn, figureIn, percentIn } from './figures';

type Type = (value: unknown, column: ColumnKind) => AnswerValue;

/** What came, as a value for a cell. What does not fit the kind is shown as the text it is: better seen than lost. */
export function typed(value: unknown, column: ColumnKind): AnswerValue {
  if (value === undefined || value === null || value === '') return undefined;
  return TYPES[column.kind](value, column) ?? asText(value);
}

const TYPES: Readonly<Record<FieldKind, Type>> = {
  text: asText,
  number: (value) =>
    (typeof value === 'string' ? asShare(percentIn(value)) : undefined) ??
    asNumber(numberIn(value, figureIn)),
  'whole number': (value) => asWhole(numberIn(value, figureIn)),
  percent: (value) =>
    asNumber(typeof value === 'string' ? (percentIn(value) ?? bareShare(figureIn(value))) : bareShare(value)),
  money: (value, { currency = USUAL_CURRENCY }) =>
    asNumber(numberIn(value, (text) => amountOf(text, currency))),
  'yes/no': asYesNo,
  date: asDate,
  list: asText,
  choice: asChoice,
  link: asText,
  'e-mail': (value) => asText(typeof value === 'string' ? value.trim().replace(/^mailto:/i, '') : value),
  phone: (value) => asText(typeof value === 'string' ? value.trim().replace(/^tel:/i, '') : value),
};

function numberIn(value: unknown, read: (text: string) => number | undefined): unknown {
  return typeof value === 'string' ? read(value) : value;
}

function asNumber(number: unknown): AnswerValue {
  return typeof number === 'number' && Number.isFinite(number) ? { kind: 'number', number } : undefined;
}

/** “12.5 %” among plain numbers. */
function asShare(number: number | undefined): AnswerValue {
  return number === undefined ? undefined : { kind: 'number', number, isShare: true };
}

function asWhole(number: unknown): AnswerValue {
  return Number.isInteger(number) ? asNumber(number) : undefined;
}

/** A number without its sign is so many percent, as was asked for; below 1 it may be meant as a share, and nobody can tell. */
function bareShare(number: unknown): number | undefined {
  if (typeof number !== 'number' || (number !== 0 && Math.abs(number) <= 1)) return undefined;
  return Number(`${number}e-2`);
}

/** An amount without any currency is in the one that was asked for; one in another currency is none. */
function amountOf(text: string, currency: string): number | undefined {
  const amount = amountIn(text);
  return amount?.beside.every((word) => isCurrency(word, currency)) ? amount.number : undefined;
}

function asYesNo(value: unknown): AnswerValue {
  if (typeof value === 'boolean') return { kind: 'yes/no', yes: value };
  const word = String(value).trim().toLowerCase();
  if (word === 'true' || word === 'yes') return { kind: 'yes/no', yes: true };
  return word === 'false' || word === 'no' ? { kind: 'yes/no', yes: false } : undefined;
}

/** Sheets knows dates from 1900 on; an earlier one stays text. */
function asDate(value: unknown): AnswerValue {
  const iso = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(String(value).trim())?.[1];
  if (iso === undefined || iso < '1900-01-01' || !isCalendarDate(iso)) return undefined;
  return { kind: 'date', iso };
}

/** In the choice's own spelling, so that the dropdown knows it. */
function asChoice(value: unknown, { choices = [] }: ColumnKind): AnswerValue {
  const text = plainText(value).trim();
  const own = choices.find((choice) => choice === text) ?? choices.find((choice) => isLike(choice, text));
  return own === undefined ? undefined : { kind: 'text', text: own };
}

function isLike(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();
}

function asText(value: unknown): AnswerValue {
  const text = plainText(value);
  return text === '' ? undefined : { kind: 'text', text };
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join('; ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
