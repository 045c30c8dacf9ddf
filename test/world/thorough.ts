/** How much of what takes long is played: a fixed part in every run, all of it with `THOROUGH=1`. */

/** All of it. */
export const THOROUGH = process.env.THOROUGH === '1';

/**
 * Of a list, one in so many, beginning with the `first`, counted from 0 and round; all of it when thorough. Out of step with the list, so
 * that what recurs in it is met in each of its places.
 */
export function oneIn<T>(many: number, list: readonly T[], first = 0): T[] {
  return list.filter((_, i) => THOROUGH || (i + Math.floor(i / many)) % many === first % many);
}
