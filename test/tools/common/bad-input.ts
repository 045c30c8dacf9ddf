/** The two ways in which a command ends early; each is one line for the person. */

/** What was typed, or a file that was named, cannot be used: exit code 2, and nothing is written. */
export class BadInput extends Error {}

/** It began and could not go on, such as a key that Linkup refuses: exit code 1. */
export class Stopped extends Error {}

/** What somebody threw, as one line. */
export function oneLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
