/** How many rows of a run are in which state. */
import { integer, type Parser, record } from '../../enrichment/parse';

/** Counted by what the rows' ledgers say. */
export interface Counts {
  readonly done: number;
  readonly notFound: number;
  readonly failed: number;
  readonly expired: number;
  /** Asked or not: nobody can tell. */
  readonly perhaps: number;
  /** Asked, and not answered yet. */
  readonly running: number;
  /** Chosen, and not asked yet. */
  readonly waiting: number;
  /** Changed since they were asked. */
  readonly outdated: number;
  readonly rows: number;
}

/** More than a spreadsheet has rows: Google takes ten million cells. */
export const MOST_ROWS = 10_000_000;

const rows = integer(0, MOST_ROWS);

const whole: Parser<Counts> = record<Counts>({
  done: rows,
  notFound: rows,
  failed: rows,
  expired: rows,
  perhaps: rows,
  running: rows,
  waiting: rows,
  outdated: rows,
  rows,
});

/** Reads counts that were stored. They are for people to read: what cannot be read is missing, and counted anew. */
export const counts: Parser<Counts | undefined> = (value, path) => {
  try {
    return value === undefined ? undefined : whole(value, path);
  } catch {
    return undefined;
  }
};
