/**
 * How a spreadsheet's locale writes numbers and days. Known (Sheets help, “Change a spreadsheet’s locale”): it decides separators and the
 * order of day and month, whatever the language of whoever looks. Assumed: Arabic ones have Western digits and a point.
 */
import { type DateEntry, dateEntry } from './parse-date';

/** What differs between them, as far as the host knows. */
export interface Locale {
  readonly decimal: '.' | ',';
  /** Between groups of three digits. */
  readonly group: string;
  /** The format of a day that a script wrote, or a person typed in figures. */
  readonly day: string;
}

const ENGLISH: Locale = { decimal: '.', group: ',', day: 'm/d/yyyy' };

const LOCALES: Readonly<Record<string, Locale>> = {
  en_US: ENGLISH,
  de_DE: { decimal: ',', group: '.', day: 'dd.mm.yyyy' },
  fr_FR: { decimal: ',', group: '\u202f', day: 'dd/mm/yyyy' },
  ar_EG: { decimal: '.', group: ',', day: 'dd/mm/yyyy' },
};

/** A locale by Google's name for it; others count as English. */
export function localeOf(name: string): Locale {
  return LOCALES[name] ?? ENGLISH;
}

/** A number as it is typed there, as it would be typed in English; '' for what is none. */
export function numberInEnglish(typed: string, { decimal, group }: Locale): string {
  if (decimal === '.') return typed;
  const [whole = '', fraction, ...more] = typed.trim().split(decimal);
  const groups = whole.split(group);
  const isGrouped = groups.slice(1).every((digits) => /^\d{3}$/.test(digits));
  if (more.length > 0 || !isGrouped) return '';
  return groups.join('') + (fraction === undefined ? '' : `.${fraction}`);
}

/** A number that English shows so, as it is shown there. */
export function numberShownIn(shown: string, { decimal, group }: Locale): string {
  if (decimal === '.') return shown;
  return shown.replace(/[.,]/g, (sign) => (sign === '.' ? decimal : group));
}

/** A day in figures where the day comes first; undefined for anything else, and where it does not. */
export function dayFirst(typed: string, { day }: Locale): DateEntry | undefined {
  const [, d, , m, y] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(typed.trim()) ?? [];
  return day.startsWith('d') && y ? dateEntry([Number(y), Number(m), Number(d)], day) : undefined;
}
