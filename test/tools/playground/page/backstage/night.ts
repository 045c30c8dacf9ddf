/** How far a night is, from whatever time it is. Pure. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** By the spreadsheet's clock: after the hour that a refresh is proposed for, which begins within half an hour of it. */
const MORNING_MS = 8 * HOUR_MS;

/** Nearer than this it would be no night. */
const SHORTEST_MS = 2 * HOUR_MS;

/** To the next morning, in ms; a whole day where that is about to come. */
export function untilMorning(now: number): number {
  const left = DAY_MS - ((now - MORNING_MS) % DAY_MS);
  return left < SHORTEST_MS ? DAY_MS : left;
}
