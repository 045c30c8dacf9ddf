/** Stored texts. The only file that touches PropertiesService. */
import { Problem } from '../enrichment/problem';

/** A small store of texts. Setting throws `storage-full` when Google's 500 kB (or 9 kB for one value) are used up. */
export interface Store {
  all(): Readonly<Record<string, string>>;
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  /** Several at once, in one call: either all of them are kept or none. */
  setAll(values: Readonly<Record<string, string>>): void;
  remove(key: string): void;
}

/** What belongs to the document and everyone in it: definitions and runs. Never the key. */
export function documentStore(service = PropertiesService): Store {
  return storeOver(service.getDocumentProperties());
}

/** What belongs to the person: the key. */
export function userStore(service = PropertiesService): Store {
  return storeOver(service.getUserProperties());
}

function storeOver(properties: GoogleAppsScript.Properties.Properties): Store {
  return {
    all: () => properties.getProperties(),
    get: (key) => properties.getProperty(key) ?? undefined,
    set: (key, value) => orProblem(() => properties.setProperty(key, value)),
    setAll: (values) => orProblem(() => properties.setProperties({ ...values })),
    remove: (key) => void properties.deleteProperty(key),
  };
}

/** Google's texts for a full store and a value over 9 kB, as seen (November 2026). */
const FULL = /property storage quota|Argument too large/i;

function orProblem(set: () => unknown): void {
  try {
    set();
  } catch (thrown) {
    if (thrown instanceof Error && FULL.test(thrown.message)) throw new Problem('storage-full');
    throw thrown;
  }
}
