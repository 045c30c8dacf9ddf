/** Starter templates: common jobs as filled-in forms, with the table's own columns where they can be guessed. Pure. */
import { BLANK, type Form } from './form';
import { STARTERS, type Starter } from './starter-texts';

/** What a column might be called that holds such a thing, the likeliest first. */
const HEADINGS: { readonly [slot: string]: readonly RegExp[] } = {
  Company: [
    /^compan(y|ies)( name)?$/i,
    /company|organi[sz]ation|business|firm|account/i,
    /^name$/i,
    /name$/i,
  ],
  Person: [/^(full )?name$/i, /person|contact|people|lead|candidate/i, /name$/i],
  Employer: [/company|organi[sz]ation|employer|firm/i],
  Website: [/^(web ?site|domain|url|homepage)$/i, /web ?site|domain|homepage|url|link/i],
  'Price page': [/pric/i, /^(web ?site|url|domain|page|link)$/i, /web ?site|url|domain|page|link/i],
  Country: [/^country$/i, /country|location|region|city/i],
  Statement: [/statement|claim|fact|sentence|quote/i, /text|content/i],
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

/** The jobs on offer, by key and label. */
export const STARTER_CHOICES: readonly { readonly key: string; readonly label: string }[] = STARTERS.map(
  ({ key, label }) => ({ key, label }),
);

/** The form filled in for a job. What identifies the enrichment, and the other task types' choices, stay as they are. */
export function startFrom(key: string, form: Form, headings: readonly string[]): Form {
  const starter = STARTERS.find((each) => each.key === key);
  if (!starter) return form;
  const { type, shape } = starter;
  const fields = starter.fields.map((field, i) => ({ key: i + 1, ...field }));
  return {
    ...form,
    name: form.id === '' ? starter.label : form.name,
    type,
    ...(type === 'fetch' ? { address: textOf(starter, headings) } : { question: textOf(starter, headings) }),
    shapes: { ...form.shapes, [type]: shape },
    fields: fields.length > 0 ? fields : BLANK.fields,
    bySchema: false,
    sources: true,
    ...(type === 'search' ? { search: { ...form.search, depth: starter.depth } } : {}),
    ...(type === 'fetch' ? { fetch: { ...form.fetch, instructions: starter.instructions } } : {}),
  };
}

/** `[Slot]` becomes the guessed column, or a column of that name for the person to change; `(?…)` stays only if its column is there. */
function textOf({ text }: Starter, headings: readonly string[]): string {
  return text
    .replace(/\(\?([^()]*)\)/g, (_, optional: string) => (slotsIn(optional).every(has) ? optional : ''))
    .replace(/\[([^\]]+)\]/g, (_, slot: string) => `{{${guess(slot, headings) ?? slot}}}`);

  function has(slot: string): boolean {
    return guess(slot, headings) !== undefined;
  }
}

function slotsIn(text: string): string[] {
  return [...text.matchAll(/\[([^\]]+)\]/g)].map(([, slot = '']) => slot);
}
