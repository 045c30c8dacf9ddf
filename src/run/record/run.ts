/** A run: one press of Enrich, from the agreed price to the receipt. What of it must survive a crash, kept in the document. */
import {
  isRecord,
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
import { type Ranges, ranges, rangesOf, rangesText, without } from './ranges';
import { forgetRequests } from './requests';

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
  readonly paused?: Pause;
}

const problemCode: Parser<ProblemCode> = (value, path) => {
  const code = text(value, path);
  return isProblemCode(code) ? code : 'unexpected';
};

const current: Parser<Run> = record<Run>({
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
  sent: ranges,
  limit: maybe(number),
  refusals: maybe(record<Refusals>({ reason: text, times: number })),
  reserving: maybe(yesNo),
  stopping: maybe(yesNo),
  paused: maybe(record<Pause>({ code: problemCode, subject: text })),
});

/** The first edition kept the highest ordinal that was sent, and a list of those below it that never arrived. */
const firstEdition = record<{ cursor: number; again: number[] }>({ cursor: number, again: list(number) });

function sentInFirstEdition(value: unknown): string {
  const { cursor, again } = firstEdition(value, '');
  return cursor < 1 ? '' : rangesText(without([[1, cursor]], rangesOf(again)));
}

/** Reads a run from stored JSON, also one that the first edition kept. Throws `malformed`. */
export const run: Parser<Run> = (value, path) => {
  const isOld = isRecord(value) && !('sent' in value) && 'cursor' in value;
  return current(isOld ? { ...value, sent: sentInFirstEdition(value) } : value, path);
};

/** A run as it is stored, in a form for JSON. */
export function storable(kept: Run): object {
  return { ...kept, sent: rangesText(kept.sent) };
}

/** Where a run is kept. */
export const RUN_PREFIX = 'linkup.run.';

/** The runs in a set of document properties, oldest first. */
export function runsIn(properties: Readonly<Record<string, string>>): Run[] {
  return Object.entries(properties)
    .filter(([key]) => key.startsWith(RUN_PREFIX))
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
  documents.set(RUN_PREFIX + kept.id, JSON.stringify(storable(kept)));
}

/** Forgets a run that has ended. */
export function removeRun(documents: Store, id: string): void {
  documents.remove(RUN_PREFIX + id);
  forgetRequests(documents, id);
}

/** A person's new key takes over the runs that were started with the old one, so that “Check for results now” goes on with them. */
export function handOverRuns(documents: Store, isOwn: (run: Run) => boolean, account: string): void {
  for (const kept of runsIn(documents.all())) {
    if (kept.account !== account && isOwn(kept)) saveRun(documents, { ...kept, account });
  }
}
