/** What an oracle finds. */

/** The invariants by their numbers in DESIGN.md §9. */
export type Invariant = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** A promise that was broken. */
export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}

/** Makes a violation. */
export function violation(invariant: Invariant, what: string): Violation {
  return { invariant, what };
}
