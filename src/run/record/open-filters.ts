/** A filter that is being made again, noted before it is taken off: found later, that was cut short, and the next look ends it. */
import { readStored } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import { type Cover, cover } from '../../sheet/cover';

const PREFIX = 'linkup.filter.';

/** Google takes 9 kB in a property. */
const MOST = 8_000;

/** Notes how the filter of a sheet is to be. Throws `filter-not-kept` where that is too long, and `storage-full`. */
export function noteFilter(documents: Store, sheetId: number, kept: Cover): void {
  const json = JSON.stringify(kept);
  if (json.length > MOST) throw new Problem('filter-not-kept');
  documents.set(PREFIX + sheetId, json);
}

/** It is made. */
export function forgetFilter(documents: Store, sheetId: number): void {
  documents.remove(PREFIX + sheetId);
}

/** Whether anything is noted of a sheet's filter. */
export function isFilterOpen(properties: Properties, sheetId: number): boolean {
  return PREFIX + sheetId in properties;
}

/** How the filter of a sheet was to be; undefined where nothing is noted that can be read. */
export function openFilter(properties: Properties, sheetId: number): Cover | undefined {
  return readStored(cover, properties[PREFIX + sheetId] ?? '');
}
