/** The `input` of a task envelope: normalised, not echoed byte for byte. */
import { isObject, type Json, type JsonObject, type Work } from './contract';
import type { LinkupKnobs } from './knobs';

/** Defaults that even the SDKs' sparse fixtures fill in. */
const ALWAYS_FILLED = ['mode', 'reasoningDepth'];

/** Fields without a default: shown only when they were sent. */
const ONLY_IF_SENT = ['includeDomains', 'excludeDomains', 'schema', 'instructions'];

/** The echoed input: keys in alphabetical order, the schema as an object; `at` is the time of creation. */
export function echoOf(work: Work, sent: Json, at: number, knobs: LinkupKnobs): JsonObject {
  const wasSent = (name: string) => isObject(sent) && name in sent;
  const isFilled = (name: string) => name in fillersOf(work, at, knobs);
  const isShown = (name: string) => {
    if (wasSent(name) || isFilled(name)) return true;
    if (work.type === 'research' && ALWAYS_FILLED.includes(name)) return true;
    return knobs.echo !== 'minimal' && !ONLY_IF_SENT.includes(name);
  };
  const fields: [string, Json][] = Object.entries({ ...work.input });
  return Object.fromEntries(
    fields
      .filter(([name]) => isShown(name))
      .map(([name, value]): [string, Json] => [
        name,
        rewritten(name, value ?? fillersOf(work, at, knobs)[name] ?? null, knobs),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What is filled in where nothing was sent. */
function fillersOf(work: Work, at: number, knobs: LinkupKnobs): JsonObject {
  const toDate = filledDay(at, knobs.echoToDate);
  return {
    ...(work.type === 'search' && knobs.echoMaxResults !== null ? { maxResults: knobs.echoMaxResults } : {}),
    ...(work.type !== 'fetch' && toDate !== null ? { toDate } : {}),
  };
}

const DAY = 24 * 3_600_000;

/** Hours by which a server's local day may be ahead: Paris in summer. */
const LOCAL_AHEAD = 2 * 3_600_000;

/** A full ISO time for the local day, as the Python SDK sends dates. */
function filledDay(at: number, form: LinkupKnobs['echoToDate']): string | null {
  const iso = (time: number) => new Date(time).toISOString();
  if (form === 'utc day') return iso(at).slice(0, 10);
  if (form === 'local day') return `${iso(at + LOCAL_AHEAD).slice(0, 10)}T00:00:01.000Z`;
  if (form === 'none') return null;
  return iso(form === 'day before' ? at - DAY : at + DAY).slice(0, 10);
}

/** How a field comes back. */
function rewritten(name: string, value: Json, knobs: LinkupKnobs): Json {
  if (typeof value === 'string') return rewrittenText(name, value, knobs);
  if (Array.isArray(value) && name.endsWith('Domains') && knobs.echoDomains === 'bare') {
    return value.map((domain: Json) => bareDomain(String(domain)));
  }
  const isSchema = name === 'structuredOutputSchema' || name === 'schema';
  return isSchema && knobs.echoSchema === 'closed' ? closed(value) : value;
}

function rewrittenText(name: string, value: string, knobs: LinkupKnobs): string {
  if (name === 'mode' && value === 'auto' && knobs.echoResearchMode === 'resolved') return 'research';
  if (knobs.echoSubject === 'as sent') return value;
  if (name === 'url') return new URL(value).href;
  if (name !== 'q') return value;
  const query = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return knobs.echoSubject === 'search words' ? searchWords(query) : query;
}

function searchWords(query: string): string {
  return query.toLowerCase().replace(/[?!.,]/g, '');
}

function bareDomain(domain: string): string {
  return domain
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

/** A schema whose objects take no other properties. */
function closed(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const properties = isObject(schema.properties)
    ? { properties: Object.fromEntries(Object.entries(schema.properties).map(([k, v]) => [k, closed(v)])) }
    : {};
  return schema.type === 'object' ? { ...schema, ...properties, additionalProperties: false } : schema;
}
