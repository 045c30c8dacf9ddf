/** What crosses to the page about a person's own limit. */

/** A person's own limit for a month. Money in USD. */
export interface OwnLimit {
  /** By UTC: `2026-11`. */
  readonly month: string;
  /** None when 0. */
  readonly limit: number;
  /** Spent this month, or promised to runs that go on. */
  readonly counted: number;
  /** It counts what is asked in every document of theirs, or in this one alone. */
  readonly everywhere: boolean;
}
