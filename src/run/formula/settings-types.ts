/** What crosses to the page about the formula. */

/** How the formula stands. Money in USD. No interface, for it crosses as JSON. */
export type FormulaStanding = {
  /** What it may cost a day; 0 where it is off. */
  readonly cap: number;
  /** What was asked today, by UTC. */
  readonly asked: number;
};
