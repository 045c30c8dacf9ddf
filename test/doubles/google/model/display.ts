/** How a cell looks: `getDisplayValue` for the number formats that the host knows. */
import { NotModelledError } from '../errors';
import type { Cell, CellValue } from './cell';
import { fillSection, isKnownSection, sectionsOf } from './formats';
import { type Language, shownIn } from './language';
import { type Locale, localeOf, numberShownIn } from './locale';

const NUMBER_FORMAT = /^("\$")?(#,##)?(0+)(\.(0+))?(%)?$/;
const DATE_FORMAT = /^(?=.*[ymdhs])(?:yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s|am\/pm|[-/:., ])+$/i;
const AUTOMATIC = new Set(['', 'General', '0.###############']);

/** Throws by name for a number format that the host cannot display. */
export function checkFormat(format: string): void {
  if (AUTOMATIC.has(format) || format === '@' || format === '0.00E+00') return;
  if (NUMBER_FORMAT.test(format) || DATE_FORMAT.test(format)) return;
  const { number, text } = sectionsOf(format);
  if ([...number, text ?? ''].every(isKnownSection)) return;
  throw new NotModelledError(`the number format ${JSON.stringify(format)}`);
}

/** The text that the cell shows; a picture shows none. */
export function displayOf(
  cell: Cell | undefined,
  language: Language = 'en',
  locale = localeOf('en_US'),
): string {
  if (!cell) return '';
  if (cell.formula !== undefined && cell.value === undefined && !cell.picture)
    return shownIn(language, '#NAME?');
  if (cell.value === undefined) return '';
  if (isComputed(cell) && typeof cell.value === 'string') {
    const shown = shownIn(language, cell.value);
    // A text format does not touch the states of a formula.
    if (isState(cell.value)) return shown;
  }
  return displayValue(cell.value, cell.format, locale);
}

/** Whether a formula fills the cell: its own, or one that spilled into it. */
export const isComputed = (cell: Cell): boolean => cell.formula !== undefined || cell.spilled === true;

const isState = (value: string): boolean => value === 'Loading...' || /^#[A-Z0-9/]+[!?]?$/.test(value);

function displayValue(value: CellValue, format: string, locale: Locale): string {
  if (typeof value === 'string') return displayText(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    const shown = displayNumber(value, format);
    return DATE_FORMAT.test(format) ? shown : numberShownIn(shown, locale);
  }
  return displayDate(value, DATE_FORMAT.test(format) ? format : defaultDateFormat(value, locale));
}

function displayText(value: string, format: string): string {
  if (format === '@' || AUTOMATIC.has(format)) return value;
  const { text } = sectionsOf(format);
  return text === undefined ? value : fillSection(text, () => value);
}

function displayNumber(value: number, format: string): string {
  if (AUTOMATIC.has(format) || format === '@') return automatic(value);
  if (format === '0.00E+00') return scientific(value, 2);
  const match = NUMBER_FORMAT.exec(format);
  if (match) return patterned(value, match);
  if (DATE_FORMAT.test(format)) return displayDate(dateOfSerial(value), format);
  return sectioned(value, format);
}

/** A negative number has its sign from its own section; where there is none, from the first. */
function sectioned(value: number, format: string): string {
  const { number, text } = sectionsOf(format);
  const [positive, negative, zero] = number;
  // A format for text alone, such as `@" Inc."`, shows a number in it too.
  if (positive === undefined) return fillSection(text ?? '', () => automatic(value));
  const section = value < 0 ? (negative ?? positive) : value === 0 ? (zero ?? positive) : positive;
  const own = value < 0 && negative === undefined ? '-' : '';
  return own + fillSection(section, (placeholder) => placed(Math.abs(value), placeholder));
}

/** `#,##0.00`, `0`, and `??`, which shows spaces for digits that are not there. */
function placed(value: number, placeholder: string): string {
  if (/^[?]+$/.test(placeholder)) return ' '.repeat(placeholder.length);
  const match = NUMBER_FORMAT.exec(placeholder);
  return match ? patterned(value, match) : automatic(value);
}

/** Ten significant digits for fractions, as cells show them; whole numbers in full below 10^15. */
function automatic(value: number): string {
  if (Math.abs(value) >= 1e15) return scientific(value, 5);
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(10)));
}

function scientific(value: number, decimals: number): string {
  const [mantissa = '0', exponent = '+0'] = value.toExponential(decimals).split('e');
  return `${mantissa}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

function patterned(value: number, match: RegExpExecArray): string {
  const [, dollar, grouped, zeros = '0', , decimals = '', percent] = match;
  const scaled = Math.abs(percent ? value * 100 : value);
  const [whole = '0', fraction] = scaled.toFixed(decimals.length).split('.');
  const padded = whole.padStart(zeros.length, '0');
  const digits = grouped ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const sign = value < 0 && Number(scaled.toFixed(decimals.length)) !== 0 ? '-' : '';
  return `${sign}${dollar ? '$' : ''}${digits}${fraction ? `.${fraction}` : ''}${percent ?? ''}`;
}

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The date of a Sheets serial number. */
const dateOfSerial = (serial: number): Date => new Date(EPOCH + Math.round(serial * DAY_MS));

/** Dates written by a script into an automatic cell: day, and the time when there is one. */
function defaultDateFormat(date: Date, { day }: Locale): string {
  return date.getTime() % DAY_MS === 0 ? day : `${day} h:mm:ss`;
}

const MONTH_NAMES = 'January February March April May June July August September October November December';

function displayDate(date: Date, format: string): string {
  const tokens = format.match(/am\/pm|y+|m+|d+|h+|s+|[^ymdhsa]+/gi) ?? [];
  const twelve = /am\/pm/i.test(format);
  return tokens.map((token, i) => datePart(token, date, isMinute(tokens, i), twelve)).join('');
}

/** `m` means minutes next to hours or seconds, months elsewhere. */
function isMinute(tokens: readonly string[], at: number): boolean {
  const letters = tokens.map((token) => (/^[ymdhs]/i.test(token) ? (token[0] ?? '').toLowerCase() : ''));
  const previous = letters.slice(0, at).filter(Boolean).at(-1);
  const next = letters.slice(at + 1).find(Boolean);
  return previous === 'h' || next === 's';
}

function datePart(token: string, date: Date, minute: boolean, twelve: boolean): string {
  const pad = (value: number) => String(value).padStart(token.length > 1 ? 2 : 1, '0');
  const hours = date.getUTCHours();
  if (/^am\/pm$/i.test(token)) return hours < 12 ? 'AM' : 'PM';
  const parts: Record<string, () => string> = {
    y: () => String(date.getUTCFullYear()).slice(token.length > 2 ? 0 : -2),
    m: () => (minute ? pad(date.getUTCMinutes()) : monthPart(token, date.getUTCMonth())),
    d: () => pad(date.getUTCDate()),
    h: () => pad(twelve ? hours % 12 || 12 : hours),
    s: () => pad(date.getUTCSeconds()),
  };
  return parts[token.charAt(0).toLowerCase()]?.() ?? token;
}

function monthPart(token: string, month: number): string {
  if (token.length < 3) return String(month + 1).padStart(token.length, '0');
  const name = MONTH_NAMES.split(' ')[month] ?? '';
  return token.length === 3 ? name.slice(0, 3) : name;
}
