/** In which layout a document is kept: a number in its properties, so that an older script never writes into a newer document. */
import { type Enrichment, LAYOUT } from '../../enrichment/definition';
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';

/** Under which name that is kept. */
export const LAYOUT_PROPERTY = 'linkup.layout';

/** Whether a document, by its properties, was written by a later version of the add-on. */
export function isNewer(properties: Properties): boolean {
  return Number(properties[LAYOUT_PROPERTY] ?? 1) > LAYOUT;
}

/** Throws `newer-version` where a document, or one of its enrichments, was written by a later version of the add-on. */
export function checkLayout(documents: Store, e?: Enrichment, properties = documents.all()): void {
  if (isNewer(properties) || (e?.layout ?? 1) > LAYOUT) throw new Problem('newer-version', e?.name ?? '');
}

/** Says that the document is kept in the present layout from now on; by whoever holds the lock, before it writes. */
export function claimLayout(documents: Store, properties = documents.all()): void {
  if (isNewer(properties)) throw new Problem('newer-version');
  if (properties[LAYOUT_PROPERTY] !== String(LAYOUT)) documents.set(LAYOUT_PROPERTY, String(LAYOUT));
}
