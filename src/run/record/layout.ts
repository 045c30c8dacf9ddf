/** In which layout a document is kept: a number in its properties, so that an older script never writes into a newer document. */
import type { Enrichment } from '../../enrichment/definition';
import { LAYOUT } from '../../enrichment/keep-slots';
import { Problem } from '../../enrichment/problem';
import type { Store } from '../../platform/properties';

const NAME = 'linkup.layout';

/** Throws `newer-version` where a document, or one of its enrichments, was written by a later version of the add-on. */
export function checkLayout(documents: Store, e?: Enrichment): void {
  const layout = Number(documents.get(NAME) ?? 1);
  if (layout > LAYOUT || (e?.layout ?? 1) > LAYOUT) throw new Problem('newer-version', e?.name ?? '');
}

/** Says that the document is kept in the present layout from now on; by whoever holds the lock, before it writes. */
export function claimLayout(documents: Store): void {
  checkLayout(documents);
  if (documents.get(NAME) !== String(LAYOUT)) documents.set(NAME, String(LAYOUT));
}
