/** The Linkup key: kept in the person's own properties, and nowhere else. */
import { hashOf } from '../../enrichment/fingerprint';
import { matching, type Parser } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';

/** Under which name it is kept. */
export const KEY_PROPERTY = 'linkup.key';

/** The key, or `no-key`. */
export function keyOf(user: Store): string {
  const key = user.get(KEY_PROPERTY);
  if (!key) throw new Problem('no-key');
  return key;
}

/** The same, among properties that were read already. */
export function keyIn(properties: Properties): string {
  const key = properties[KEY_PROPERTY];
  if (!key) throw new Problem('no-key');
  return key;
}

/** Whether there is a key, and its last four characters to recognise it by. */
export function keyHint(user: Store): string | undefined {
  return user.get(KEY_PROPERTY)?.slice(-4) || undefined;
}

/** Keeps a key, without the spaces that come along when it is pasted. */
export function saveKey(user: Store, key: string): void {
  user.set(KEY_PROPERTY, key.trim());
}

/** Forgets the key. */
export function removeKey(user: Store): void {
  user.remove(KEY_PROPERTY);
}

/** Tells keys apart without giving them away: runs note it, since only their own key sees their tasks. */
export function accountOf(key: string): string {
  return hashOf(key).slice(0, 8);
}

/** Reads what tells a key apart. */
export const account: Parser<string> = matching(/^[0-9a-f]{8}$/, 'the hash of a key');

/** The account of the person's own key, or '' where there is none. */
export function ownAccount(user: Store): string {
  const key = user.get(KEY_PROPERTY);
  return key ? accountOf(key) : '';
}

/** The same, among properties that were read already. */
export function accountIn(properties: Properties): string {
  const key = properties[KEY_PROPERTY];
  return key ? accountOf(key) : '';
}
