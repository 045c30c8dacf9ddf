/** Everything of ours in a store, taken away at once. What it is need not be known: all of it goes by one name. */
import type { Properties, Store } from '../../platform/properties';
import { KEY_PROPERTY } from './key';
import { LAYOUT_PROPERTY } from './layout';

const OURS = 'linkup.';

/** What the rest is found by: should this be cut short, the next press finds it and goes on. */
const LAST = [KEY_PROPERTY, LAYOUT_PROPERTY];

/** What a store holds of ours. */
export function oursIn(properties: Properties): [name: string, text: string][] {
  return Object.entries(properties).filter(([name]) => name.startsWith(OURS));
}

/** Takes away all of ours that may go. */
export function takeAway(store: Store, mayGo: (name: string, text: string) => boolean): void {
  const names = oursIn(store.all()).flatMap(([name, text]) => (mayGo(name, text) ? [name] : []));
  const order = (name: string): number => LAST.indexOf(name);
  for (const name of names.sort((a, b) => order(a) - order(b))) store.remove(name);
}
