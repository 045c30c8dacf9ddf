/** Puts ledgers (and answers) back to the rows that ask their questions, after a sort or a paste that separated them. */
import { isUnknown } from '../../enrichment/row-question';
import { isOutdated, STATUS } from '../../enrichment/status';
import { isFinal, type Ledger, type State } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import { type Row, textIn } from '../../sheet/table';
import { NO_CELLS } from '../../sheet/written';
import type { Run } from '../record/run';
import { apply } from './apply';
import { homePatch } from './astray';
import type { Job } from './job';
import { type LedgerOfAnswer, ledgerOfAnswer } from './ledger-of-answer';
import { ofAnother, saysDone } from './of-another';
import { renewedStatus } from './outdated';
import { copiedPatch, identityPatch, lostPatch, movedPatch, releasedPatch, statusPatch } from './patching';
import { fingerprintOf, hasPlace, machineMade, saysItWaits } from './standing';

/** A ledger whose state speaks of the question that its identity names. */
type Entry = Ledger & { readonly state: State };

/** What the ledgers of the table say: the best for each question, and what must not be lost for rows that cannot be read. */
interface Known {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly kept: ReadonlyMap<number, Entry>;
  /** Questions whose ledger stands beside a row that asks something else, or nothing. */
  readonly strays: ReadonlySet<string>;
  /** What another question's ledger says of the cells of a row that has none. */
  readonly ofAnother: (row: Row) => State | undefined;
  readonly ledgerOf: LedgerOfAnswer;
  /** Whether a run is there to fetch what is gone from the sheet. */
  readonly fetches: boolean;
}

/**
 * Compares every row with its ledger, in memory; writes only where they have come apart. An answer that is gone from the sheet is waited
 * for once more, or where no run `fetches` it, its row is marked. `beforeMove` is told before a ledger is moved.
 */
export function realign(
  job: Job,
  flush: () => void,
  fetches = true,
  beforeMove: () => void = () => {},
): void {
  let known = NOTHING_KNOWN;
  const find = (): Row[] => {
    known = knownIn(job, fetches);
    return job.rows.filter((row) => plan(job, row, known) !== undefined);
  };
  const beforeWrite = (patches: readonly Patch[]): void => {
    if (patches.some(({ cells }) => cells.has(job.view.layout.state))) beforeMove();
  };
  apply(job, flush, find, (row) => plan(job, row, known), { beforeWrite });
}

const NOTHING_KNOWN: Known = {
  entries: new Map(),
  kept: new Map(),
  strays: new Set(),
  ofAnother: () => undefined,
  ledgerOf: () => undefined,
  fetches: false,
};

function knownIn(job: Job, fetches: boolean): Known {
  const { view, rows } = job;
  const entries = entriesOf(job);
  const ledgerOf = ledgerOfAnswer(view, rows);
  const kept = keptFor(job, entries, ledgerOf);
  return { entries, kept, strays: straysIn(job), ofAnother: ofAnother(view, rows), ledgerOf, fetches };
}

function plan(job: Job, row: Row, known: Known): Patch | undefined {
  if (isUnknown(row.question) && !row.presumed) {
    const entry = known.kept.get(row.at);
    return entry && withEntry(job, row, entry, known);
  }
  const home = homePatch(job.view, row, job.run.id);
  if (home) return home;
  const { ledger } = row;
  const own = known.ledgerOf(row);
  if (own) return withOwnLedger(job, { ...row, ledger: own }, own, known);
  if (!ledger.question && !ledger.state && !ledger.unreadable) return bare(job, row, known);
  return planFor(job, row, known);
}

/** It was edited, and holds the answer to what it asked before: with that one's ledger it is outdated like any other, unless what it asks is known. */
function withOwnLedger(job: Job, row: Row, own: Entry, known: Known): Patch {
  const entry = known.entries.get(fingerprintOf(row));
  return entry ? withEntry(job, row, entry, known) : movedPatch(job.view, row, own, false);
}

/** A row without a ledger was left beside a blank one by a sort if its question's ledger is astray; else no run held it. */
function bare(job: Job, row: Row, known: Known): Patch | undefined {
  const print = fingerprintOf(row);
  const entry = known.entries.get(print);
  const isStray = known.strays.has(print);
  const isAnswered = job.answers.answered(row);
  if (entry && isStray && (hasPlace(row) || isAnswered)) return withEntry(job, row, entry, known);
  if (isAnswered) return forgotten(job, row);
  const state = known.ofAnother(row);
  if (state) return withoutAnothers(job, { ...row, ledger: { ...row.ledger, state } }, known);
  // What was written for what it asks stands elsewhere, or is to come: whatever this is, it is not that answer.
  const isElsewhere = entry !== undefined && (isStray || entry.state.state === 'done');
  const isWrong = isElsewhere && !hasPlace(row) && saysDone(job.view, row);
  return isWrong ? outdated(job, row) : forgotten(job, row);
}

