/** The saved enrichments of a document, in its properties. */
import { type Enrichment, enrichment } from '../../enrichment/definition';
import { canonicalJson, hashOf } from '../../enrichment/fingerprint';
import { parseJson } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Store } from '../../platform/properties';

const PREFIX = 'linkup.enrichment.';

/** All enrichments, by name. Unreadable ones are left out: they can only be saved anew. */
export function allEnrichments(documents: Store): Enrichment[] {
  return Object.entries(documents.all())
    .filter(([key]) => key.startsWith(PREFIX))
    .flatMap(([, json]) => readable(json))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readable(json: string): Enrichment[] {
  try {
    return [enrichment(parseJson(json), '')];
  } catch {
    return [];
  }
}

/** The enrichments of one sheet. Throws `no-enrichment` when there are none. */
export function enrichmentsOn(documents: Store, sheetId: number): Enrichment[] {
  const found = allEnrichments(documents).filter((e) => e.sheetId === sheetId);
  if (found.length === 0) throw new Problem('no-enrichment');
  return found;
}

/** One enrichment by id, or undefined. Throws `malformed` when it is there but cannot be read. */
export function enrichmentById(documents: Store, id: string): Enrichment | undefined {
  const json = documents.get(PREFIX + id);
  return json === undefined ? undefined : enrichment(parseJson(json), '');
}

/** One enrichment by id, or undefined where there is none that can be read. */
export function readableById(documents: Store, id: string): Enrichment | undefined {
  return readable(documents.get(PREFIX + id) ?? '')[0];
}

/** Whether there is an enrichment with this id, readable or not. */
export function isSaved(documents: Store, id: string): boolean {
  return documents.get(PREFIX + id) !== undefined;
}

/** The enrichment that somebody means. Throws `unknown-enrichment` where it is gone. */
export function enrichmentMeant(documents: Store, id: string): Enrichment {
  const found = enrichmentById(documents, id);
  if (!found) throw new Problem('unknown-enrichment');
  return found;
}

/** Saves an enrichment under its id. Throws `storage-full`. */
export function saveEnrichment(documents: Store, e: Enrichment): void {
  documents.set(PREFIX + e.id, JSON.stringify(e));
}

/** Forgets an enrichment. */
export function removeEnrichment(documents: Store, id: string): void {
  documents.remove(PREFIX + id);
}

/** A short hash of what is saved: whoever edits an enrichment can tell whether somebody else saved it meanwhile. */
export function revisionOf(e: Enrichment): string {
  return hashOf(canonicalJson(e)).slice(0, 12);
}
