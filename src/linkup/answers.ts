/** From a completed task's output to values for an enrichment's columns. The parser is chosen by what was asked, never by the shape that came. */
import type { AnswerValue } from '../enrichment/answer';
import { type OutputColumn, type OutputPart, outputColumns, structuredFields } from '../enrichment/columns';
import { isCalendarDate } from '../enrichment/dates';
import type { Enrichment, FieldKind } from '../enrichment/definition';
import { isRecord } from '../enrichment/parse';

type Json = Readonly<Record<string, unknown>>;

/** One value per output column, in the order of `outputColumns`. */
export function answerValues(e: Enrichment, output: Json): AnswerValue[] {
  const columns = outputColumns(e);
  const parts = partsOf(e, output);
  return columns.map((column) => typed(parts(column.part), column));
}

function partsOf(e: Enrichment, output: Json): (part: OutputPart) => unknown {
  if (e.shape === 'fields') return fieldParts(e, output);
  if (e.shape === 'results') return resultParts(output);
  return e.type === 'fetch' ? pageParts(output) : answerParts(output);
}

function answerParts(output: Json): (part: OutputPart) => unknown {
  const items = records(output.sources);
  return (part) => {
    if (part === 'answer') return output.answer;
    return part === 'images'
      ? urlLines(items.filter(isImage))
      : sourceLines(items.filter((item) => !isImage(item)));
  };
}

/** Structured answers are the object itself, unless sources were asked for: then it is wrapped. Fetch puts it beside the page. */
function fieldParts(e: Enrichment, output: Json): (part: OutputPart) => unknown {
  const wrapped = e.type === 'fetch' || (e.type === 'search' && e.sources);
  const data = wrapped ? output.data : output;
  const fields = new Map(structuredFields(e).map(({ key }) => [`field:${key}`, key]));
  const items = records(output.sources);
  return (part) => {
    if (part === 'sources') return sourceLines(items.filter((item) => !isImage(item)));
    if (part === 'images')
      return urlLines(e.type === 'fetch' ? records(output.images) : items.filter(isImage));
    const key = fields.get(part);
    return isRecord(data) && key !== undefined && Object.keys(data).includes(key) ? data[key] : undefined;
  };
}

function resultParts(output: Json): (part: OutputPart) => unknown {
  const items = records(output.results);
  const texts = items.filter((item) => !isImage(item));
  const [top] = texts;
  return (part) => {
    if (part === 'top-name') return top?.name;
    if (part === 'top-url') return top?.url;
    if (part === 'top-text') return top?.content;
    return part === 'images' ? urlLines(items.filter(isImage)) : sourceLines(texts);
  };
}

function pageParts(output: Json): (part: OutputPart) => unknown {
  return (part) => {
    if (part === 'raw') return output.rawContent;
    if (part === 'raw-html') return output.rawHtml;
    if (part === 'content-type') return output.contentType;
    return part === 'images' ? urlLines(records(output.images)) : output.markdown;
  };
}

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isImage(item: Json): boolean {
  return item.type === 'image';
}

/** "Name — https://…", a line each. */
function sourceLines(items: readonly Json[]): string {
  return items.map((item) => [item.name, item.url].filter(Boolean).join(' — ')).join('\n');
}

function urlLines(items: readonly Json[]): string {
  return items
    .map((item) => String(item.url ?? ''))
    .filter(Boolean)
    .join('\n');
}

function typed(value: unknown, column: OutputColumn): AnswerValue {
  if (value === undefined || value === null || value === '') return undefined;
  return CONVERT[column.kind](value) ?? asText(value);
}

/** A value that does not fit its field's kind is shown as the text it is: better seen than lost. */
const CONVERT: Record<FieldKind, (value: unknown) => AnswerValue> = {
  text: asText,
  number: asNumber,
  'yes/no': asYesNo,
  date: asDate,
  list: asText,
};

function asNumber(value: unknown): AnswerValue {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? { kind: 'number', number } : undefined;
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

function asText(value: unknown): AnswerValue {
  const text = plainText(value);
  return text === '' ? undefined : { kind: 'text', text };
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join('; ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
