/** What is told to the page of removing everything. */

/** What would go, or has gone, and what stays. */
export interface Removal {
  /** A sentence each. */
  readonly goes: readonly string[];
  readonly stays: readonly string[];
  /** The runs that end with it, by their ids: no other may be ended by a yes to this. */
  readonly runs: readonly string[];
}
