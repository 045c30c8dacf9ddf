/** A source for each field: the address of the page that it was found on, asked for in the schema, in a column beside the field's. Pure. */
import type { SchemaField } from './fields';
import { cutToName } from './names';
import { Problem } from './problem';

/** The part of the schema that carries the source of a field, by the field's own. A part of an output is named alike. */
export function sourceKey(key: string): string {
  return `${key}_source`;
}

/** The fields, and behind them a source for each. Throws `bad-field` where one of the fields is called like another's source. */
export function withSources(fields: readonly SchemaField[]): SchemaField[] {
  const keys = new Set(fields.map(({ key }) => sourceKey(key)));
  const twice = fields.findIndex(({ key }) => keys.has(key));
  if (twice >= 0)
    throw new Problem('bad-field', `“${fields[twice]?.name}” is named twice`, `field ${twice} name`);
  return [...fields, ...fields.map(sourceOf)];
}

function sourceOf({ key, name }: SchemaField): SchemaField {
  const description = `Address (URL) of the page on which “${name}” was found`;
  return { key: sourceKey(key), name: cutToName(`${name} source`), kind: 'link', description };
}

/** The same in the order of the columns: each field's source beside it. */
export function besideTheirFields(fields: readonly SchemaField[]): SchemaField[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const sources = new Set(fields.map(({ key }) => sourceKey(key)));
  return fields.flatMap((field) => {
    if (sources.has(field.key)) return [];
    const source = byKey.get(sourceKey(field.key));
    return source ? [field, source] : [field];
  });
}
