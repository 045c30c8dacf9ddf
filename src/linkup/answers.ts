/** From a completed task's output to values for an enrichment's columns. The reader is chosen by what was asked, never by the shape that came. */
import type { AnswerValue } from '../enrichment/answer';
import {
  holdsPages,
  type OutputColumn,
  type OutputPart,
  outputColumns,
  structuredFields,
} from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { decoded } from '../enrichment/entities';
import { typed } from '../enrichment/typed';
import { hasAny, isBlank, type Json, objectIn, records, valueAt } from './forms';
import { lineOf, pagesIn } from './sources';

/** What a completed task answered. */
export interface Answer {
  /** One value per output column, in the order of `outputColumns`. */
  readonly values: readonly AnswerValue[];
  /** Whether it came in the form that was asked for. If not, the first column shows all of it as text. */
  readonly inForm: boolean;
}

/** Where the values of an output are; or the output itself, where it has another form than was asked for. */
type Reading = { readonly part: Parts } | { readonly odd: unknown };

type Parts = (part: OutputPart) => unknown;

/** Reads a completed task's output. It was paid for, so there is always an answer, if only “nothing”. */
export function answerOf(e: Enrichment, output: unknown): Answer {
  const columns = outputColumns(e);
  const reading = isBlank(output) ? NOTHING : readingOf(e, output);
  if ('part' in reading) {
    return { values: columns.map((column) => valueIn(reading.part, column)), inForm: true };
  }
  return { values: columns.map((_, i) => (i === 0 ? whole(reading.odd) : undefined)), inForm: false };
}

/** The same of an enrichment as it was `asked` at a further step, which may give less than its columns hold: for its own columns, in their order. */
export function answerFor(e: Enrichment, asked: Enrichment, output: unknown): Answer {
  const answer = answerOf(asked, output);
  if (asked === e) return answer;
  const byPart = new Map(outputColumns(asked).map(({ part }, i) => [part, answer.values[i]]));
  const values = outputColumns(e).map(({ part }) => byPart.get(part));
  return answer.inForm
    ? { ...answer, values }
    : { ...answer, values: values.map((_, i) => (i === 0 ? answer.values[0] : undefined)) };
}

/** Sources are pages whatever they came with; all else is typed by its column. */
function valueIn(part: Parts, column: OutputColumn): AnswerValue {
  const found = part(column.part);
  return holdsPages(column.part) ? pagesIn(records(found)) : typed(found, column);
}

/** A text as it is, anything else as its JSON. */
function whole(odd: unknown): AnswerValue {
  return { kind: 'text', text: typeof odd === 'string' ? odd : JSON.stringify(odd) };
}

const NOTHING: Reading = { part: () => undefined };

function readingOf(e: Enrichment, output: unknown): Reading {
  if (e.shape === 'fields') return fieldParts(e, output);
  if (e.shape === 'results') return resultParts(output);
  return e.type === 'fetch' ? pageParts(output) : answerParts(output);
}

function answerParts(output: unknown): Reading {
  const whole = objectIn(output);
  if (!hasAny(whole, ['answer'])) return { odd: output };
  const items = records(valueAt(whole, 'sources'));
  return {
    part: (part) => {
      if (part === 'answer') return isBlank(valueAt(whole, 'answer')) ? undefined : valueAt(whole, 'answer');
      return part === 'images' ? urlLines(items.filter(isImage)) : items.filter(isText);
    },
  };
}

/** Structured answers are the object itself, unless sources were asked for: then it is wrapped. Fetch puts it beside the page. */
function fieldParts(e: Enrichment, output: unknown): Reading {
  const whole = objectIn(output);
  const wrapped = e.type === 'fetch' || (e.type === 'search' && e.sources);
  const data = valueAt(whole, 'data');
  const [expected, other] = wrapped ? [data, output] : [output, data];
  const keys = new Map(structuredFields(e).map(({ key }) => [`field:${key}`, key]));
  const isOurs = (value: unknown) => hasAny(objectIn(value), [...keys.values()]);
  const found = [expected, other].find(isOurs);
  // A page without data is a page on which nothing was found.
  const odd = wrapped && e.type !== 'fetch' ? (expected ?? output) : expected;
  if (found === undefined && !isBlank(odd)) return { odd };
  const items = records(valueAt(whole, 'sources'));
  const images = e.type === 'fetch' ? records(valueAt(whole, 'images')) : items.filter(isImage);
  return {
    part: (part) => {
      if (part === 'sources') return items.filter(isText);
      if (part === 'images') return urlLines(images);
      const key = keys.get(part);
      return key === undefined ? undefined : valueAt(objectIn(found), key);
    },
  };
}

function resultParts(output: unknown): Reading {
  const listed = hasAny(objectIn(output), ['results']) ? valueAt(objectIn(output), 'results') : output;
  const items = records(listed);
  if (items.length === 0) return isBlank(listed) ? NOTHING : { odd: output };
  const texts = items.filter(isText);
  const [top] = texts;
  return {
    part: (part) => {
      if (part === 'top-name') return lineOf(top?.name);
      if (part === 'top-url') return top?.url;
      if (part === 'top-text') return top && decodedText(top.content);
      return part === 'images' ? urlLines(items.filter(isImage)) : texts;
    },
  };
}

const PAGE_PARTS: Readonly<Record<string, string>> = {
  page: 'markdown',
  raw: 'rawContent',
  'raw-html': 'rawHtml',
  'content-type': 'contentType',
};

function pageParts(output: unknown): Reading {
  const whole = objectIn(output);
  if (!hasAny(whole, Object.values(PAGE_PARTS))) return { odd: output };
  return {
    part: (part) =>
      part === 'images'
        ? urlLines(records(valueAt(whole, 'images')))
        : valueAt(whole, PAGE_PARTS[part] ?? ''),
  };
}

function isImage(item: Json): boolean {
  return item.type === 'image';
}

function isText(item: Json): boolean {
  return !isImage(item);
}

/** An excerpt keeps its lines. */
function decodedText(text: unknown): unknown {
  return typeof text === 'string' ? decoded(text) : text;
}

function urlLines(items: readonly Json[]): string {
  return items
    .map((item) => String(item.url ?? ''))
    .filter(Boolean)
    .join('\n');
}
