/** Addresses, as the web reads them. */

/**
 * The address that a text is; undefined where it is none. `URL.canParse` would do, but once that of Node 20 and 22 is optimised it takes
 * a letter such as ü for a broken byte (measured 2026-11-27 on 20.20.2 and 22.23.3, not on 24.21.0).
 */
export function urlIn(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
