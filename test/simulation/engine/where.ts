/** Where the spreadsheet of a scenario says that it is: separators, days, and time zones east and west. */
import type { GoogleHost } from '../../doubles/google';

const PLACES = [
  { locale: 'en_US', timeZone: 'Etc/UTC', groups: ',' },
  { locale: 'de_DE', timeZone: 'Europe/Berlin', groups: '.' },
  { locale: 'fr_FR', timeZone: 'America/Martinique', groups: '\u202f' },
  { locale: 'ar_EG', timeZone: 'Africa/Cairo', groups: ',' },
] as const;

/** By the seed itself, so that scenarios of old stay what they were but for where they play. */
export function putSomewhere({ spreadsheet }: GoogleHost, seed: number): void {
  const { locale, timeZone } = placeOf(seed);
  spreadsheet.locale = locale;
  spreadsheet.timeZone = timeZone;
}

/** A figure with commas between its thousands, as it is written where a scenario plays. */
export function asWrittenThere(figure: string, seed: number): string {
  return figure.replaceAll(',', placeOf(seed).groups);
}

function placeOf(seed: number): (typeof PLACES)[number] {
  return PLACES[seed % PLACES.length] ?? PLACES[0];
}
