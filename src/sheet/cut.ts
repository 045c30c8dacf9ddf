/** Texts that are longer than a cell can hold. */

/** Google's limit for one cell, in characters (Sheets limits, November 2026). */
export const MAX_CELL = 50_000;

const CUT = ' … [cut: a cell holds 50,000 characters]';

/** The same text, cut with a visible marker where it is longer than a cell can hold. */
export function cut(text: string): string {
  if (text.length <= MAX_CELL) return text;
  const kept = text.slice(0, MAX_CELL - CUT.length);
  // Never leave half of a surrogate pair behind.
  return kept.replace(/[\uD800-\uDBFF]$/, '') + CUT;
}
