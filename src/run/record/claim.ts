/** A claim in the document that says whose turn it is: whoever comes takes it away, also by a lock that Google lost. */
import { orLog } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';

const KEY = 'linkup.turn';

/** Leaves a claim in the place of any other. False where it cannot be kept. */
export function leaveClaim(documents: Store, name: string): boolean {
  return orLog(() => documents.set(KEY, name));
}

/** Whose claim stands, in a set of the document's properties. */
export function claimIn(properties: Properties): string | undefined {
  return properties[KEY];
}

/** Whose claim stands at this moment. */
export function claimNow(documents: Store): string | undefined {
  return documents.get(KEY);
}

/** Takes a claim away. */
export function forgetClaim(documents: Store): void {
  documents.remove(KEY);
}
