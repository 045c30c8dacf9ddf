/** Where the spreadsheet of a scenario says that it is: separators, days, and time zones east and west. */
import type { GoogleHost } from '../../doubles/google';

const PLACES = [
  { locale: 'en_US', timeZone: 'Etc/UTC' },
  { locale: 'de_DE', timeZone: 'Europe/Berlin' },
  { locale: 'fr_FR', timeZone: 'America/Martinique' },
  { locale: 'ar_EG', timeZone: 'Africa/Cairo' },
] as const;

/** By the seed itself, so that scenarios of old stay what they were but for where they play. */
export function putSomewhere({ spreadsheet }: GoogleHost, seed: number): void {
  const { locale, timeZone } = PLACES[seed % PLACES.length] ?? PLACES[0];
  spreadsheet.locale = locale;
  spreadsheet.timeZone = timeZone;
}
