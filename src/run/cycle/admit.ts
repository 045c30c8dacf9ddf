/** Admitting: a run that uses the answers of others takes each row once its own are verified on the sheet. Nothing is reserved ahead. */
import { isTaken, select } from '../../enrichment/selection';
import { isFinal } from '../../sheet/ledger';
import { type Reading, readTable } from '../../sheet/reading';
import type { Row } from '../../sheet/table';
import { isLiveAmong, type Run, runsIn } from '../record/run';
import { rowsOf } from '../report/tally';
import { apply } from '../rows/apply';
import { candidatesAmong } from '../rows/candidates';
import type { Job } from '../rows/job';
import { unmetIn } from '../rows/only-if';
import { copiedPatch } from '../rows/patching';
import { readAgain } from '../rows/read-again';
import { fingerprintOf } from '../rows/standing';
import { tellBeside, whySkipped } from './beside-rows';
import { answeredBefore, earlierOf, noteLanded, waitingNoMore, waitsForOthers } from './earlier';
import type { Execution } from './execution';
import { isClosed } from './pausing';
import { putTogether, readAnew } from './read-anew';
import { readyIn } from './ready-now';
import { highest, numbered, reserveMore } from './reserve-more';

/** Rows that are looked at in one cycle: others want to be written. */
const MOST = 500;

/** The stage that admits: looks at the rows whose answers have landed since the last cycle, and at no others. */
export function admit(execution: Execution, job: Job): void {
  if (earlierOf(execution, job).length === 0 || takesNothing(job.run)) return;
  const landed = execution.landed.of(job.run.id, () => answeredBefore(execution, job));
  const inTurn = [...landed].sort((a, b) => a - b);
  const some = inTurn.slice(0, MOST);
  if (some.length === 0) return;
  if (execution.disturbed.has(job.run.id)) lookAnew(execution, job);
  const readings = readAgain(job, some, false, true);
  if (!readings) {
    job.load();
    return;
  }
  const wanted = new Set(some);
  for (const reading of readings) take(execution, job, reading, wanted);
  execution.landed.read(job.run.id);
  execution.landed.note(job.run.id, inTurn.slice(MOST));
}

/** Its ledgers follow what its rows ask, before any of them is taken for a row that was never asked. */
function lookAnew(execution: Execution, job: Job): void {
  readAnew(execution, job);
  execution.disturbed.delete(job.run.id);
}

/** Once nothing more is to come of the others, the whole table is looked at for rows that were missed. Whether there is anything to be done. */
export function admitLast(execution: Execution, job: Job): boolean {
  if (earlierOf(execution, job).length === 0 || takesNothing(job.run)) return false;
  const unfed = take(execution, job, readTable(job.sheet));
  job.run = waitingNoMore(withUnfed(job.run, unfed));
  return job.hasReserved();
}

/** A run that waits for a person takes nothing in the meantime, either. */
function takesNothing(run: Run): boolean {
  return isClosed(run) || run.paused !== undefined;
}

/** Admits what is ready among rows that were read; all of them, or those at certain positions. How many had nothing to be asked with. */
function take(execution: Execution, job: Job, reading: Reading, wanted?: ReadonlySet<number>): number {
  const seen = job.view.rows(reading).filter(({ at }) => wanted?.has(at) ?? true);
  job.renew(seen);
  const live = runsIn(execution.services.documents.all());
  const isLive = isLiveAmong(live);
  const ready = readyIn(execution, job, reading, live);
  const { id } = job.enrichment;
  const settled = seen.filter(({ at, ledger }) =>
    ledger.state?.run === job.run.id ? false : ready.isHeld(id, at) && !ready.waits(id, at),
  );
  const found = new Set(settled.map(({ at }) => at));
  const unmet = unmetIn(job.view, settled, job.sheet, 'fill');
  const stands = (row: Row) =>
    candidatesAmong([row], job.answers, isLive, () => true, {
      unmet: unmetIn(job.view, [row], job.sheet, 'fill'),
    });
  const isMeant = (row: Row): boolean =>
    row.ledger.state?.run !== job.run.id && stands(row).some((each) => isTaken(each, 'fill'));
  const candidates = candidatesAmong(settled, job.answers, isLive, () => true, { unmet });
  const { questions, copies } = select(candidates, 'fill');
  const before = ownRows(job).length;
  copyAnswers(execution, job, new Set(copies), isMeant);
  const copied = ownRows(job).length - before;
  reserve(
    execution,
    job,
    questions.map(({ fingerprint }) => fingerprint),
    isMeant,
  );
  const reserved = ownRows(job).length - before - copied;
  tellBeside(execution, job, (row) => (found.has(row.at) ? whySkipped(job, row, ready) : undefined));
  job.run = counted(job, { copied, reserved });
  return settled.filter((row) => whySkipped(job, row, ready) !== undefined).length;
}

