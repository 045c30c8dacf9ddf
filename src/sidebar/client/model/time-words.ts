/** Times and spans as people say them. */

import { count } from '../../../enrichment/amounts';

/** "8 s", "4 min 10 s", "1 h 5 min": two units at most, never negative. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return join(`${minutes} min`, seconds % 60, 's');
  return join(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min');
}

function join(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${rest} ${unit}`;
}

/** "1–3 s", "about 1 s", "2–5 min": from the shortest to the longest, in ms. */
export function range([shortest, longest]: readonly [number, number]): string {
  const [unit, name] = longest >= 60_000 ? [60_000, 'min'] : [1_000, 's'];
  return shortest === longest
    ? `about ${longest / unit} ${name}`
    : `${shortest / unit}–${longest / unit} ${name}`;
}

/** "about 4 minutes", rounded so that it does not flicker while it is counted down. */
export function about(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'less than a minute' : `about ${count(minutes, 'minute')}`;
}

/** "just now", "5 minutes ago", "3 days ago": in the largest unit of which there is one. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  const [name, of] = UNITS.find(([, length]) => minutes >= length) ?? ['minute', 1];
  return `${count(Math.floor(minutes / of), name)} ago`;
}

/** In minutes, from the longest. */
const UNITS: readonly (readonly [name: string, minutes: number])[] = [
  ['year', 365 * 1_440],
  ['month', 30 * 1_440],
  ['day', 1_440],
  ['hour', 60],
];

/** "14:32" in the person's own zone; "12 Nov, 14:32" when it is another day than today, and with its year when that is another. */
export function clockTime(at: number, now: number): string {
  const date = new Date(at);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const isToday = date.toDateString() === new Date(now).toDateString();
  if (isToday) return date.toLocaleString('en-GB', time);
  const day = { ...time, day: 'numeric', month: 'short' } as const;
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleString('en-GB', isThisYear ? day : { ...day, year: 'numeric' });
}
