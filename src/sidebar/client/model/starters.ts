/** Starter templates: common jobs as filled-in forms, with the table's own columns where they can be guessed. Pure. */
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { bound } from './field-fills';
import { type Following, type Form, withTemplate } from './form';
import type { Starter } from './starter-texts';

/** What a column might be called that holds such a thing, the likeliest first. */
const HEADINGS: { readonly [slot: string]: readonly RegExp[] } = {
  Company: [/^compan(y|ies)/i, /company|organi[sz]ation|business|account/i, /name$/i],
  Person: [/^(full )?name$/i, /person|contact|people/i, /name$/i],
  Employer: [/company|organi[sz]ation|employer/i],
  Website: [/^(web ?site|domain|url)$/i, /site|domain|url|link/i],
  'Price page': [/pric/i, /site|domain|url|link|page/i],
  Country: [/country|location/i],
  Statement: [/statement|claim|fact/i, /text/i],
};

/** The heading that most likely holds what a slot asks for; undefined where none does. */
export function guess(slot: string, headings: readonly string[]): string | undefined {
  const usable = headings.filter((heading) => !/[{}]/.test(heading));
  for (const pattern of HEADINGS[slot] ?? []) {
    const found = usable.find((heading) => pattern.test(heading.trim()));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What columns are called that are known to hold what a slot asks for. */
type Found = Following['found'];

/** The form filled in for a job. What identifies the enrichment, and the other task types' choices, stay as they are. Fields that are called like an empty column fill it. */
export function startFrom(
  starter: Starter,
  { follows, ...form }: Form,
  headings: readonly string[],
  columns: readonly EmptyColumn[] = [],
  found: Found = {},
): Form {
  const { label, deep, instructions, fields } = starter;
  const type = instructions ? 'fetch' : 'search';
  const filled: Form = {
    ...form,
    name: form.id === '' ? label : form.name,
    type,
    shapes: { ...form.shapes, [type]: 'fields' },
    fields: bound(
      fields.map(([name, kind, description], i) => ({ key: i + 1, name, kind, description })),
      columns,
    ),
    bySchema: false,
    sources: true,
    search: { ...form.search, depth: deep ? 'deep' : 'standard' },
    fetch: instructions ? { ...form.fetch, instructions } : form.fetch,
  };
  return withTemplate(filled, textOf(starter, headings, found) + (instructions ? '' : PREFER_NOTHING));
}

/** How a search ends. Which facts to return the schema says, by its fields: one that is removed is in no question. */
const PREFER_NOTHING = '\nOnly return what you are 90% sure of; leave the rest empty.';

/** `[Slot]` becomes the guessed column, or a column of that name for the person to change; `<…>` stays only if its column is there. */
function textOf({ text }: Starter, headings: readonly string[], found: Found): string {
  return text
    .replace(/<([^<>]*)>/g, (_, optional: string) => (slotsIn(optional).every(has) ? optional : ''))
    .replace(/\[([^\]]+)\]/g, (_, slot: string) => `{{${columnFor(slot) ?? slot}}}`);

  function has(slot: string): boolean {
    return columnFor(slot) !== undefined;
  }

  function columnFor(slot: string): string | undefined {
    return found[slot] ?? guess(slot, headings);
  }
}

function slotsIn(text: string): string[] {
  return [...text.matchAll(/\[([^\]]+)\]/g)].map(([, slot = '']) => slot);
}
