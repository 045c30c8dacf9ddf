/** The fields that search and research share: question, schema, domains and dates. */
import { isObject, type Json, type JsonObject, type QueryInput } from '../contract';
import type { Fields } from './fields';

/** Most domains in a filter (OpenAPI reconstruction; stated for includeDomains, assumed for excludeDomains). */
const MOST_DOMAINS = 100;

/** Reads the shared fields; `structured` tells whether a schema is required or out of place. */
export function readQuery(fields: Fields, structured: boolean): QueryInput {
  const fromDate = readDate(fields, 'fromDate');
  const toDate = readDate(fields, 'toDate');
  if (fromDate !== null && toDate !== null && fromDate > toDate) {
    fields.fail('fromDate', 'must not be later than toDate');
  }
  return {
    q: readQuestion(fields),
    structuredOutputSchema: readSchemaText(fields, structured),
    includeDomains: readDomains(fields, 'includeDomains'),
    excludeDomains: readDomains(fields, 'excludeDomains'),
    fromDate,
    toDate,
  };
}

function readQuestion(fields: Fields): string {
  const q = fields.text('q');
  const most = fields.knobs.maxQueryLength;
  if (most !== null && q.length > most)
    fields.fail('q', `must be shorter than or equal to ${most} characters`);
  return q;
}

function readDomains(fields: Fields, name: string): readonly string[] {
  const domains = fields.strings(name, MOST_DOMAINS);
  const isDomain = (domain: string) => /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+\/?$/.test(domain);
  if (!domains.every(isDomain)) fields.fail(name, 'each value must be a domain name');
  return domains;
}

function readDate(fields: Fields, name: string): string | null {
  const date = fields.textLike(name, isCalendarDate, 'a date in the format YYYY-MM-DD');
  if (date !== null && date <= '1970-01-01') fields.fail(name, 'must be later than 1970-01-01');
  return date;
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function readSchemaText(fields: Fields, structured: boolean): JsonObject | null {
  const name = 'structuredOutputSchema';
  const value = fields.take(name);
  fields.misplaced(name, value !== undefined && !structured, 'outputType structured');
  if (value === undefined) {
    if (structured) fields.fail(name, 'is required when outputType is structured');
    return null;
  }
  if (typeof value === 'string') return checkRoot(fields, name, parse(value));
  if (fields.knobs.schemaAsObject === 'accept') return checkRoot(fields, name, value);
  fields.fail(name, 'must be a string');
  return null;
}

/** A JSON Schema object with root `type: "object"`, or null and a note of what is wrong. */
export function checkRoot(fields: Fields, name: string, schema: Json | undefined): JsonObject | null {
  if (isObject(schema) && schema.type === 'object') return schema;
  fields.fail(name, 'must be a valid JSON schema whose root is of type object');
  return null;
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
