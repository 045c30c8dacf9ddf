/** What the clock on the wall shows in a time zone, and when it shows it: summer time, and the hour that it skips or repeats, included. */

/** A time as a wall clock shows it, in ms since 1970 as if the clock hung in UTC: its parts are read with `getUTC…`. */
export type Wall = number;

/** A clock that hangs somewhere: what it shows at a moment in ms since 1970. */
export type WallClock = (moment: number) => Wall;

/** The clock of a time zone, by its IANA name; of one that this engine has never heard of, UTC's. */
export function wallClock(timeZone: string): WallClock {
  const format = formatIn(timeZone);
  return (moment) => {
    const parts = format.formatToParts(moment);
    const of = (wanted: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find(({ type }) => type === wanted)?.value);
    // Seconds are the same everywhere.
    return (
      Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) +
      (((moment % MINUTE) + MINUTE) % MINUTE)
    );
  };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const PARTS = {
  hourCycle: 'h23',
  ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
} as const;

function formatIn(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { ...PARTS, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...PARTS, timeZone: 'UTC' });
  }
}

/**
 * The moment at which a clock shows a time, in ms since 1970. A time that it skips, as clocks are put forward, comes as much later as
 * they are put; one that it shows twice, as they are put back, counts the first time.
 */
export function momentOf(clock: WallClock, wall: Wall): number {
  const [before, after] = [wall - aheadAt(clock, wall - DAY), wall - aheadAt(clock, wall + DAY)];
  const shown = [before, after].filter((moment) => clock(moment) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}

/** How far a clock is ahead of UTC's at a moment, in ms. */
function aheadAt(clock: WallClock, moment: number): number {
  return clock(moment) - moment;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June', 'July'] as const),
  ...(['August', 'September', 'October', 'November', 'December'] as const),
] as const;

/** A day of the week in words, from 0 for Sunday. */
export function weekdayInWords(day: number): string {
  return WEEKDAYS[day] ?? '';
}

/** What a clock shows, in words: “Friday 27 November, 7:00”. */
export function wallInWords(wall: Wall): string {
  const at = new Date(wall);
  const minutes = String(at.getUTCMinutes()).padStart(2, '0');
  const day = `${weekdayInWords(at.getUTCDay())} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
  return `${day}, ${at.getUTCHours()}:${minutes}`;
}
