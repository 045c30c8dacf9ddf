/** Telling cell by cell what the machine wrote from what a person typed: each cell that is written leaves a short hash behind. */

/** A hash for each cell, by its slot; '' for a blank one. */
export type Cells = ReadonlyMap<string, string>;

/** No cells at all. */
export const NO_CELLS: Cells = new Map();

/**
 * A short hash of a text: FNV-1a over its UTF-16 units, 32 bits. It is worked out for every output cell at every reading, where a
 * SHA-256 would take longer than everything else; one typed value in four billion is taken for the machine's own.
 */
export function hashOfCell(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The cells of some outputs as they read, in the order of their slots. */
export function cellsOf(slots: readonly string[], readings: readonly string[]): Cells {
  const cells = new Map<string, string>();
  for (const [i, slot] of slots.entries()) cells.set(slot, readings[i] ? hashOfCell(readings[i]) : '');
  return cells;
}

/** Whether nothing stands in any of these cells. */
export function isBlank(cells: Cells): boolean {
  for (const hash of cells.values()) if (hash !== '') return false;
  return true;
}

/** Whether a cell holds something, and it is what was written there. */
export function isOurs(written: Cells, now: Cells, slot: string): boolean {
  const hash = now.get(slot) ?? '';
  return hash !== '' && written.get(slot) === hash;
}

/** Whether every cell that holds anything is as it was written: nothing was typed. */
export function isAllWritten(written: Cells, now: Cells): boolean {
  for (const [slot, hash] of now) if (hash !== '' && written.get(slot) !== hash) return false;
  return true;
}

/** Whether something was written, and all of it stands there. */
export function isAllThere(written: Cells, now: Cells): boolean {
  return !isBlank(written) && [...written].every(([slot, hash]) => hash === '' || now.get(slot) === hash);
}

/** Whether something else stands in a cell that was written. One that was emptied holds nothing to be kept. */
export function isChanged(written: Cells, now: Cells): boolean {
  return [...written].some(([slot, hash]) => hash !== '' && (now.get(slot) || hash) !== hash);
}

/** Whether something else stands in every cell that was written, and there is one. */
export function isAllChanged(written: Cells, now: Cells): boolean {
  return (
    isChanged(written, now) &&
    [...written].every(([slot, hash]) => hash === '' || (now.get(slot) || hash) !== hash)
  );
}

/** The cells as one text, to compare them by. */
export function cellsKey(cells: Cells): string {
  let key = '';
  for (const [slot, hash] of cells) key += `${key === '' ? '' : ' '}${slot}:${hash}`;
  return key;
}

/** The filled cells as one text, to find an answer by what is left of it to see. */
export function filledKey(cells: Cells): string {
  const filled = [...cells].filter(([, hash]) => hash !== '');
  return filled
    .map(([slot, hash]) => `${slot}:${hash}`)
    .sort()
    .join(' ');
}
