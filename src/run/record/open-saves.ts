/** A Save that is under way, noted before the first column is made: found later, it was cut short, and the next Save ends it. */
import { maybe, number, type Parser, readStored, record } from '../../enrichment/parse';
import type { Store } from '../../platform/properties';
import type { Insertion } from '../../sheet/create-columns';

/** What a Save was about to do. */
export interface Saving {
  readonly sheetId: number;
  /** The enrichment: a new one has no definition until all its columns are there. */
  readonly id: string;
  /** Columns that were about to be inserted and may not be marked yet. */
  readonly inserting?: Insertion;
}

const PREFIX = 'linkup.saving.';

const insertion: Parser<Insertion> = record<Insertion>({ after: number, count: number, width: number });

const noted: Parser<Pick<Saving, 'inserting'>> = record<Pick<Saving, 'inserting'>>({
  inserting: maybe(insertion),
});

/** Notes a Save. Throws `storage-full`. */
export function noteSaving(documents: Store, { sheetId, id, ...rest }: Saving): void {
  documents.set(`${PREFIX}${sheetId}.${id}`, JSON.stringify(rest));
}

/** The Save has come to its end, or was taken back. */
export function forgetSaving(documents: Store, { sheetId, id }: Saving): void {
  documents.remove(`${PREFIX}${sheetId}.${id}`);
}

/** The Saves on a sheet that were noted and never ended. */
export function savingsOn(documents: Store, sheetId: number): Saving[] {
  const prefix = `${PREFIX}${sheetId}.`;
  const found = Object.entries(documents.all()).filter(([key]) => key.startsWith(prefix));
  return found.map(([key, json]) => ({ sheetId, id: key.slice(prefix.length), ...readStored(noted, json) }));
}
