/** What Sheets makes of typed text, in the words of the en_US locale and the figures of any: the USER_ENTERED rules, which `setValues` follows too. */
import type { CellPicture, CellValue } from './cell';
import { dayFirst, type Locale, numberInEnglish } from './locale';
import { parseDate } from './parse-date';

/** What typed text becomes; `format` is the number format that comes with it when the cell has none. */
export type Entry =
  | { readonly kind: 'blank' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'picture'; readonly picture: CellPicture }
  | { readonly kind: 'value'; readonly value: CellValue; readonly format?: string };

/** The undocumented part of the rules, and the year that `1/2` falls in. */
export interface ParseRules {
  readonly plainTextKeepsEquals: boolean;
  readonly plainTextDropsApostrophe: boolean;
  readonly plainTextKeepsNumbers: boolean;
  readonly year: () => number;
  /** Of the spreadsheet; English where there is none. */
  readonly locale?: () => Locale;
}

/** Parses what was typed into a cell that has the given number format. */
export function parseTyped(text: string, format: string, rules: ParseRules): Entry {
  if (text === '') return { kind: 'blank' };
  if (format === '@') return parsePlain(text, rules);
  if (text.startsWith("'")) return textEntry(text.slice(1));
  const locale = rules.locale?.();
  const number = parseNumber(locale ? numberInEnglish(text, locale) : text);
  if (isFormula(text) && !number)
    return { kind: 'formula', formula: text.startsWith('=') ? text : `=${text}` };
  const day = locale && dayFirst(text, locale);
  return number ?? parseBoolean(text) ?? day ?? parseDate(text, rules.year()) ?? textEntry(text);
}

function parsePlain(text: string, rules: ParseRules): Entry {
  if (text.startsWith("'") && rules.plainTextDropsApostrophe) return textEntry(text.slice(1));
  if (text.length > 1 && text.startsWith('=') && !rules.plainTextKeepsEquals) {
    return { kind: 'formula', formula: text };
  }
  return textEntry(text);
}

function isFormula(text: string): boolean {
  if (text.length < 2) return false;
  if (text.startsWith('=')) return true;
  return /^[+-]/.test(text) && parseNumber(text) === undefined;
}

const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?([eE][+-]?\d+)?$/;

function parseNumber(text: string): Entry | undefined {
  const typed = text.trim();
  const negative = /^\((.*)\)$/.exec(typed);
  if (negative?.[1] !== undefined && !/^[+-]/.test(negative[1])) return negated(parseNumber(negative[1]));
  if (typed.endsWith('%')) return scaled(plainNumber(typed.slice(0, -1)), 100, typed);
  const money = /^([+-]?)\$([+-]?[\d.,]+)$/.exec(typed);
  if (money) return currency(plainNumber(`${money[1]}${money[2]}`), typed);
  const value = plainNumber(typed);
  if (value === undefined) return undefined;
  return { kind: 'value', value, ...numberFormat(typed) };
}

function plainNumber(text: string): number | undefined {
  const match = NUMBER.exec(text);
  if (!match || (match[2] === undefined && !/^\.\d/.test(match[3] ?? ''))) return undefined;
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) ? value : undefined;
}

function numberFormat(typed: string): { format?: string } {
  if (/[eE]/.test(typed)) return { format: '0.00E+00' };
  if (!typed.includes(',')) return {};
  return { format: typed.includes('.') ? '#,##0.00' : '#,##0' };
}

function scaled(value: number | undefined, by: number, typed: string): Entry | undefined {
  if (value === undefined) return undefined;
  return { kind: 'value', value: value / by, format: typed.includes('.') ? '0.00%' : '0%' };
}

function currency(value: number | undefined, typed: string): Entry | undefined {
  if (value === undefined) return undefined;
  return { kind: 'value', value, format: typed.includes('.') ? '"$"#,##0.00' : '"$"#,##0' };
}

function negated(entry: Entry | undefined): Entry | undefined {
  return entry?.kind === 'value' && typeof entry.value === 'number'
    ? { ...entry, value: -entry.value }
    : undefined;
}

function parseBoolean(text: string): Entry | undefined {
  const word = text.trim().toUpperCase();
  return word === 'TRUE' || word === 'FALSE' ? { kind: 'value', value: word === 'TRUE' } : undefined;
}

const textEntry = (value: string): Entry => (value === '' ? { kind: 'blank' } : { kind: 'value', value });
