/** What became of each row, as its Status on the sheet says it. */

/** How a row stands: ended in one of three ways, still open, or never asked. */
export type Standing = 'done' | 'not found' | 'failed' | 'open' | 'left out';

const BY_BEGINNING: readonly (readonly [begins: string, standing: Standing])[] = [
  ['Done', 'done'],
  ['Not found', 'not found'],
  ['Failed', 'failed'],
  ['Expired', 'failed'],
];

/** How a row with this Status stands. */
export function standingOf(status: string): Standing {
  if (status === '') return 'left out';
  return BY_BEGINNING.find(([begins]) => status.startsWith(begins))?.[1] ?? 'open';
}

/** Whether nothing more will happen to a row with this Status. */
export function hasEnded(status: string): boolean {
  const standing = standingOf(status);
  return standing !== 'open' && standing !== 'left out';
}

/** Why it failed: the Status without its first word. */
export function reasonOf(status: string): string {
  return status.replace(/^Failed: /, '');
}
