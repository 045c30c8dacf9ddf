/** Which outputs hold what was asked for, and not merely where that was found. Pure. */
import { outputColumns } from './columns';
import type { Enrichment } from './definition';
import { sourceKey } from './field-sources';
import { namedFields } from './fields';

/** Worked out once for a definition, and asked of every row. */
const KNOWN = new WeakMap<Enrichment, ReadonlySet<string>>();

/** The slots of those outputs: all but the list of sources, and the source beside a field. */
export function answerSlots(e: Enrichment): ReadonlySet<string> {
  const known = KNOWN.get(e) ?? slotsOf(e);
  KNOWN.set(e, known);
  return known;
}

function slotsOf(e: Enrichment): ReadonlySet<string> {
  const places = new Set<string>(['sources']);
  if (e.shape === 'fields' && e.fieldSources && e.schema === undefined && e.type !== 'fetch')
    for (const { key } of namedFields(e.fields)) places.add(`field:${sourceKey(key)}`);
  return new Set(outputColumns(e).flatMap(({ part, slot }) => (places.has(part) ? [] : [slot])));
}
