/** The sources of an answer: as a list for showing, and as what their cell holds. */
import type { AnswerValue, Found } from '../enrichment/answer';
import { decoded } from '../enrichment/entities';
import { isRecord } from '../enrichment/parse';
import { type Json, objectIn, valueAt } from './forms';

/** Where something was found. */
export interface Source {
  readonly name: string;
  readonly url: string;
}

/** More of them are no help, and a person may have written anything into the cell. */
const MOST = 50;

/** Longest excerpt that is kept, in characters: what a person reads over to see whether it is the right page. */
const LONGEST = 300;

/** The sources in a cell of an earlier version, or one that was made plain: "Name — https://…" or an address alone, a line each. What is no such line is no source. */
export function sourcesIn(text: string): Source[] {
  return text
    .split('\n')
    .flatMap((line) => {
      const [, name = '', url = ''] = /^(?:(.*) — )?(https?:\/\/\S+)$/.exec(line.trim()) ?? [];
      return url ? [{ name, url }] : [];
    })
    .slice(0, MOST);
}

/** The sources of an output, or for a search its results, in Linkup's order and without images. None where the API gives none. */
export function sourcesOf(output: unknown): Source[] {
  const whole = objectIn(output);
  const sources = valueAt(whole, 'sources');
  const listed = Array.isArray(sources) ? sources : valueAt(whole, 'results');
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((item) =>
    isRecord(item) && item.type !== 'image' && typeof item.url === 'string'
      ? [{ name: lineOf(item.name), url: item.url }]
      : [],
  );
}

/** The pages that some items of an answer name, each once: a value for the cell of sources. */
export function pagesIn(items: readonly Json[]): AnswerValue {
  const pages = new Map<string, Found>();
  for (const item of items) {
    const url = typeof item.url === 'string' ? item.url.trim() : '';
    const [title, excerpt] = [lineOf(item.name), excerptOf(item)];
    if (title === '' && url === '') continue;
    const key = pageOf(url) || title;
    const known = pages.get(key);
    // A page that is named again for something else it says.
    pages.set(key, {
      title: known?.title || title,
      url: known?.url ?? url,
      excerpt: known?.excerpt || excerpt,
    });
  }
  return pages.size === 0 ? undefined : { kind: 'pages', pages: [...pages.values()].slice(0, MOST) };
}

/** Addresses that differ in their part after #, in "www.", http or https, or a slash at the end lead to the same page. */
function pageOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/?(#.*)?$/, '');
}

/** What a page says: a search calls it content, an answer snippet. */
function excerptOf(item: Json): string {
  const text = lineOf(item.snippet) || lineOf(item.content);
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A name or an excerpt on one line, with its HTML entities as the signs they are. */
export function lineOf(text: unknown): string {
  return typeof text === 'string' ? decoded(text).replace(/\s+/g, ' ').trim() : '';
}
