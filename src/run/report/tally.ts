/** How the rows of one run stand, counted from the ledger as it was last read, and from what is known and not written there yet. Pure. */
import { grouped } from '../../enrichment/grouped';
import { reasonIn } from '../../enrichment/status';
import { isEmptyAnswer, isFinal } from '../../sheet/ledger';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { type Counts, MOST_REASONS, REASON_LENGTH, type Reason, type Tally } from '../record/counts';
import type { Run } from '../record/run';
import { fingerprintOf, hasBlank } from '../rows/standing';
import type { FailedRow, Failure } from './report-types';

type Count = Exclude<keyof Counts, 'rows' | 'partial'>;

const COUNT_OF = {
  reserved: 'waiting',
  submitted: 'running',
  done: 'done',
  'not found': 'notFound',
  failed: 'failed',
  expired: 'expired',
  'perhaps asked': 'perhaps',
} as const satisfies Record<string, Count>;

/** Rows named for each reason: more would be a wall of text. */
const MOST_NAMED = 20;

/** Longest label, in characters. */
const MOST_LABEL = 60;

const REASON = {
  expired: 'Linkup no longer has the answer.',
  perhaps: 'Linkup may have been asked and may have billed it: nobody can tell.',
};
const NOTHING = 'Linkup found nothing.';
const UNKNOWN = 'The Status does not say why any more.';
const OTHER = 'Other reasons, see the Status.';

/** The rows whose ledger says that a run chose them. */
export function rowsOf(rows: readonly Row[], run: string): Row[] {
  return rows.filter(({ ledger }) => ledger.state?.run === run);
}

/** A run with its table as it was last read, and what is known of its questions and not written yet: ids of tasks, and ends. */
interface Read {
  readonly run: Run;
  readonly view: TableView;
  readonly rows: readonly Row[];
  readonly created: ReadonlyMap<string, unknown>;
  readonly ended: ReadonlyMap<string, unknown>;
  askingAny(fingerprints: Iterable<string>): readonly Row[];
}

/** The run with how its rows stand, as far as this execution knows: whoever looks on need not read them. */
export function tallied(read: Read): Run {
  const { run, view, rows } = read;
  return { ...run, tally: tallyOf(view, rows, run.id, withUnwritten(read, countsOf(rows, run.id))) };
}

/** Counts by what ledgers say, with what is known and not written: rows that were sent do not wait, and answers have come. */
export function withUnwritten(read: Omit<Read, 'view' | 'rows'>, onSheet: Counts): Counts {
  const { run, created, ended } = read;
  const isOpen = (row: Row): boolean => {
    const { state } = row.ledger;
    return state?.run === run.id && !isFinal(state.state) && state.fingerprint === fingerprintOf(row);
  };
  const come = read.askingAny(ended.keys()).filter(isOpen);
  const sent = read.askingAny(created.keys()).filter((row) => isOpen(row) && !ended.has(fingerprintOf(row)));
  const wasWaiting = (row: Row): boolean => row.ledger.state?.state === 'reserved';
  const [fromWaiting, nowRunning] = [come.filter(wasWaiting).length, sent.filter(wasWaiting).length];
  return {
    ...onSheet,
    come: come.length,
    running: onSheet.running - (come.length - fromWaiting) + nowRunning,
    waiting: onSheet.waiting - fromWaiting - nowRunning,
  };
}

function tallyOf(view: TableView, rows: readonly Row[], run: string, counts: Counts): Tally {
  // After every window all rows are counted; most runs have no reasons to tell.
  if (counts.failed + counts.expired + counts.perhaps === 0) return { counts, reasons: [] };
  const reasons = reasonsOf(view, rowsOf(rows, run));
  return { counts, reasons: reasons.map(([reason, { length }]): Reason => ({ reason, total: length })) };
}

/** Counts the rows of a run. */
export function countsOf(rows: readonly Row[], run: string): Counts {
  const counts: Record<Count, number> = {
    done: 0,
    notFound: 0,
    failed: 0,
    expired: 0,
    perhaps: 0,
    come: 0,
    running: 0,
    waiting: 0,
    outdated: 0,
  };
  let [own, partial] = [0, 0];
  for (const row of rows) {
    if (row.ledger.state?.run !== run) continue;
    const count = countOf(row);
    if (count) counts[count] += 1;
    if (count === 'done' && isPartial(row)) partial += 1;
    own += 1;
  }
  return { ...counts, partial, rows: own };
}

/** Whether an answer came without something that was asked for, and not without all. */
function isPartial(row: Row): boolean {
  const { state } = row.ledger;
  return state?.state === 'done' && !isEmptyAnswer(state) && hasBlank(row, state.cells);
}

/** How many rows of a run have an answer with an empty field. */
export function partialIn(own: readonly Row[]): number {
  return own.filter(isPartial).length;
}

function countOf(row: Row): Count | undefined {
  const { state } = row.ledger;
  if (!state) return undefined;
  return state.fingerprint === fingerprintOf(row) ? COUNT_OF[state.state] : 'outdated';
}

/** The rows of a run that failed or expired, or were perhaps asked, by reason, the commonest first, and the first of them by name. */
export function failuresOf(view: TableView, own: readonly Row[]): Failure[] {
  return reasonsOf(view, own).map((each) => failure(view, each));
}

/** The same, and before them those of which Linkup found nothing. */
export function unansweredOf(view: TableView, own: readonly Row[]): Failure[] {
  return allReasonsOf(view, own).map((each) => failure(view, each));
}

/** All rows that are unanswered for a reason. */
export function unansweredRows(view: TableView, own: readonly Row[], reason: string): readonly Row[] {
  return allReasonsOf(view, own).find(([each]) => each === reason)?.[1] ?? [];
}

function allReasonsOf(view: TableView, own: readonly Row[]): WithReason[] {
  const rows = own.filter((row) => countOf(row) === 'notFound');
  return [...(rows.length > 0 ? [[NOTHING, rows] as const] : []), ...reasonsOf(view, own)];
}

function failure(view: TableView, [reason, rows]: WithReason): Failure {
  return {
    reason,
    rows: rows.slice(0, MOST_NAMED).map((row) => failedRow(view, row)),
    total: rows.length,
  };
}

type WithReason = readonly [reason: string, rows: readonly Row[]];

function reasonsOf(view: TableView, own: readonly Row[]): WithReason[] {
  const byReason = grouped(own, (row) => {
    const count = countOf(row);
    if (count === 'failed') return reasonOf(view, row);
    return count === 'expired' || count === 'perhaps' ? REASON[count] : undefined;
  });
  const sorted = [...byReason].sort(([, a], [, b]) => b.length - a.length);
  const rest = sorted.slice(MOST_REASONS).flatMap(([, rows]) => rows);
  const shown: WithReason[] = sorted.slice(0, MOST_REASONS);
  return rest.length > 0 ? [...shown, [OTHER, rest]] : shown;
}

/** The Status is for people only, and so is this: nothing is decided by it. */
function reasonOf({ layout }: TableView, row: Row): string {
  const reason = reasonIn(textIn(row.values, layout.status)) || UNKNOWN;
  return reason.length <= REASON_LENGTH ? reason : `${reason.slice(0, REASON_LENGTH - 1)}…`;
}

function failedRow({ placed }: TableView, row: Row): FailedRow {
  const ours = new Set(placed.values());
  const label = row.display.find((text = '', i) => text.trim() !== '' && !ours.has(i + 1)) ?? '';
  return { at: row.at, label: label.trim().slice(0, MOST_LABEL), print: fingerprintOf(row) };
}
