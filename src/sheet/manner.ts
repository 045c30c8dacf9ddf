/** How the people of a spreadsheet write numbers and days, by its locale; and in which day a moment is for them, by its time zone. */
import type { Manner } from '../enrichment/compare';
import type { Sheet } from './spreadsheet';

/** What its settings say. */
export interface Custom extends Manner {
  /** The day of a moment: `YYYY-MM-DD`. */
  readonly dayOf: (moment: Date) => string;
}

/** They stay the same while an execution lasts. */
const KNOWN = new WeakMap<Sheet, Custom>();

/** The settings of the document that a sheet is in: two look-ups, once. */
export function mannerOf(sheet: Sheet): Custom {
  const known = KNOWN.get(sheet) ?? settingsOf(sheet);
  KNOWN.set(sheet, known);
  return known;
}

function settingsOf(sheet: Sheet): Custom {
  const file = sheet.getParent();
  const locale = file.getSpreadsheetLocale().replace('_', '-');
  const days = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const figures = safely(locale, (tag) => new Intl.NumberFormat(tag)).formatToParts(1.5);
  const dates = safely(locale, (tag) => new Intl.DateTimeFormat(tag, days)).formatToParts(0);
  const parts = dates.flatMap(({ type }) => (isPart(type) ? [type] : []));
  const zoned = new Intl.DateTimeFormat('en-US', { ...days, timeZone: file.getSpreadsheetTimeZone() });
  const dayOf = (moment: Date): string => {
    const found = zoned.formatToParts(Number(moment));
    const part = (wanted: string): string => found.find(({ type }) => type === wanted)?.value ?? '';
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  };
  const isComma = figures.some(({ type, value }) => type === 'decimal' && value === ',');
  return { decimal: isComma ? ',' : '.', order: parts, dayOf };
}

function isPart(type: string): type is 'day' | 'month' | 'year' {
  return type === 'day' || type === 'month' || type === 'year';
}

/** A locale that this engine has never heard of is written as in America. */
function safely<T>(locale: string, make: (tag: string) => T): T {
  try {
    return make(locale);
  } catch {
    return make('en-US');
  }
}
