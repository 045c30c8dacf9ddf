/** Which typed texts Sheets takes for dates and times in the en_US locale. */

/** A date or time and the number format it brings along. */
export interface DateEntry {
  readonly kind: 'value';
  readonly value: Date;
  readonly format: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])m)?$/i;

interface Pattern {
  readonly shape: RegExp;
  readonly format: string;
  /** Year, month (1–12) and day from the match. */
  readonly read: (parts: readonly string[], year: number) => [number, number, number];
}

const monthNumber = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Two-digit years fall in 1930–2029 (Sheets' window). */
function fullYear(text: string | undefined, otherwise: number): number {
  if (!text) return otherwise;
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

const PATTERNS: readonly Pattern[] = [
  {
    shape: /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/,
    format: 'yyyy-mm-dd',
    read: ([y, , m, d]) => [Number(y), Number(m), Number(d)],
  },
  {
    shape: /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/,
    format: 'm/d/yyyy',
    read: ([m, , d, y], year) => [fullYear(y, year), Number(m), Number(d)],
  },
  {
    shape: new RegExp(`^${MONTH}[ -](\\d{1,2})(?:,? (\\d{4}))?$`, 'i'),
    format: 'mmm d, yyyy',
    read: ([m, d, y], year) => [fullYear(y, year), monthNumber(m), Number(d)],
  },
  {
    shape: new RegExp(`^(\\d{1,2})[ -]${MONTH}(?:[ -](\\d{4}))?$`, 'i'),
    format: 'd-mmm-yyyy',
    read: ([d, m, y], year) => [fullYear(y, year), monthNumber(m), Number(d)],
  },
  {
    shape: new RegExp(`^${MONTH} (\\d{4})$`, 'i'),
    format: 'mmm yyyy',
    read: ([m, y]) => [Number(y), monthNumber(m), 1],
  },
];

/** Reads a date, a time, or a date and a time; undefined when the text is none. `year` completes `1/2`. */
export function parseDate(text: string, year: number): DateEntry | undefined {
  const typed = text.trim();
  const time = parseTime(typed);
  // A bare time is a moment of day zero of the Sheets calendar, 30 December 1899.
  if (time !== undefined) return entry(Date.UTC(1899, 11, 30) + time, 'h:mm:ss');
  const day = parseDay(typed, year);
  if (day) return day;
  const cut = typed.search(/ \d{1,2}:\d/);
  if (cut < 0) return undefined;
  const date = parseDay(typed.slice(0, cut), year);
  const moment = parseTime(typed.slice(cut + 1));
  if (!date || moment === undefined) return undefined;
  return entry(date.value.getTime() + moment, `${date.format} h:mm:ss`);
}

function parseDay(text: string, currentYear: number): DateEntry | undefined {
  for (const { shape, format, read } of PATTERNS) {
    const match = shape.exec(text);
    if (!match) continue;
    const found = dateEntry(read(match.slice(1), currentYear), format);
    if (found) return found;
  }
  return undefined;
}

/** A day that is in the calendar. */
export function dateEntry(
  [year, month, day]: readonly [number, number, number],
  format: string,
): DateEntry | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? entry(date.getTime(), format) : undefined;
}

function parseTime(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, h, m, s = '0', half] = match;
  const hours = half ? (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(h);
  if (hours > 23 || Number(m) > 59 || Number(s) > 59) return undefined;
  return ((hours * 60 + Number(m)) * 60 + Number(s)) * 1000;
}

const entry = (time: number, format: string): DateEntry => ({ kind: 'value', value: new Date(time), format });
