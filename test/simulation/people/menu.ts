/** Menu items that people press while something else is going on. */
import { COLLEAGUE, OWNER } from '../engine/cast';

/** Each with what it is called, and who presses it. */
export const PRESSES: Readonly<Record<string, readonly [item: string, user: string]>> = {
  'presses Enrich again': ['Enrich…', OWNER],
  'colleague presses Enrich': ['Enrich…', COLLEAGUE],
  'presses Check for results': ['Check for results now', OWNER],
  'colleague presses Check': ['Check for results now', COLLEAGUE],
  'presses Stop': ['Stop', OWNER],
  'presses Retry': ['Retry failed rows', OWNER],
};
