/** What may be written into a cell. Web text is hostile: it is written so that it stays text, byte for byte. */
import type { AnswerValue } from '../enrichment/answer';
import { cut } from './cut';
import { Linked, linkedTo, textOfPages } from './linked';

/** A picture in a cell, or whatever else Google gives that is no text, number, yes/no or date: kept to be put back as it is, never read. */
export class Picture {
  constructor(readonly held: unknown) {}
}

/** A content with the number format that its cell gets along with it. */
export class Formatted {
  constructor(
    readonly content: Plain,
    readonly format: string,
  ) {}
}

/** How a share shows in a column of numbers. */
const SHARE = '0.0%';

/** What setValues takes, once pictures are unwrapped and links are left for later. */
export type Content = Plain | Linked | Formatted;

/** What setValues itself puts into a cell. */
type Plain = string | number | boolean | Date | Picture;

/** What getValues gives. */
export type Value = string | number | boolean | Date | Picture;

/** How an output cell with a picture reads: like nothing that an answer could be, and not blank. */
const PICTURE = '\uFFFC';

/** Content that shows exactly this text: the apostrophe keeps it from being read as formula, number, date or markup, and is not stored. */
export function asTextContent(text: string): Content {
  return text === '' ? '' : `'${cut(text)}`;
}

/** Content for an answer. A date is written as people type it, so that it becomes that day in the sheet's own time zone. */
export function contentOf(value: AnswerValue): Content {
  if (value === undefined) return '';
  if (value.kind === 'number') return value.isShare ? new Formatted(value.number, SHARE) : value.number;
  if (value.kind === 'yes/no') return value.yes;
  if (value.kind === 'pages') return linkedTo(value.pages);
  return value.kind === 'date' ? value.iso : asTextContent(value.text);
}

/** The text of a content; '' for a blank or a picture, of which nothing can be told. */
export function shownBy(content: Content): string {
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (content instanceof Linked) return content.text;
  if (content instanceof Formatted) return shownBy(content.content);
  if (typeof content === 'object') return '';
  return typeof content === 'number' ? String(content) : content.replace(/^'/, '');
}

/** What a cell with this answer shows when it is read back, for comparing. */
export function readingOf(value: AnswerValue): string {
  if (value === undefined) return '';
  if (value.kind === 'number') return String(value.number);
  if (value.kind === 'yes/no') return value.yes ? 'TRUE' : 'FALSE';
  if (value.kind === 'pages') return textOfPages(value.pages);
  return value.kind === 'date' ? value.iso : lines(cut(value.text));
}

/** What a cell holds, for comparing. A date counts as its day, however a person has formatted it. */
export function reading(value: Value | undefined, display: string): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  if (value instanceof Picture) return PICTURE;
  return typeof value === 'string' ? lines(value) : dayOf(value, display);
}

const HOUR = 3_600_000;

/** The earliest midnight on Earth that is read without its display, in ms before that of UTC: 13:45 on the Chatham Islands. */
const EARLIEST = 13.75 * HOUR;

/**
 * The day of a date, which is midnight in the spreadsheet's time zone. Whatever does not show the day itself is taken for the
 * one midnight from UTC+13:45 to beyond UTC-10 that it can be: zones further out share their midnights with others. What
 * shows a time is a person's.
 */
function dayOf(date: Date, display: string): string {
  const isAsShown =
    /^\d{4}-\d{2}-\d{2}$/.test(display) || display.includes(':') || Number.isNaN(date.getTime());
  return isAsShown ? display : new Date(date.getTime() + EARLIEST).toISOString().slice(0, 10);
}

/** Sheets keeps one kind of line break. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Content that puts a cell back as it was read. A person's formula goes back as one, a date as itself: its display need not name the day. */
export function contentAgain(value: Value | undefined, formula = ''): Content {
  if (formula) return formula;
  return typeof value === 'string' ? asTextContent(value) : (value ?? '');
}
