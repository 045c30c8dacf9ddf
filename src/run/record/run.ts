/** A run: one press of Enrich, from the agreed price to the receipt. What of it must survive a crash, kept in the document. */
import {
  list,
  maybe,
  number,
  oneOf,
  type Parser,
  parseJson,
  record,
  text,
  yesNo,
} from '../../enrichment/parse';
import { Problem, type ProblemCode } from '../../enrichment/problem';
import { MODES, type Mode } from '../../enrichment/selection';
import { isProblemCode } from '../../enrichment/words';
import type { Store } from '../../platform/properties';
import { forgetRequests } from './requests';

/** Questions that are being sent: written down before the POST, so that whoever comes after a crash looks for them first. */
export interface Intent {
  readonly at: number;
  /** The execution that sends; any other must assume that it may still be at it. */
  readonly execution: string;
  readonly ordinals: readonly number[];
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

/** Times in ms since 1970, money in USD. */
export interface Run {
  readonly id: string;
  readonly enrichment: string;
  readonly name: string;
  readonly sheetId: number;
  /** Which key it was started with (`accountOf`). */
  readonly account: string;
  readonly by: string;
  readonly startedAt: number;
  readonly mode: Mode;
  readonly rows: number;
  readonly questions: number;
  readonly skipped: number;
  readonly copied: number;
  /** Price of one question. */
  readonly price: number;
  readonly cap: number;
  readonly balanceBefore?: number;
  /** Questions sent and not known to be absent: what may be billed. */
  readonly asked: number;
  /** The highest ordinal that was ever sent. */
  readonly cursor: number;
  /** Ordinals up to the cursor that certainly never reached Linkup. */
  readonly again: readonly number[];
  readonly intent?: Intent;
  /**
   * Halved while Linkup refuses a batch: to find the question that is invalid, or what credits and queue still take. Kept, for an
   * execution of the sidebar is too short to get to the end of it.
   */
  readonly limit?: number;
  /** Its rows are being reserved: until that is done, nothing is asked, and whoever finds it so lets the rows go. */
  readonly reserving?: boolean;
  readonly stopping?: boolean;
  readonly paused?: Pause;
  /** What has gone wrong in each look lately, though time may heal it. */
  readonly trouble?: Trouble;
  /** When anything last came of a look: questions sent, or answers come. */
  readonly moved?: number;
  /** When its trigger looks again; none while it waits for a person. */
  readonly next?: number;
}

const problemCode: Parser<ProblemCode> = (value, path) => {
  const code = text(value, path);
  return isProblemCode(code) ? code : 'unexpected';
};

/** Reads a run from stored JSON. Throws `malformed`. */
export const run: Parser<Run> = record<Run>({
  id: text,
  enrichment: text,
  name: text,
  sheetId: number,
  account: text,
  by: text,
  startedAt: number,
  mode: oneOf(...MODES),
  rows: number,
  questions: number,
  skipped: number,
  copied: number,
  price: number,
  cap: number,
  balanceBefore: maybe(number),
  asked: number,
  cursor: number,
  again: list(number),
  intent: maybe(record<Intent>({ at: number, execution: text, ordinals: list(number) })),
  limit: maybe(number),
  reserving: maybe(yesNo),
  stopping: maybe(yesNo),
  paused: maybe(record<Pause>({ code: problemCode, subject: text })),
  trouble: maybe(record<Trouble>({ code: problemCode, subject: text, since: number, times: number })),
  moved: maybe(number),
  next: maybe(number),
});

const PREFIX = 'linkup.run.';

/** The runs in a set of document properties, oldest first. */
export function runsIn(properties: Readonly<Record<string, string>>): Run[] {
  return Object.entries(properties)
    .filter(([key]) => key.startsWith(PREFIX))
    .flatMap(([, json]) => readable(json))
    .sort((a, b) => a.startedAt - b.startedAt);
}

function readable(json: string): Run[] {
  try {
    return [run(parseJson(json), '')];
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

/** Keeps a run. Throws `storage-full`. */
export function saveRun(documents: Store, kept: Run): void {
  documents.set(PREFIX + kept.id, JSON.stringify(kept));
}

/** Forgets a run that has ended. */
export function removeRun(documents: Store, id: string): void {
  documents.remove(PREFIX + id);
  forgetRequests(documents, id);
}

/** A person's new key takes over the runs that were started with the old one, so that “Check for results now” goes on with them. */
export function handOverRuns(documents: Store, isOwn: (run: Run) => boolean, account: string): void {
  for (const kept of runsIn(documents.all())) {
    if (kept.account !== account && isOwn(kept)) saveRun(documents, { ...kept, account });
  }
}
