/** How the rows of a run stand: how many are in which state, and why some failed. */
import { MOST_CELLS } from '../../enrichment/limits';
import { cut, integer, list, oneOf, type Parser, record } from '../../enrichment/parse';

/** Counted by what the rows' ledgers say. */
export interface Counts {
  readonly done: number;
  readonly notFound: number;
  readonly failed: number;
  readonly expired: number;
  /** Asked or not: nobody can tell. */
  readonly perhaps: number;
  /** Answered by Linkup, and not on the sheet yet. No ledger says so: only whoever works on the run knows. */
  readonly come: number;
  /** Asked, and not answered yet. */
  readonly running: number;
  /** Chosen, and not asked yet. */
  readonly waiting: number;
  /** Changed since they were asked. */
  readonly outdated: number;
  /** Of those that are done, the ones that have an empty field. */
  readonly partial: number;
  readonly rows: number;
}

/** No sheet has more rows. */
export const MOST_ROWS = MOST_CELLS;

const rows = integer(0, MOST_ROWS);

/** Of a count that earlier versions do not know. */
const laterRows: Parser<number> = (value, path) => (value === undefined ? 0 : rows(value, path));

/** Reads counts from stored JSON; those of an earlier version know nothing of what has come, or is empty. Throws `malformed`. */
export const counts: Parser<Counts> = record<Counts>({
  done: rows,
  notFound: rows,
  failed: rows,
  expired: rows,
  perhaps: rows,
  come: laterRows,
  running: rows,
  waiting: rows,
  outdated: rows,
  partial: laterRows,
  rows,
});

/** Chosen rows that a run let go unasked: somebody stopped it, the cap left them out, or they could not be read. */
export interface NotAsked {
  readonly rows: number;
  readonly why: 'stopped' | 'capped' | 'unreadable';
}

/** Reads what was let go from stored JSON. Throws `malformed`. */
export const notAsked: Parser<NotAsked> = record<NotAsked>({
  rows,
  why: oneOf('stopped', 'capped', 'unreadable'),
});

/** Why rows failed, expired or were perhaps asked, and how many for that reason. */
export interface Reason {
  readonly reason: string;
  readonly total: number;
}

/** What is told of a run to whoever looks on. */
export interface Tally {
  readonly counts: Counts;
  /** The commonest first; what is beyond the most that are told apart comes together as one more. */
  readonly reasons: readonly Reason[];
}

/** Reasons that are told apart: a record of a run stays small. */
export const MOST_REASONS = 10;

/** Longest reason, in characters. */
export const REASON_LENGTH = 150;

const reason = record<Reason>({ reason: cut(REASON_LENGTH), total: rows });

const whole: Parser<Tally> = record<Tally>({
  counts,
  reasons: (value, path) => list(reason)(value, path).slice(0, MOST_REASONS + 1),
});

/** Reads a tally that was stored. It is for people to read: what cannot be read is missing, and counted anew. */
export const tally: Parser<Tally | undefined> = (value, path) => {
  try {
    return value === undefined ? undefined : whole(value, path);
  } catch {
    return undefined;
  }
};
