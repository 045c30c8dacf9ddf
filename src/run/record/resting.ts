/** A note that an execution has let go of the document for a moment and means to go on: whoever takes the document meanwhile takes it away. */
import { orLog } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';

const KEY = 'linkup.resting';

/** Leaves the note, to be believed until `until`, in ms since 1970. Returns what it says; undefined where it cannot be kept. */
export function noteRest(documents: Store, by: string, account: string, until: number): string | undefined {
  const note = `${by} ${account} ${until}`;
  return orLog(() => documents.set(KEY, note)) ? note : undefined;
}

/** Whether a note still stands in a set of the document's properties: then nobody has had the document since it was left. */
export function isUndisturbed(properties: Properties, note: string): boolean {
  return properties[KEY] === note;
}

/** Whether anybody has left a note. */
export function isNoted(properties: Properties): boolean {
  return KEY in properties;
}

/** Whether an execution of the same account has left one, and is believed to go on. */
export function isResting(properties: Properties, account: string, now: number): boolean {
  const [, whose, until] = properties[KEY]?.split(' ') ?? [];
  return whose === account && account !== '' && now < Number(until);
}

/** Nobody rests any more: the document is in other hands, or the work is done. */
export function forgetRest(documents: Store): void {
  documents.remove(KEY);
}
