/** Wall-clock time in cells against instants in scripts, by the spreadsheet's time zone. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** The wall-clock time (in the UTC fields) that a zone shows at an instant. */
export function wallTime(instant: Date, zone: string): Date {
  const parts = new Map<string, number>();
  for (const { type, value } of formatter(zone).formatToParts(instant)) parts.set(type, Number(value));
  const part = (type: string) => parts.get(type) ?? 0;
  const seconds = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return new Date(seconds + instant.getUTCMilliseconds());
}

/** The instant at which a zone shows this wall-clock time. */
export function instantOf(wall: Date, zone: string): Date {
  // The offset depends on the instant that is sought; the second round settles days on which it changes.
  let instant = wall;
  for (let round = 0; round < 2; round++) {
    const offset = wallTime(instant, zone).getTime() - instant.getTime();
    instant = new Date(wall.getTime() - offset);
  }
  return instant;
}
