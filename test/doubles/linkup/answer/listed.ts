/** Lists: an array of objects under the schema's root, filled for each thing that the question asks for; and the forms that lists come in where nobody is kind. */
import { isObject, type Json, type JsonObject } from '../contract';
import type { ListForm } from '../knobs';
import type { Topic } from '../knowledge/knowledge';
import { fillSchema } from './structured';

/** The property of a schema that is a list of objects; undefined where it asks for no list. */
export function listAsked(
  schema: JsonObject,
): { readonly name: string; readonly items: JsonObject } | undefined {
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  for (const [name, property] of properties)
    if (isObject(property) && property.type === 'array' && isObject(property.items))
      if (property.items.type === 'object') return { name, items: property.items };
  return undefined;
}

/** The items for some topics, in a form. */
export function listItems(
  items: JsonObject,
  topics: readonly Topic[],
  question: string,
  form: ListForm,
): readonly Json[] {
  const named = topics.map((topic) => itemFor(items, topic, question));
  return FORMS[form](named);
}

/** The first property is what the thing is called, whatever that property is. */
function itemFor(items: JsonObject, topic: Topic, question: string): JsonObject {
  const [first = 'name'] = Object.keys(isObject(items.properties) ? items.properties : {});
  return { ...fillSchema(items, topic, question), [first]: topic.name };
}

const FORMS: Readonly<Record<ListForm, (items: readonly JsonObject[]) => readonly Json[]>> = {
  'as asked': (items) => items,
  empty: () => [],
  doubles: (items) => items.flatMap((item) => [item, inCapitals(item)]),
  fewer: (items) => items.slice(0, Math.floor(items.length / 2)),
  many: (items) =>
    Array.from({ length: 10_000 }, (_, i) => {
      const [first = 'name'] = Object.keys(items[0] ?? {});
      return { ...items[i % Math.max(1, items.length)], [first]: `Thing ${i + 1}` };
    }),
  'wrong kinds': (items) =>
    items.map((item) =>
      Object.fromEntries(
        Object.entries(item).map(([name, value], i) => [name, i === 0 ? value : { said: value }]),
      ),
    ),
  texts: (items) => items.map((item) => String(Object.values(item).at(-1) ?? '')),
  entities: (items) => items.map((item) => mapTexts(item, (text) => `${text} &amp; Co`)),
  nameless: (items) => items.map((item) => mapTexts(item, () => ' ')),
};

function inCapitals(item: JsonObject): JsonObject {
  return mapTexts(item, (text) => `  ${text.toUpperCase()} `);
}

/** Only what the thing is called. */
function mapTexts(item: JsonObject, change: (text: string) => string): JsonObject {
  const [first = 'name'] = Object.keys(item);
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      name === first && typeof value === 'string' ? change(value) : value,
    ]),
  );
}
