/** Giving slots when an enrichment is saved: each output keeps the one that it had, and no letter is ever given twice. */
import { outputColumns, structuredFields } from './columns';
import { type Enrichment, type Field, type Filled, LAYOUT } from './definition';
import { sourceKey } from './field-sources';
import { canonicalJson } from './fingerprint';
import { slotAt, slotted } from './slots';

/** An enrichment as it is saved over another (or as a new one): with the slots of its outputs, and the layout in which it is written. */
export function withSlots(e: Enrichment, before: Enrichment | undefined): Enrichment {
  const parts = partsOf(e);
  const known = before ? slotted(partsOf(before), before.slots) : [];
  const slots = slotted(parts, kept(e, before, parts, known));
  // The first edition witnessed all outputs together, in the order of the letters that they get at their first Save here.
  const old = before && !before.slots ? known.length : before?.old;
  const fields = e.fields.map(({ slot, ...field }): Field => field);
  return { ...e, fields, slots, ...(old === undefined ? {} : { old }), layout: LAYOUT };
}

/**
 * The enrichment with the columns of the person's that its outputs fill, by their parts. Those `anew` are in another column than before,
 * and so get another slot: what the machine wrote into the old one says nothing of the new.
 */
export function withFilled(
  e: Enrichment,
  filled: ReadonlyMap<string, Filled>,
  anew: ReadonlySet<string>,
): Enrichment {
  const keys = e.fields.length > 0 ? structuredFields(e).map(({ key }) => key) : [];
  const fields = e.fields.map((field, i): Field => {
    const fills = filled.get(`field:${keys[i]}`);
    return fills ? { ...field, fills } : field;
  });
  const kept = (e.slots ?? []).map((part) => (anew.has(part) ? '' : part));
  const fills = filled.get('answer') ?? filled.get('page');
  return { ...e, fields, slots: [...kept, ...anew], ...(fills ? { fills } : {}) };
}

/** The fields of an enrichment with their slots, as the page edits them: a field with another name is then known for the same. */
export function fieldsWithSlots(e: Enrichment): Field[] {
  if (e.shape !== 'fields' || e.schema !== undefined) return [...e.fields];
  const slots = new Map(outputColumns(e).map(({ part, slot }) => [part, slot]));
  const keys = structuredFields(e).map(({ key }) => key);
  return e.fields.map((field, i) => ({ ...field, slot: slots.get(`field:${keys[i] ?? ''}`) ?? '' }));
}

function partsOf(e: Enrichment): string[] {
  return outputColumns(e).map(({ part }) => part);
}

/** What stands at each known slot now: its output, under another name perhaps, or '' where it is gone. */
function kept(
  e: Enrichment,
  before: Enrichment | undefined,
  parts: readonly string[],
  known: readonly string[],
): string[] {
  const named = renamed(e, before, known);
  const taken = new Set(named.values());
  return known.map((part, i) => named.get(i) ?? (parts.includes(part) && !taken.has(part) ? part : ''));
}

/** Parts by the index of their slot, for the fields of a list: by the slot that the page names, else one that took another's place. */
function renamed(
  e: Enrichment,
  before: Enrichment | undefined,
  known: readonly string[],
): Map<number, string> {
  const found = new Map<number, string>();
  if (e.schema !== undefined || before?.schema !== undefined) return found;
  const letters = known.map((_, i) => slotAt(i));
  const old = before ? structuredFields(before) : [];
  const now = structuredFields(e).map(({ key, slot }) => ({
    part: `field:${key}`,
    at: letters.indexOf(slot ?? ''),
  }));
  const claim = (at: number, part: string): void => {
    if (at >= 0 && known[at] !== '' && !found.has(at)) found.set(at, part);
  };
  for (const { part, at } of now) claim(at, part);
  const isNew = (part: string): boolean => !known.includes(part) && ![...found.values()].includes(part);
  now.forEach(({ part, at }, i) => {
    const place = old[i] && `field:${old[i].key}`;
    const isGone = place !== undefined && now.every((other) => other.part !== place);
    if (at < 0 && isNew(part) && isGone && old[i]?.kind === e.fields[i]?.kind)
      claim(known.indexOf(place), part);
  });
  // A source follows its field.
  const parts = new Set<string>(now.map(({ part }) => part));
  for (const [at, part] of [...found]) {
    if (parts.has(sourceKey(part))) claim(known.indexOf(sourceKey(known[at] ?? '')), sourceKey(part));
  }
  return found;
}

/** Whether two enrichments of one sheet are the same in all that a person says: in everything but ids and slots. */
export function saysTheSame(a: Enrichment, b: Enrichment): boolean {
  return canonicalJson(said(a)) === canonicalJson(said(b));
}

function said(e: Enrichment): object {
  // Where a column stood when it was chosen is not kept.
  const column = (fills: Filled | undefined): object => ({ fills: fills?.heading });
  const fields = e.fields.map(({ slot, ...field }) => ({ ...field, ...column(field.fills) }));
  return { ...e, ...column(e.fills), fields, id: '', slots: [], old: 0, layout: LAYOUT };
}
