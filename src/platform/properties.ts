/** Stored texts. The only file that touches PropertiesService. */
import { problemOf, thrownMessage, withCause } from '../enrichment/problem';
import { bytesOf } from '../enrichment/utf8';

/** Everything that a store holds, as it was read once. */
export type Properties = Readonly<Record<string, string>>;

/** A small store of texts. Throws `cannot-read`, `cannot-store`, or `storage-full` where there is no room for a value. */
export interface Store {
  all(): Properties;
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  /** Several at once: all of them are kept, or none. */
  setAll(values: Readonly<Record<string, string>>): void;
  remove(key: string): void;
}

/** What belongs to the document and everyone in it: definitions and runs. Never the key. */
export function documentStore(service = PropertiesService): Store {
  return storeOver(or('cannot-read', () => service.getDocumentProperties()));
}

/** What belongs to the person: the key, and what they agreed to pay. */
export function userStore(service = PropertiesService): Store {
  return storeOver(or('cannot-read', () => service.getUserProperties()));
}

/** The store as it is when it is first read, at one call: for whoever only looks. Google counts how often a day is read. */
export function readOnce(store: Store): Store {
  let read: Properties | undefined;
  const all = (): Properties => {
    read ??= store.all();
    return read;
  };
  return { ...store, all, get: (key) => all()[key] };
}

type GoogleProperties = GoogleAppsScript.Properties.Properties;

function storeOver(properties: GoogleProperties): Store {
  return {
    all: () => or('cannot-read', () => properties.getProperties()),
    get: (key) => or('cannot-read', () => properties.getProperty(key) ?? undefined),
    set: (key, value) => keep(properties, { [key]: value }, () => properties.setProperty(key, value)),
    setAll: (values) => keep(properties, values, () => properties.setProperties({ ...values })),
    remove: (key) => or('cannot-store', () => void properties.deleteProperty(key)),
  };
}

/** Does a call; what it throws becomes a Problem with Google's message as its subject. */
function or<T>(code: 'cannot-read' | 'cannot-store', call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw problemOf(code, thrown);
  }
}

/** Google's limits for one value and for a store, in bytes (quotas page, November 2026). */
const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

/** Left out of the reckoning: what Google counts besides keys and values is not documented. */
const SLACK = 8 * 1024;

/** Google's texts for a full store and a value over 9 kB in English (November 2026): no more than a hint. */
const FULL = /property storage quota|Argument too large/i;

type Values = Readonly<Record<string, string>>;

function keep(properties: GoogleProperties, values: Values, set: () => unknown): void {
  try {
    set();
  } catch (thrown) {
    const message = thrownMessage(thrown);
    const tooLong = Object.values(values).some((value) => bytesOf(value) > VALUE_LIMIT);
    const full = FULL.test(message) || tooLong || isFull(properties, values);
    throw withCause(full ? 'storage-full' : 'cannot-store', message);
  }
}

/** Told by counting, for Google says it in the person's language. */
function isFull(properties: GoogleProperties, values: Values): boolean {
  const present = or('cannot-store', () => properties.getProperties());
  const others = Object.entries({ ...present, ...values });
  return others.reduce((sum, [name, text]) => sum + bytesOf(name) + bytesOf(text), 0) > STORE_LIMIT - SLACK;
}
