/** Structured fields: from the person's list (or JSON Schema) to the schema that is sent, and to columns that can be filled. */
import { choicesOfField, distinct } from './choices';
import { USUAL_CURRENCY } from './currencies';
import type { Field, FieldKind } from './definition';
import { isRecord, parseJson } from './parse';
import { Problem } from './problem';

/** A JSON Schema whose root is an object: all that Linkup accepts. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly [keyword: string]: unknown;
}

/** A field and the property that carries it in the schema and in the answer. */
export interface SchemaField extends Field {
  readonly key: string;
}

/** Money and percentages are asked for as texts: a bare number would not say which currency it is in, or whether 0.5 is a half. */
const JSON_TYPE: Record<FieldKind, object> = {
  text: { type: 'string' },
  number: { type: 'number' },
  'whole number': { type: 'integer' },
  percent: { type: 'string' },
  money: { type: 'string' },
  'yes/no': { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  list: { type: 'array', items: { type: 'string' } },
  choice: { type: 'string' },
  link: { type: 'string', format: 'uri' },
  'e-mail': { type: 'string', format: 'email' },
  phone: { type: 'string' },
};

/** The fields with their property names; throws `no-fields` or `bad-field` for none, nameless or doubled ones. */
export function namedFields(fields: readonly Field[]): SchemaField[] {
  if (fields.length === 0) throw new Problem('no-fields');
  const keys = new Set<string>();
  return fields.map((field, i) => {
    const key = propertyName(field.name);
    if (!key) throw new Problem('bad-field', 'without a name cannot be filled', `field ${i} name`);
    if (keys.has(key))
      throw new Problem('bad-field', `“${field.name.trim()}” is named twice`, `field ${i} name`);
    keys.add(key);
    return { ...field, name: field.name.trim(), key };
  });
}

/** Whether two fields could not be told apart in an answer. */
export function isSameField(one: string, other: string): boolean {
  const key = propertyName(one);
  return key !== '' && key === propertyName(other);
}

/** "Area (km²)" becomes `area_km²`: letters and digits of any script, words joined by underscores. */
function propertyName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/** The schema for a list of fields. No field is required: a blank cell is better than an invented value. */
export function schemaOf(fields: readonly SchemaField[]): ObjectSchema {
  const properties: Record<string, unknown> = {};
  for (const field of fields) {
    properties[field.key] = { ...JSON_TYPE[field.kind], ...limits(field), description: described(field) };
  }
  return { type: 'object', properties };
}

function limits(field: Field): object {
  const choices = field.kind === 'choice' ? choicesOfField(field) : [];
  return choices.length > 0 ? { enum: choices } : {};
}

function described({ kind, name, description, currency = USUAL_CURRENCY }: Field): string {
  const said = description?.trim() || name;
  if (kind === 'money') return `${said} (amount and currency, in ${currency} if known: “${currency} 1234.5”)`;
  return kind === 'percent' ? `${said} (in percent: “12.5%”)` : said;
}

/** Reads a JSON Schema that a person wrote. Throws `bad-schema` unless its root is an object with properties. */
export function parseSchema(json: string): ObjectSchema {
  const schema = parseJson(json);
  if (schema === undefined) throw new Problem('bad-schema', 'it is not valid JSON');
  if (!isRecord(schema) || schema.type !== 'object')
    throw new Problem('bad-schema', 'its root is not an object');
  const properties = schema.properties;
  if (!isRecord(properties) || Object.keys(properties).length === 0) {
    throw new Problem('bad-schema', 'it names no properties');
  }
  return { ...schema, type: 'object', properties };
}

/** The fields that a schema's properties stand for, one column each. */
export function fieldsOf(schema: ObjectSchema): SchemaField[] {
  return Object.entries(schema.properties).map(([key, property]) => {
    const [kind, choices] = [kindOf(property), enumOf(property)];
    return { key, name: key, kind, ...(kind === 'choice' ? { choices } : {}) };
  });
}

/** The texts that a property is one of; none where it may be anything else. */
function enumOf(property: unknown): string[] {
  if (!isRecord(property) || !Array.isArray(property.enum)) return [];
  const values: unknown[] = property.enum.filter((value) => value !== null);
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length === values.length ? distinct(texts) : [];
}

const KIND_OF_FORMAT: ReadonlyMap<unknown, FieldKind> = new Map([
  ['date', 'date'],
  ['uri', 'link'],
  ['email', 'e-mail'],
]);

function kindOf(property: unknown): FieldKind {
  if (!isRecord(property)) return 'text';
  const [choice, ...others] = choicesOf(property);
  if (choice !== undefined && others.length === 0) return kindOf(choice);
  const type = property.type;
  if (type === 'number') return 'number';
  if (type === 'integer') return 'whole number';
  if (type === 'boolean') return 'yes/no';
  if (type === 'array') return 'list';
  if (enumOf(property).length > 0 && (type === 'string' || type === undefined)) return 'choice';
  return (type === 'string' ? KIND_OF_FORMAT.get(property.format) : undefined) ?? 'text';
}

/** What a property may be besides null, where it may be several things: schema generators write optional properties so. */
function choicesOf(property: Readonly<Record<string, unknown>>): unknown[] {
  const { type, ...rest } = property;
  if (Array.isArray(type))
    return type.filter((each) => each !== 'null').map((each) => ({ ...rest, type: each }));
  const choices = property.anyOf ?? property.oneOf;
  return Array.isArray(choices) ? choices.filter((each) => !isRecord(each) || each.type !== 'null') : [];
}
