/** The sources of an answer as a list, for showing; `answers.ts` writes them into a cell as text. */
import { isRecord } from '../enrichment/parse';
import { objectIn, valueAt } from './forms';

/** Where something was found. */
export interface Source {
  readonly name: string;
  readonly url: string;
}

/** More of them are no help, and a person may have written anything into the cell. */
const MOST = 50;

/** The sources in a cell of answers: "Name — https://…" or an address alone, a line each. What is no such line is no source. */
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
      ? [{ name: typeof item.name === 'string' ? item.name : '', url: item.url }]
      : [],
  );
}
