/** Puts ledgers (and answers) back to the rows that ask their questions, after a sort or a paste that separated them. */
import { STATUS } from '../../enrichment/status';
import { isPaused } from '../../enrichment/words';
import { isFinal, type Ledger, type State } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { NO_CELLS } from '../../sheet/written';
import type { Run } from '../record/run';
import { apply } from './apply';
import type { Job } from './job';
import { copiedPatch, identityPatch, movedPatch, releasedPatch, statusPatch } from './patching';
import { asked, machineMade } from './standing';

/** A ledger whose state speaks of the question that its identity names. */
type Entry = Ledger & { readonly state: State };

/** Compares every row with its ledger, in memory; writes only where they have come apart. */
export function realign(job: Job, flush: () => void): void {
  let entries: ReadonlyMap<string, Entry> = new Map();
  const find = (): Row[] => {
    entries = entriesOf(job);
    return job.rows.filter((row) => plan(job, row, entries) !== undefined);
  };
  apply(job, flush, find, (row) => plan(job, row, entries));
}

function plan(job: Job, row: Row, entries: ReadonlyMap<string, Entry>): Patch | undefined {
  const { ledger } = row;
  if (!ledger.question && !ledger.state && !ledger.unreadable) return forgotten(job, row);
  const print = asked(row);
  const entry = entries.get(print);
  if (entry && behind(row, entry)) return withEntry(job, row, entry);
  if (ledger.unreadable) return unreadable(job, row, print);
  if (ledger.question === print)
    return isDamaged(ledger) ? releasedPatch(job.view, row, print ? STATUS.damaged : '') : undefined;
  if (print && ledger.state?.fingerprint === print)
    return identityPatch(job.view, row, ownTask(job, row, print), print);
  return elsewhere(job, ledger) ? releasedPatch(job.view, row, '', true) : outdated(job, row);
}

/** A State that cannot be read stays: the row may have been asked before. Its task, if one is named beside it, is waited for. */
function unreadable({ view }: Job, row: Row, print: string): Patch | undefined {
  const { taskId, question } = row.ledger;
  return taskId && question === print ? undefined : statusPatch(view, row, STATUS.unreadable);
}

/** A row without a ledger waits for nothing, whatever its Status says: the hidden cells were emptied, or never written. */
function forgotten({ view }: Job, row: Row): Patch | undefined {
  const status = row.display[view.layout.status - 1] ?? '';
  const waits = status === STATUS.reserved || status === STATUS.submitted || isPaused(status);
  return waits ? statusPatch(view, row, STATUS.damaged) : undefined;
}

/** Somebody emptied or replaced the state of a row that had not been asked: it is as if it had never been chosen. */
function isDamaged({ question, state, taskId }: Ledger): boolean {
  return taskId === '' && state?.fingerprint !== question;
}

/** The task of a row whose state is right and whose question is not: its own, unless another row's question came with it. */
function ownTask(job: Job, { ledger }: Row, print: string): string {
  return job.taskOf(print) || (elsewhere(job, ledger) ? '' : ledger.taskId);
}

/** Whether another row's ledger knows more about this row's question than its own does: it was sorted or copied away from it. */
function behind({ ledger }: Row, entry: Entry): boolean {
  const own = ledger.state?.fingerprint === entry.question ? ledger.state : undefined;
  if (ledger.question !== entry.question && !own) return true;
  return own?.state === 'reserved' && rank(own) < rank(entry.state);
}

/** The row asks something that another row's ledger knows about. */
function withEntry(job: Job, row: Row, entry: Entry): Patch {
  const { view, answers } = job;
  const cells = answers.answerIn(row);
  if (cells) return movedPatch(view, row, withState(entry, { state: 'done', cells }), false);
  if (entry.state.state !== 'done') return movedPatch(view, row, withState(entry, { cells: NO_CELLS }), true);
  const holder = answers.holder(entry.question);
  if (holder && machineMade(row)) {
    const { run, fingerprint, ordinal, at } = entry.state;
    return copiedPatch(view, row, holder, { run, fingerprint, ordinal, at });
  }
  // The answer itself is gone from the sheet. Linkup still has it: wait for the task once more.
  const again = { state: 'submitted', at: job.run.startedAt, cells: NO_CELLS } as const;
  return movedPatch(view, row, withState(entry, again), true);
}

function withState(entry: Entry, change: Partial<State>): Entry {
  return { ...entry, state: { ...entry.state, ...change } };
}

/** Whether the question that a ledger speaks of is asked by some row now: then the ledger belongs there. */
function elsewhere(job: Job, ledger: Ledger): boolean {
  return job.asking(ledger.question).length > 0;
}

/** The row was edited since it was asked, or before it could be: it gets nothing until it is asked anew. */
function outdated(job: Job, row: Row): Patch {
  return statusPatch(job.view, row, STATUS.outdated);
}

/** The best ledger for each question: a final one before one under way. An id whose state was lost still leads to its answer. */
function entriesOf({ rows, run }: Job): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { ledger } of rows) {
    const { question, taskId } = ledger;
    const state =
      ledger.state?.fingerprint === question ? ledger.state : taskId ? lostState(ledger, run) : undefined;
    if (!state || !question) continue;
    const known = entries.get(question);
    if (!known || rank(state) > rank(known.state)) entries.set(question, { ...ledger, state });
  }
  return entries;
}

function lostState({ question }: Ledger, run: Run): State {
  return {
    state: 'submitted',
    at: run.startedAt,
    run: run.id,
    fingerprint: question,
    ordinal: 0,
    cells: NO_CELLS,
    task: '',
    step: 1,
  };
}

function rank(state: State): number {
  return isFinal(state.state) ? 2 : state.state === 'submitted' ? 1 : 0;
}