/** Only once all rows are looked at is it known how many these are: one may have been seen before, by an execution that died. */
export function withUnfed({ unfed: before = 0, ...run }: Run, unfed: number): Run {
  return { ...run, skipped: run.skipped - before + unfed, ...(unfed > 0 && { unfed }) };
}

function ownRows({ rows, run }: Job): Row[] {
  return rowsOf(rows, run.id);
}

/** Fills rows whose question is answered on the sheet already, for nothing. */
function copyAnswers(
  execution: Execution,
  job: Job,
  copies: ReadonlySet<number>,
  isMeant: (row: Row) => boolean,
): void {
  const prints = new Set(job.rows.filter(({ at }) => copies.has(at)).map(fingerprintOf));
  if (prints.size === 0) return;
  const { marks, flush, services } = execution;
  const at = services.clock.now();
  marks.leave(job.run);
  marks.untilDone(job.run, () =>
    apply(
      job,
      flush,
      () => job.askingAny(prints).filter(isMeant),
      (row) => {
        const fingerprint = fingerprintOf(row);
        const source = isMeant(row) ? job.answers.holder(fingerprint) : undefined;
        const about = { run: job.run.id, fingerprint, ordinal: 0, at };
        return source && copiedPatch(job.view, row, source, about, job.answers.besidesOf(fingerprint));
      },
      { afterMove: () => putTogether(execution, job) },
    ),
  );
  noteLanded(execution, job, prints);
  execution.progress = true;
}

/** A question that the run asks already is asked for these rows along; one that it has asked is not asked again. */
function reserve(
  execution: Execution,
  job: Job,
  prints: readonly string[],
  isMeant: (row: Row) => boolean,
): void {
  const ends = prints.map((print) => ({
    print,
    own: job.stating(print).flatMap(({ ledger: { state } }) => (state?.run === job.run.id ? [state] : [])),
  }));
  const fresh = ends.filter(({ own }) => own.length === 0).map(({ print }) => print);
  const ordinals = numbered(job, fresh);
  for (const { print, own } of ends) {
    const asking = own.find(({ state }) => !isFinal(state));
    if (asking && own.every(({ state }) => !isFinal(state))) ordinals.set(print, asking.ordinal);
  }
  if (ordinals.size > 0) reserveMore(execution, job, ordinals, isMeant);
}

interface Admitted {
  readonly copied: number;
  readonly reserved: number;
}

function counted(job: Job, { copied, reserved }: Admitted): Run {
  const { run } = job;
  if (copied + reserved === 0) return run;
  return {
    ...run,
    rows: run.rows + reserved,
    questions: highest(job),
    copied: run.copied + copied,
    ...(run.later && { later: Math.max(0, run.later - copied - reserved) }),
  };
}

/** Whether a run has to stay for the answers of others; one that waits for a person stays until it was looked at what came meanwhile. */
export function mustStay(execution: Execution, job: Job): boolean {
  if (isClosed(job.run) || earlierOf(execution, job).length === 0) return false;
  return job.run.paused !== undefined || waitsForOthers(execution, job);
}
