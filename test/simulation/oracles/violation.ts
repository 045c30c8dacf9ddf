/** What the product promises, and what an oracle finds where it does not keep its word. */

/** The promises, by their numbers in the README. */
export const PROMISES = {
  1: 'An answer is only on rows that ask its question',
  2: 'No question is billed twice in a run',
  3: 'No completed answer is lost',
  4: 'Nothing of yours is changed: other cells, formulas, values typed into an output',
  5: 'Web text stays text',
  6: 'Every run ends or says why it waits, and can be ended at any moment; no trigger is left behind',
  7: 'Spending never passes the agreed cap, as Linkup bills it',
  8: '100 tasks a batch, one list a second, Google’s quotas',
  9: 'The key is only in your user properties and the Authorization header',
  10: 'Cost follows change: what only waits reads nothing',
} as const;

/** The number of a promise. */
export type Promised = keyof typeof PROMISES;

/** A promise that was broken. */
export interface Violation {
  readonly promise: Promised;
  readonly what: string;
}

/** Makes a violation. */
export function violation(promise: Promised, what: string): Violation {
  return { promise, what };
}
