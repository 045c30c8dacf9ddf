/** The sources of an answer as a list, for showing; `answers.ts` writes them into a cell as text. */
import { isRecord } from '../enrichment/parse';
import { objectIn, valueAt } from './forms';

/** Where something was found. */
export interface Source {
  readonly name: string;
  readonly url: string;
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
