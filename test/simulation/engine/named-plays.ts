/** Plays that the simulation once found, by name: a job in which just these things happen, at moments that somebody chose. */
import { type Builds, playOn, type Report } from './play';
import type { Happening, Moment, Scenario } from './scenario';

/** How long simulated time takes to compute is no concern of a test. */
export const FOR_LONG = { timeout: 0 };

/** One thing that happens. */
export function happens(kind: string, when: Moment, salt = 1): Happening {
  return { kind, when, salt };
}

/** What a job breaks in which they happen, and which is pressed once more at its end. */
export function brokenIn(builds: Builds, job: Scenario, happenings: readonly Happening[]): string[] {
  return inWords(playOn(builds, { ...job, happenings, again: true }));
}

/** The broken promises of a play, a sentence each. */
export function inWords({ violations }: Report): string[] {
  return violations.map(({ promise, what }) => `promise ${promise}: ${what}`);
}
