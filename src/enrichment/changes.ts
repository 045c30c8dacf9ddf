/** What a refresh changed in a row, in words for its Status: “Employees 120 → 150”. Pure. */
import { namesOf } from './blanks';

/** One field whose cell reads otherwise than before. */
export interface Change {
  readonly heading: string;
  /** '' where it was blank. */
  readonly from: string;
  readonly to: string;
}

/** The longest text of which all is said, in characters. */
const LONGEST = 40;

/** “Employees 120 → 150 and Website (blank) → acme.com”, or the first two “and 3 more”; '' for none. */
export function changesIn(changes: readonly Change[]): string {
  return namesOf(changes.map(({ heading, from, to }) => `${heading} ${short(from)} → ${short(to)}`));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '(blank)';
  const letters = [...line];
  return letters.length <= LONGEST
    ? line
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
