/** A schedule: when an enrichment is refreshed by itself, and which of its rows are asked then. Its form, its words, and when it is due next. */
import { count } from './amounts';
import { integer, maybe, oneOf, type Parser, record, yesNo } from './parse';
import { momentOf, type WallClock, weekdayInWords } from './wall-clock';

/** How often. */
export const EVERY = ['hour', 'day', 'week'] as const;

/** When a refresh starts, by the spreadsheet's own clock: at each full hour, or at an hour of a day. No interface, for it crosses to the page as JSON. */
export type Rule = {
  readonly every: (typeof EVERY)[number];
  /** From 0 to 23; of no matter where it is every hour. */
  readonly hour: number;
  /** From 0 for Sunday; of matter only where it is every week. */
  readonly day: number;
};

/** Which rows a refresh asks. */
export type RefreshedRows = {
  /** Those without an answer. */
  readonly fresh: boolean;
  /** Those that were edited since they were answered. */
  readonly changed: boolean;
  /** Those that failed, or whose answer expired. */
  readonly failed: boolean;
  /** Those that were answered, or not found, so many days ago (`daysAgo`) and earlier. Missing: none for its age. */
  readonly days?: number;
};

/** Ages beyond it say as much as never, in days. */
export const MOST_DAYS = 1_000;

/** Reads a rule. Throws `malformed`. */
export const rule: Parser<Rule> = record<Rule>({
  every: oneOf(...EVERY),
  hour: integer(0, 23),
  day: integer(0, 6),
});

/** Reads which rows. Throws `malformed`. */
export const refreshedRows: Parser<RefreshedRows> = record<RefreshedRows>({
  fresh: yesNo,
  changed: yesNo,
  failed: yesNo,
  days: maybe(integer(1, MOST_DAYS)),
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The first moment after another one at which a rule starts, by the clock on the sheet's wall; in ms since 1970. */
export function nextStart({ every, hour, day }: Rule, after: number, clock: WallClock): number {
  const wall = clock(after);
  if (every === 'hour') return after + HOUR - (wall % HOUR);
  const today = wall - (wall % DAY);
  // Eight days, for today's may be over, and today's hour may come twice.
  const days = Array.from({ length: 9 }, (_, i) => today + i * DAY);
  const meant = days.filter((each) => every === 'day' || new Date(each).getUTCDay() === day);
  const moments = meant.map((each) => momentOf(clock, each + hour * HOUR));
  return moments.find((moment) => moment > after) ?? after + 7 * DAY;
}

/**
 * From when on, in ms since 1970, answers are not so many days old: the day counts, not the hour, for a start is never quite on time, and
 * what was answered a week ago is to be a week old for every start of the day.
 */
export function daysAgo(days: number, now: number, clock: WallClock): number {
  const wall = clock(now);
  return momentOf(clock, wall - (wall % DAY) - (days - 1) * DAY);
}

/** How often a rule starts in a month of 31 days at most. */
export function startsAMonth({ every }: Rule): number {
  return { hour: 31 * 24, day: 31, week: 5 }[every];
}

/** A rule in words: “every Monday at 7:00”. */
export function ruleInWords({ every, hour, day }: Rule): string {
  if (every === 'hour') return 'every hour';
  return `every ${every === 'day' ? 'day' : weekdayInWords(day)} at ${hour}:00`;
}

/** Which rows, in words: “new rows, changed rows and answers that are 30 days old”; '' for none. */
export function rowsInWords({ fresh, changed, failed, days }: RefreshedRows): string {
  const named = [
    fresh ? 'new rows' : '',
    changed ? 'changed rows' : '',
    failed ? 'failed rows' : '',
    days === undefined ? '' : `answers that are ${count(days, 'day')} old`,
  ].filter(Boolean);
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}
