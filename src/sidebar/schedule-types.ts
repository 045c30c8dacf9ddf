/** What crosses to the page about a schedule. */
import type { RefreshedRows, Rule } from '../enrichment/schedule';
import type { Report as Progress } from '../run/report/report-types';

/** When an enrichment is refreshed by itself, and how that stands. Money in USD, times as the spreadsheet's own clock shows them. */
export interface Refreshing {
  readonly rule: Rule;
  readonly rows: RefreshedRows;
  /** Of one start, at most. */
  readonly cap: number;
  /** It is this person's, and their key pays. */
  readonly mine: boolean;
  /** As whom it starts; '' where Google does not tell. */
  readonly by: string;
  /** The last characters of the key that pays. */
  readonly key: string;
  /** When it starts next: “Friday 27 November, 7:00”; '' while it is off. */
  readonly next: string;
  /** When it last started, and what came of that, in words; null where it never did. */
  readonly last: { readonly when: string; readonly what: string } | null;
  /** Why it starts nothing, in a sentence; '' while it goes on. */
  readonly off: string;
  /** Somebody has paused it, which is no trouble: nobody need be told of it. */
  readonly isPaused: boolean;
  /** Somebody else may turn it on as theirs. */
  readonly isFree: boolean;
}

/** What there is to know before a yes, besides the enrichment. */
export interface ScheduleTerms {
  /** As whom it would start; '' where Google does not tell. */
  readonly by: string;
  /** By whose clock: “Europe/Paris”. */
  readonly timeZone: string;
  /** So long after its time at most Google's clock has it start, in minutes. */
  readonly within: number;
}

/** What a person says yes to. Money in USD. */
export interface Wished {
  readonly id: string;
  /** Of the enrichment that is on view. */
  readonly revision: string;
  readonly rule: Rule;
  readonly rows: RefreshedRows;
  /** Of one question, as they saw it. */
  readonly price: number;
  /** Of one start, at most. */
  readonly cap: number;
}

/** The calls about schedules. */
export interface ScheduleCalls {
  scheduleTerms: { argument: null; result: ScheduleTerms };
  /** Has an enrichment refreshed by itself from now on. Refused with `already-scheduled` where somebody else has. */
  schedule: { argument: Wished; result: Refreshing | null };
  /** Nothing starts by itself any more until it is turned on again; anybody may do it. */
  pauseSchedule: { argument: { readonly id: string }; result: Refreshing | null };
  removeSchedule: { argument: { readonly id: string }; result: null };
  /** Starts at once what the schedule would start. */
  refreshNow: { argument: { readonly id: string }; result: Progress };
}
