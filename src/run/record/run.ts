/**
 * A run: one press of Enrich, from the agreed price to the receipt. What of it must survive a crash, kept in the document: where
 * it is, never what it may cost, for whoever may edit the document may write this too.
 */
import type { Money } from '../../enrichment/money';
import {
  cut,
  id,
  integer,
  list,
  maybe,
  moment,
  number,
  object,
  oneOf,
  type Parser,
  readStored,
  record,
  short,
  text,
  yesNo,
} from '../../enrichment/parse';
import type { ProblemCode } from '../../enrichment/problem';
import { MODES, type Mode } from '../../enrichment/selection';
import { isProblemCode } from '../../enrichment/words';
import type { Properties, Store } from '../../platform/properties';
import { MOST_ROWS, type NotAsked, notAsked, type Tally, tally } from './counts';
import { type Ranges, ranges, rangesOf, rangesText, without } from './ranges';
import { forgetRequests } from './requests';
import { giveUpRoom, noteWithRoom } from './reserve';
import { forgetSoFar } from './so-far';

/** A reason for which Linkup refuses one question after the other. */
export interface Refusals {
  readonly reason: string;
  readonly times: number;
}

/** Why a run does nothing at present. */
export interface Pause {
  readonly code: ProblemCode;
  readonly subject: string;
}

/** Faults in a row that time may heal. */
export interface Trouble extends Pause {
  /** When the first of them came, in ms since 1970. */
  readonly since: number;
  readonly times: number;
}

/** What the first edition kept of the money in the document, in USD: nothing to be trusted as it stands. */
export interface FirstEdition {
  /** Which key it was started with (`accountOf`). */
  readonly account: string;
  readonly price: number;
  readonly cap: number;
  readonly asked: number;
  /** The one POST that was outstanding: when it was sent, in ms, and what it held. */
  readonly intent?: { readonly at: number; readonly ordinals: Ranges };
}

/** Times in ms since 1970. */
export interface Run {
  readonly id: string;
  readonly enrichment: string;
  readonly name: string;
  readonly sheetId: number;
  /** Which agreement it draws on: only its holder moves it forward. */
  readonly agreement: string;
  readonly by: string;
  /** Whether its receipt is to name them. */
  readonly named?: boolean;
  /** Who began it, where somebody else goes on with it. */
  readonly from?: string;
  readonly startedAt: number;
  readonly mode: Mode;
  /** Which step it is at, from 1; missing for the first. For people: its agreement decides. */
  readonly step?: number;
  /** Which it began with, where that was not the first. */
  readonly begun?: number;
  readonly rows: number;
  readonly questions: number;
  readonly skipped: number;
  /** Of these, rows that the enrichment is not for, as its condition says. */
  readonly unmet?: number;
  /** Of these, rows that had nothing to be asked with, for what they waited for found nothing or failed. */
  readonly unfed?: number;
  readonly copied: number;
  readonly balanceBefore?: Money;
  /** What was ever sent, but for what certainly never reached Linkup and may be asked again. */
  readonly sent: Ranges;
  /**
   * Halved while Linkup refuses a batch: to find the question that is invalid, or what credits and queue still take. Kept, for an
   * execution of the sidebar is too short to get to the end of it.
   */
  readonly limit?: number;
  /** Single questions that Linkup refused for one reason, one after the other. */
  readonly refusals?: Refusals;
  /** Its rows are being reserved: until that is done, nothing is asked, and whoever finds it so lets the rows go. */
  readonly reserving?: boolean;
  readonly stopping?: boolean;
  /** The names of the enrichments whose answers it waits for. For people: its agreement decides. */
  readonly waitsFor?: string;
  /** Rows that may still be asked once others have what they wait for: at most these. */
  readonly later?: number;
  readonly notAsked?: NotAsked;
  /** Since when some of its rows cannot be read, because a formula is loading or has failed. */
  readonly unreadSince?: number;
  readonly paused?: Pause;
  /** What has gone wrong in each look lately, though time may heal it. */
  readonly trouble?: Trouble;
  /** When anything last came of a look: questions sent, or answers come. */
  readonly moved?: number;
  /** Linkup's own time up to which everything that ended for it is on the sheet: its list need not be read further back. */
  readonly seen?: number;
  /** When an execution last looked after it, by Google's clock. */
  readonly looked?: number;
  /** When its table was last read whole, by Google's clock. */
  readonly read?: number;
  /** When what is overdue was last looked up by id. */
  readonly lookedUp?: number;
  /** When its trigger looks again; none while it waits for a person. */
  readonly next?: number;
  /** How its rows stood when they were last verified: whoever looks on while an execution is at work need not read them. */
  readonly tally?: Tally;
  /** Only with a run of the first edition, which has no agreement yet. */
  readonly first?: FirstEdition;
}

/** A hundred million dollars: far beyond any table, far below where whole numbers lose their last digit. */
export const MOST_MONEY: Money = 1e13;

/** A code that this version has never heard of is a fault all the same. */
export const problemCode: Parser<ProblemCode> = (value, path) => {
  const code = text(value, path);
  return isProblemCode(code) ? code : 'unexpected';
};

