/** Fields that came back empty: which outputs a person asked for, and how those are named that an answer had nothing for. Pure. */
import type { OutputColumn, OutputPart } from './columns';
import type { Enrichment } from './definition';
import { sourceKey } from './field-sources';

const FIELD = 'field:';

/** What is asked for besides fields, by itself. */
const MAIN: readonly OutputPart[] = ['answer', 'page', 'top-name'];

/** Names that are written out; the others are counted. */
const MOST_NAMES = 2;

/** The slots of what was asked for, among outputs: an answer may well come without its sources, or a page without images. */
export function askedSlots(e: Enrichment, outputs: readonly OutputColumn[]): ReadonlySet<string> {
  const sources = sourceParts(e, outputs);
  const asked = outputs.filter(
    ({ part }) => MAIN.includes(part) || (part.startsWith(FIELD) && !sources.has(part)),
  );
  return new Set(asked.map(({ slot }) => slot));
}

function sourceParts(e: Enrichment, outputs: readonly OutputColumn[]): ReadonlySet<OutputPart> {
  if (e.shape !== 'fields' || !e.fieldSources || e.schema !== undefined) return new Set();
  const keys = outputs.flatMap(({ part }) => (part.startsWith(FIELD) ? [part.slice(FIELD.length)] : []));
  return new Set(keys.map((key): OutputPart => `${FIELD}${sourceKey(key)}`));
}

/** “Employees”, “Employees and Website”, “Employees, Website and 3 more”; '' for none. */
export function namesOf(names: readonly string[]): string {
  const [first = '', second] = names;
  const more = names.length - MOST_NAMES;
  if (more > 0) return `${first}, ${second} and ${more} more`;
  return second === undefined ? first : `${first} and ${second}`;
}
