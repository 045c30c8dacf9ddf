/** Writing what is known: new task ids at once, answers when they form blocks, all of it verified. */
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { outcomePatch, strandedIdPatch, strandedPatch, submittedPatch } from '../rows/patching';
import { realign } from '../rows/realign';
import { fingerprintOf, isMeant, takes } from '../rows/standing';
import type { Execution } from './execution';
import { around, type LeftOut, type Write, without } from './refused-columns';

/** Longest that an answer waits for its neighbours, in ms. */
const HOLD = 10_000;

/** Neighbouring answers that are worth a write of their own while others are still under way. */
const BLOCK = 8;

/** The fingerprints of what should be written now: new ids always, answers when they are due. `force` at the end of an execution. */
function dueNow(job: Job, now: number, force: boolean): string[] {
  const answers = force ? [...job.ended.keys()] : dueAnswers(job, now);
  return [...new Set([...job.created.keys(), ...answers])];
}

/** Answers that wait long enough, form a block, have no neighbour to wait for, or nowhere to go. */
function dueAnswers(job: Job, now: number): string[] {
  const old = [...job.ended].filter(
    ([print, { since }]) => now - since >= HOLD || job.asking(print).length === 0,
  );
  const rows = job.askingAny(job.ended.keys());
  if (rows.length === 0) return old.map(([print]) => print);
  const waiting = new Set(
    job.askingAny([...job.awaited.values()].map(({ about }) => about.fingerprint)).map(({ at }) => at),
  );
  const blocks = neighbours(rows).filter((block) => block.length >= BLOCK || !touches(block, waiting));
  return [...old.map(([print]) => print), ...blocks.flat().map(fingerprintOf)];
}

function neighbours(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const block = blocks[blocks.length - 1];
    if (block && block[block.length - 1]?.at === row.at - 1) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function touches(block: readonly Row[], waiting: ReadonlySet<number>): boolean {
  return waiting.has((block[0]?.at ?? 0) - 1) || waiting.has((block[block.length - 1]?.at ?? 0) + 1);
}

/** The stage that writes: what is due, or all that is known in the last cycle of an execution. */
export function write(execution: Execution, job: Job): void {
  const { services, marks, flush, last } = execution;
  const due = dueNow(job, services.clock.now(), last);
  if (due.length === 0) return;
  marks.leave(job.run);
  const write: Write = (prints, leftOut) => writeKnown(job, flush, prints, leftOut);
  marks.untilDone(job.run, () => execution.refusalsOf(job).write(job, due, write));
  execution.progress = true;
}

/** Writes what is known of these questions. An answer that no row asks for any more has nowhere to go: its row is told so. */
function writeKnown(job: Job, flush: () => void, prints: readonly string[], leftOut: LeftOut): void {
  const wanted = new Set(prints);
  apply(
    job,
    flush,
    () => [...job.askingAny(wanted), ...job.stranded(wanted)],
    (row) => patchFor(job, row, leftOut) ?? strandedPatchFor(job, row),
    () => realign(job, flush),
  );
  for (const print of prints) {
    job.created.delete(print);
    job.ended.delete(print);
  }
}

function patchFor(job: Job, row: Row, leftOut: LeftOut): Patch | undefined {
  const print = fingerprintOf(row);
  const chosen = row.ledger.question === print && row.ledger.state?.run === job.run.id;
  if (!chosen && !(takes(row) && isMeant(job.view, row, job.asking(print)))) return undefined;
  const ended = job.ended.get(print);
  const overwrite = chosen && job.run.mode === 'overwrite';
  if (ended) {
    const { about, outcome } = without(job, ended, leftOut);
    return around(job, row, outcomePatch(job.view, row, about, outcome, overwrite), ended, leftOut);
  }
  const created = job.created.get(print);
  return created && submittedPatch(job.view, row, created.about, created.taskId);
}

/** The row was edited while it was asked, or is loading: the id of its task is kept with it, and of its end nothing is written but that. */
function strandedPatchFor(job: Job, row: Row): Patch | undefined {
  const ended = job.ended.get(row.ledger.question);
  if (ended) return strandedPatch(job.view, row, ended.about, ended.outcome.state);
  const created = job.created.get(row.ledger.question);
  return created && strandedIdPatch(job.view, row, created.about, created.taskId);
}
