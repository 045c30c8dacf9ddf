/** Moments in UTC as a receipt shows them, to be read by people and sorted as they are. Pure. */

/** “2026-11-26 22:24:05”, of a moment as ISO 8601. */
export function shownMoment(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

/** A moment that is shown so, or as ISO 8601, which earlier versions wrote, in ms since 1970; 0 where somebody has written something else. */
export function momentIn(text: string): number {
  const isUtc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
  return Date.parse(isUtc ? `${text.replace(' ', 'T')}Z` : text) || 0;
}
