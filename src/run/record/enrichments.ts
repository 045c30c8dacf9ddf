/** The saved enrichments of a document, in its properties. */
import { checkSense } from '../../enrichment/check';
import { type Enrichment, enrichment, LAYOUT } from '../../enrichment/definition';
import { canonicalJson, hashOf } from '../../enrichment/fingerprint';
import { cutToName } from '../../enrichment/names';
import { isRecord, matching, type Parser, parseJson } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import { sentence } from '../../enrichment/words';
import type { Properties, Store } from '../../platform/properties';

const PREFIX = 'linkup.enrichment.';

/** What is saved under an enrichment's name and is none: why, in a sentence. */
export interface Unreadable {
  /** What it is kept under: whoever may edit the document may have chosen it. */
  readonly id: string;
  /** What it calls itself, as far as it does. */
  readonly name: string;
  readonly sentence: string;
  /** Whether a later version of the add-on saved it: then it is none of this one's business. */
  readonly isNewer: boolean;
}

/** All enrichments, by name. What cannot be read or makes no sense is left out. */
export function allEnrichments(documents: Store): Enrichment[] {
  return readAll(documents)
    .flatMap((each) => ('sentence' in each ? [] : [each]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What `allEnrichments` leaves out. */
export function unreadableEnrichments(documents: Store): Unreadable[] {
  return readAll(documents).flatMap((each) => ('sentence' in each ? [each] : []));
}

function readAll(documents: Store): (Enrichment | Unreadable)[] {
  return Object.entries(documents.all())
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, json]) => readOrSay(key, json));
}

function readOrSay(key: string, json: string): Enrichment | Unreadable {
  const id = key.slice(PREFIX.length);
  try {
    return readAs(id, json);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const { name, isNewer } = headIn(json);
    return { id, name, isNewer, sentence: sentence(isNewer ? new Problem('newer-version') : thrown) };
  }
}

/** Throws `malformed` unless it is one, makes sense, and is kept under its own id. */
function readAs(id: string, json: string): Enrichment {
  const e = enrichment(parseJson(json), '');
  if (e.id !== id || id === '') throw new Problem('malformed', 'it is kept under another name');
  checkSense(e);
  return e;
}

/** What can be told of a definition that cannot be read. */
function headIn(json: string): Pick<Unreadable, 'name' | 'isNewer'> {
  const stored = parseJson(json);
  const { name, layout } = isRecord(stored) ? stored : {};
  return { name: typeof name === 'string' ? cutToName(name) : '', isNewer: Number(layout) > LAYOUT };
}

/** The enrichments of one sheet. Throws `no-enrichment` when there are none. */
export function enrichmentsOn(documents: Store, sheetId: number): Enrichment[] {
  const found = allEnrichments(documents).filter((e) => e.sheetId === sheetId);
  if (found.length === 0) throw new Problem('no-enrichment');
  return found;
}

/** One enrichment by id, or undefined. Throws a Problem when it is there but cannot be read or makes no sense. */
export function enrichmentById(documents: Store, id: string): Enrichment | undefined {
  const json = documents.get(PREFIX + id);
  return json === undefined ? undefined : readAs(id, json);
}

/** One enrichment by id, or undefined where there is none that can be read. */
export function readableById(documents: Store, id: string): Enrichment | undefined {
  return allEnrichments(documents).find((e) => e.id === id);
}

/** Whether there is an enrichment with this id, readable or not. */
export function isSaved(documents: Store, id: string): boolean {
  return documents.get(PREFIX + id) !== undefined;
}

/** The same, among document properties that were read already. */
export function isSavedIn(properties: Properties, id: string): boolean {
  return properties[PREFIX + id] !== undefined;
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

/** Reads such a hash. */
export const revision: Parser<string> = matching(/^[0-9a-f]{12}$/, 'a revision');
