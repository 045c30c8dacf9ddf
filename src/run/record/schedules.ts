/**
 * The schedules of a document, as everybody in it sees them: who refreshes what and when, and why not if not. Whoever may edit the
 * document may write this: it can keep a schedule from starting, and never make it ask anything (`mandates`).
 */
import type { Money } from '../../enrichment/money';
import { cut, id, integer, maybe, moment, type Parser, readStored, record } from '../../enrichment/parse';
import type { ProblemCode } from '../../enrichment/problem';
import { type RefreshedRows, type Rule, refreshedRows, rule } from '../../enrichment/schedule';
import type { Properties, Store } from '../../platform/properties';
import { MOST_ROWS } from './counts';
import { MOST_MONEY, problemCode } from './run';

/** Why a schedule starts nothing any more, or what kept it from asking when it was last due. */
export interface Hindrance {
  readonly code: ProblemCode;
  readonly subject: string;
}

/** Times in ms since 1970. */
export interface Schedule {
  readonly enrichment: string;
  /** Whose it is: the id of the mandate that alone can start anything. */
  readonly mandate: string;
  /** As whom; '' where Google does not tell. */
  readonly by: string;
  /** The last characters of the key, to recognise it by. */
  readonly key: string;
  readonly rule: Rule;
  readonly rows: RefreshedRows;
  /** Of one start, at most. */
  readonly cap: Money;
  readonly next: number;
  /** When it last started, and how many questions it asked then. */
  readonly last?: { readonly at: number; readonly asked: number; readonly hindered?: Hindrance };
  /** Why it starts nothing any more; missing while it goes on. */
  readonly off?: Hindrance;
}

const hindrance: Parser<Hindrance> = record<Hindrance>({ code: problemCode, subject: cut(300) });

const schedule: Parser<Schedule> = record<Schedule>({
  enrichment: id,
  mandate: id,
  by: cut(320),
  key: cut(4),
  rule,
  rows: refreshedRows,
  cap: integer(0, MOST_MONEY),
  next: moment,
  last: maybe(
    record<NonNullable<Schedule['last']>>({
      at: moment,
      asked: integer(0, MOST_ROWS),
      hindered: maybe(hindrance),
    }),
  ),
  off: maybe(hindrance),
});

/** Before the id of the enrichment. */
export const SCHEDULE_PREFIX = 'linkup.schedule.';

/** The schedules in a set of document properties. */
export function schedulesIn(properties: Properties): Schedule[] {
  return Object.entries(properties).flatMap(([key, json]) => {
    const found = key.startsWith(SCHEDULE_PREFIX) ? readAt(key, json) : undefined;
    return found ? [found] : [];
  });
}

function readAt(key: string, json = ''): Schedule | undefined {
  const found = readStored(schedule, json);
  return found && key === SCHEDULE_PREFIX + found.enrichment ? found : undefined;
}

/** That of one enrichment; undefined where there is none. */
export function scheduleOf(properties: Properties, enrichment: string): Schedule | undefined {
  return readAt(SCHEDULE_PREFIX + enrichment, properties[SCHEDULE_PREFIX + enrichment]);
}

/** Whether a schedule starts something by a mandate: nobody has paused it, removed it or taken it over. */
export function isStartedBy(
  shown: Schedule | undefined,
  mandate: { readonly id: string },
): shown is Schedule {
  return shown !== undefined && shown.mandate === mandate.id && !shown.off;
}

/** Shows a schedule to everybody. Throws `storage-full`. */
export function saveSchedule(documents: Store, shown: Schedule): void {
  documents.set(SCHEDULE_PREFIX + shown.enrichment, JSON.stringify(shown));
}

/** Forgets a schedule: its owner starts nothing by it any more. */
export function removeSchedule(documents: Store, enrichment: string): void {
  documents.remove(SCHEDULE_PREFIX + enrichment);
}