/** It shows what another question was answered with, by the state that it was given here: its own answer takes the place, or is looked for. */
function withoutAnothers(job: Job, row: Row, known: Known): Patch {
  const entry = known.entries.get(fingerprintOf(row));
  return entry ? withEntry(job, row, entry, known) : releasedPatch(job.view, row, STATUS.damaged, true);
}

function straysIn({ rows }: Job): Set<string> {
  const parted = rows.filter((row) => row.ledger.question !== fingerprintOf(row));
  return new Set(parted.map(({ ledger }) => ledger.question));
}

/** The same for a row that is seen, or presumed, to ask something. */
function planFor(job: Job, row: Row, known: Known): Patch | undefined {
  const { ledger } = row;
  const print = fingerprintOf(row);
  const entry = known.entries.get(print);
  if (entry && behind(row, entry)) return withEntry(job, row, entry, known);
  if (ledger.unreadable) return unreadable(job, row, print);
  if (ledger.question === print)
    return isDamaged(ledger)
      ? releasedPatch(job.view, row, print ? STATUS.damaged : '')
      : renewedStatus(job.view, row);
  if (print && ledger.state?.fingerprint === print)
    return identityPatch(job.view, row, ownTask(job, row, print), print);
  return elsewhere(job, ledger) ? withoutForeign(job, row) : outdated(job, row);
}

/** The ledger belongs to another row. What stands beside it goes only if all of it is what that ledger wrote: a yes or a no is soon the same. */
function withoutForeign({ view }: Job, row: Row): Patch {
  if (machineMade(row) || row.theirs.size > 0) return releasedPatch(view, row, '', true);
  const isAnswer = saysDone(view, row) || isOutdated(textIn(row.values, view.layout.status));
  return releasedPatch(view, row, isAnswer ? STATUS.outdated : '');
}

/**
 * Ledgers whose question no row is seen to ask, and which another row's ledger replaces now, for rows that cannot be read and whose
 * own ledger went elsewhere: it may well be theirs, and once they are read it is put right. By the positions of those rows.
 */
function keptFor(
  job: Job,
  entries: ReadonlyMap<string, Entry>,
  ledgerOf: LedgerOfAnswer,
): Map<number, Entry> {
  const replaced = job.rows.flatMap((row) => {
    const [own, next] = [entries.get(row.ledger.question), entries.get(fingerprintOf(row))];
    const isReplaced = (next && behind(row, next)) || ledgerOf(row) !== undefined;
    const isHomeless = own && isReplaced && !elsewhere(job, row.ledger);
    return isHomeless ? [own] : [];
  });
  const homes = job.rows.filter(({ question, presumed }) => isUnknown(question) && !presumed);
  return new Map(
    homes.slice(0, replaced.length).flatMap(({ at }, i) => {
      const entry = replaced[i];
      return entry ? [[at, entry] as const] : [];
    }),
  );
}

/** A State that cannot be read stays: the row may have been asked before. Its task, if one is named beside it, is waited for. */
function unreadable({ view }: Job, row: Row, print: string): Patch | undefined {
  const { taskId, question } = row.ledger;
  return taskId && question === print ? undefined : statusPatch(view, row, STATUS.unreadable);
}

/** A row without a ledger waits for nothing, whatever its Status says: the hidden cells were emptied, or never written. */
function forgotten({ view }: Job, row: Row): Patch | undefined {
  const status = textIn(row.values, view.layout.status);
  return saysItWaits(status) ? statusPatch(view, row, STATUS.damaged) : undefined;
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
function withEntry(job: Job, row: Row, entry: Entry, { fetches }: Known): Patch {
  const { view, answers } = job;
  const cells = answers.answerIn(row);
  if (cells) return movedPatch(view, row, withState(entry, { state: 'done', cells }), false);
  if (entry.state.state !== 'done') return movedPatch(view, row, withState(entry, { cells: NO_CELLS }), true);
  const holder = answers.holder(entry.question);
  if (holder && hasPlace(row)) {
    const { run, fingerprint, ordinal, at } = entry.state;
    return copiedPatch(view, row, holder, { run, fingerprint, ordinal, at }, answers.besidesOf(fingerprint));
  }
  // The answer itself is gone from the sheet. Linkup still has it: wait for the task once more, or leave its id to the next run.
  if (!fetches) return lostPatch(view, row, withState(entry, { cells: NO_CELLS }));
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
