/** The first rows of a table: of those that a press would ask, from the top. Pure. */
import { type Candidate, isCopied, isTaken, type Mode } from './selection';

/** So many where nobody says how many. */
export const FIRST_ROWS = 5;

/** Most: who wants more wants all of them. */
export const MOST_FIRST = 1_000;

/**
 * The first so many rows that would be asked, from the top of the table, and what was passed over on the way, for the offer says why.
 * Rows that an answer on the sheet would fill are none of them: they try nothing.
 */
export function firstRows(candidates: readonly Candidate[], mode: Mode, most: number): ReadonlySet<number> {
  const rows = new Set<number>();
  let asked = 0;
  for (const candidate of candidates) {
    if (asked === most) break;
    const takes = isTaken(candidate, mode) && !isCopied(candidate, mode);
    if (takes || 'blocker' in candidate.question) rows.add(candidate.at);
    if (takes) asked += 1;
  }
  return rows;
}
