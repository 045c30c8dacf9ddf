/**
 * Marks: left before the first write to a sheet and taken away after the last verification. One that is found says that somebody
 * died in between, so that what the sheet says about positions and answers of that enrichment has to be checked.
 */
import type { Properties, Store } from '../../platform/properties';
import { noteWithRoom } from './reserve';
import type { Run } from './run';

/** Who writes, and where. */
export interface Mark {
  readonly sheetId: number;
  /** The run that writes, or a name made up for one press, such as an undo. */
  readonly by: string;
  readonly enrichment: string;
}

const PREFIX = 'linkup.mark.';

/** The one mark of the first edition, which named neither sheet nor run. */
const OLD = 'linkup.mark';

/** A run, as far as its mark tells. */
type Writer = Pick<Run, 'id' | 'sheetId' | 'enrichment'>;

/** The mark under which a run writes. */
export function markOf({ id, sheetId, enrichment }: Writer): Mark {
  return { sheetId, by: id, enrichment };
}

/** Leaves a mark. Throws `storage-full`. */
export function leaveMark(documents: Store, mark: Mark): void {
  noteWithRoom(documents, mark.by, () => documents.set(keyOf(mark), mark.enrichment));
}

/** Takes a mark away: its own by whoever left it, or by whoever has put the sheet right. */
export function clearMark(documents: Store, mark: Mark): void {
  documents.remove(keyOf(mark));
}

/** Takes all marks of an enrichment away, whose columns nobody will look after any more. */
export function clearMarksOf(documents: Store, enrichment: string): void {
  for (const mark of marksIn(documents.all())) if (mark.enrichment === enrichment) clearMark(documents, mark);
}

/** Every mark in a set of document properties. */
export function marksIn(properties: Properties): Mark[] {
  return Object.entries(properties).flatMap(([key, enrichment]) => {
    const [, sheetId, by] = /^linkup\.mark\.(\d+)\.(\w+)$/.exec(key) ?? [];
    return sheetId && by ? [{ sheetId: Number(sheetId), by, enrichment }] : [];
  });
}

/** Whether somebody died while writing for the same enrichment on the same sheet. */
export function isMarked(properties: Properties, { sheetId, enrichment }: Omit<Mark, 'by'>): boolean {
  return marksIn(properties).some((mark) => mark.sheetId === sheetId && mark.enrichment === enrichment);
}

/** Does work that writes under a mark of its own, which stays when the work does not come to its end. */
export function underMark<T>(documents: Store, mark: Mark, work: () => T): T {
  leaveMark(documents, mark);
  const result = work();
  clearMark(documents, mark);
  return result;
}

/** The mark of the first edition becomes one for each run that it may have been about. Returns the properties as they are then. */
export function renewOldMark(documents: Store, properties: Properties, runs: readonly Writer[]): Properties {
  if (!(OLD in properties)) return properties;
  for (const run of runs) leaveMark(documents, markOf(run));
  documents.remove(OLD);
  return documents.all();
}

function keyOf({ sheetId, by }: Mark): string {
  return `${PREFIX}${sheetId}.${by}`;
}