/** Counts are for people to read: one that cannot be is no reason to give up a run and what was paid for. */
const counted: Parser<number> = (value, path) => {
  try {
    return rows(value, path);
  } catch {
    return 0;
  }
};

const rows = integer(0, MOST_ROWS);

const stored: Parser<Run> = record<Run>({
  id,
  agreement: id,
  enrichment: id,
  name: cut(200),
  sheetId: integer(0, Number.MAX_SAFE_INTEGER),
  by: cut(320),
  named: maybe(yesNo),
  from: maybe(cut(320)),
  startedAt: moment,
  mode: oneOf(...MODES),
  step: maybe(integer(1, 100)),
  begun: maybe(integer(1, 100)),
  rows: counted,
  questions: counted,
  skipped: counted,
  unmet: maybe(counted),
  unfed: maybe(counted),
  copied: counted,
  balanceBefore: maybe(integer(-MOST_MONEY, MOST_MONEY)),
  sent: ranges,
  limit: maybe(integer(1, 100)),
  refusals: maybe(record<Refusals>({ reason: cut(1_000), times: integer(1, 1_000) })),
  reserving: maybe(yesNo),
  stopping: maybe(yesNo),
  waitsFor: maybe(cut(500)),
  later: maybe(counted),
  notAsked: maybe(notAsked),
  unreadSince: maybe(moment),
  paused: maybe(record<Pause>({ code: problemCode, subject: cut(2_000) })),
  trouble: maybe(
    record<Trouble>({ code: problemCode, subject: cut(2_000), since: moment, times: integer(1, MOST_ROWS) }),
  ),
  moved: maybe(moment),
  seen: maybe(moment),
  looked: maybe(moment),
  read: maybe(moment),
  lookedUp: maybe(moment),
  next: maybe(moment),
  tally,
  first: () => undefined,
});

/** The first edition kept the highest ordinal that was sent, and a list of those below it that never arrived. */
const sentInFirstEdition = record<{ cursor: number; again: number[] }>({
  cursor: rows,
  again: list(integer(1, MOST_ROWS)),
});

function sentBefore(source: unknown): string {
  const { cursor, again } = sentInFirstEdition(source, '');
  return cursor < 1 ? '' : rangesText(without([[1, cursor]], rangesOf(again)));
}

const listed: Parser<Ranges> = (value, path) => rangesOf(list(integer(1, MOST_ROWS))(value, path));

const firstEdition: Parser<FirstEdition> = record<FirstEdition>({
  account: short(40),
  price: number,
  cap: number,
  asked: number,
  intent: maybe(record<NonNullable<FirstEdition['intent']>>({ at: moment, ordinals: listed })),
});

/** Reads a run from stored JSON, also one of the first edition. Throws `malformed`. */
export const run: Parser<Run> = (value, path) => {
  const source = object(value, path);
  if ('agreement' in source) return stored(source, path);
  const { balanceBefore: _inUsd, ...others } = source;
  const sent = sentBefore(source);
  return { ...stored({ ...others, sent, agreement: source.id }, path), first: firstEdition(source, path) };
};

/** A run as it is stored, in a form for JSON. */
export function storable(kept: Run): object {
  return { ...kept, sent: rangesText(kept.sent) };
}

/** Where a run is kept. */
export const RUN_PREFIX = 'linkup.run.';

/** The runs in a set of document properties, oldest first. */
export function runsIn(properties: Properties): Run[] {
  return Object.entries(properties)
    .filter(([key]) => key.startsWith(RUN_PREFIX))
    .flatMap(([key, json]) => {
      const found = readStored(run, json);
      return found && key === RUN_PREFIX + found.id ? [found] : [];
    })
    .sort((a, b) => a.startedAt - b.startedAt);
}

/** The run of an enrichment that goes on at present. */
export function liveRun(properties: Properties, enrichment: string): Run | undefined {
  return runsIn(properties).find((run) => run.enrichment === enrichment);
}

/** Tells by its id whether a run goes on, where these do. */
export function isLiveAmong(runs: readonly Run[]): (run: string) => boolean {
  const live = new Set(runs.map(({ id }) => id));
  return (run) => live.has(run);
}

/** Forgets all records of runs but the readable ones: no person could ever end such a run. Its rows say what became of them. */
export function forgetUnreadable(documents: Store, properties: Properties, readable: readonly Run[]): void {
  const known = new Set(readable.map(({ id }) => RUN_PREFIX + id));
  for (const key of Object.keys(properties))
    if (key.startsWith(RUN_PREFIX) && !known.has(key)) removeRun(documents, key.slice(RUN_PREFIX.length));
}

/** Keeps a run. Throws `storage-full`. */
export function saveRun(documents: Store, kept: Run): void {
  noteWithRoom(documents, kept.id, () => documents.set(RUN_PREFIX + kept.id, JSON.stringify(storable(kept))));
}

/** Forgets a run that has ended. */
export function removeRun(documents: Store, id: string): void {
  forgetSoFar(documents, id);
  documents.remove(RUN_PREFIX + id);
  giveUpRoom(documents, id);
  forgetRequests(documents, id);
}
