/** Writing that survives a moving table: read the rows again, write, flush, read once more, and put right what came in between. */
import { Problem } from '../../enrichment/problem';
import { withCopiedLinks, writeNotes } from '../../sheet/linked-cells';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { writePatches } from '../../sheet/write-patches';
import { bridged } from './bridge';
import { alike, shows } from './cell-shows';
import type { Job } from './job';
import { keepsApostrophe, withoutApostrophes } from './kept-apostrophes';
import { ledgerFirst } from './ledger-first';
import { glance, headingsStand, reread } from './read-again';
import { fingerprintOf } from './standing';
import { takeBack } from './take-back';

/** What a row should become; undefined for a row that stays as it is. */
export type Plan = (row: Row) => Patch | undefined;

/** How often a write is tried on a table that keeps moving, before it is left to the next execution. */
const ATTEMPTS = 6;

/** What may be said of a write besides what is written. */
interface Circumstances {
  /** Puts ledgers and rows together again, after the table has moved. */
  readonly afterMove?: () => void;
  /** Is told what is about to be written. */
  readonly beforeWrite?: (patches: readonly Patch[]) => void;
  /** The whole table was read a moment ago: it need not be read again before the first attempt. */
  readonly isJustRead?: boolean;
}

/**
 * Brings rows to what the plan says. `find` names the rows by what they ask, from the job as last read, and is asked
 * again whenever the table has moved. Throws `kept-moving` when it never stands still.
 */
export function apply(
  job: Job,
  flush: () => void,
  find: () => readonly Row[],
  plan: Plan,
  { afterMove = () => {}, beforeWrite = () => {}, isJustRead = false }: Circumstances = {},
): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const expected = inOrder(find());
    const fresh = isJustRead && attempt === 0 ? asRead(job, expected) : freshRows(job, expected);
    if (!fresh) {
      job.load();
      afterMove();
      continue;
    }
    const changes = fresh.wanted.flatMap((row) => pending(row, plan(row)));
    if (changes.length === 0) {
      // An earlier attempt that failed may have written it all: then these rows are what is there now.
      job.renew(fresh.wanted);
      return;
    }
    const before = fresh.all;
    const patches = withCopiedLinks(job.sheet, bridged(changes, before, job.view));
    beforeWrite(patches);
    write(job, flush, patches, before);
    if (landed(job, patches, before)) {
      writeAsTheyAre(job, flush, withoutApostrophes(job, patches), afterMove);
      return;
    }
    repair(job, flush, patches, before);
    afterMove();
  }
  throw new Problem('kept-moving');
}

/** A write that fails half-way may have landed on the wrong cells all the same: that is put right before the fault goes on its way. */
function write(job: Job, flush: () => void, patches: readonly Patch[], before: readonly Row[]): void {
  try {
    writePatches(job.sheet, patches, ledgerFirst(job.view, patches, before));
    flush();
  } catch (thrown) {
    job.isCutShort = true;
    repair(job, flush, patches, before);
    throw thrown;
  }
}

/** Once more without apostrophes, where some were kept. On a table that has moved meanwhile they stay: they are no harm. */
function writeAsTheyAre(job: Job, flush: () => void, patches: readonly Patch[], afterMove: () => void): void {
  if (patches.length === 0) return;
  const rows = patches.flatMap(({ at }) => job.rows[at - job.view.firstRow] ?? []);
  const fresh = freshRows(job, rows);
  if (!fresh) return;
  write(job, flush, patches, fresh.all);
  if (landed(job, patches, fresh.all)) return;
  repair(job, flush, patches, fresh.all);
  afterMove();
}

/** Rows that were read again before a write, and all that were read with them. */
interface Fresh {
  readonly wanted: readonly Row[];
  readonly all: readonly Row[];
}

const NOTHING: Fresh = { wanted: [], all: [] };

/** The rows as the whole table was read with its formulas, or undefined when columns have moved since. */
function asRead(job: Job, expected: readonly Row[]): Fresh | undefined {
  if (expected.length === 0) return NOTHING;
  if (!headingsStand(job)) return undefined;
  return { wanted: expected, all: job.rows.map((row) => ({ ...row, formulas: job.formulas[row.at - 2] })) };
}

/** The rows as they are now, or undefined when they are not the rows that were expected. */
function freshRows(job: Job, expected: readonly Row[]): Fresh | undefined {
  if (expected.length === 0) return NOTHING;
  const positions = expected.map(({ at }) => at);
  // Over the whole width, formulas too: that is what a write on a moved column would destroy.
  const all = reread(job, positions, true);
  const among = new Set(positions);
  const wanted = all?.filter(({ at }) => among.has(at)) ?? [];
  const stand = wanted.length === expected.length && wanted.every((row, i) => sameRow(row, expected[i]));
  return all && stand ? { wanted, all } : undefined;
}

/** A row may be found for two reasons: it asks one question, and beside it stands the ledger of another that nobody asks any more. */
function inOrder(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.at, row])).values()].sort((a, b) => a.at - b.at);
}

function sameRow(a: Row, b: Row | undefined): boolean {
  return (
    b !== undefined &&
    a.at === b.at &&
    fingerprintOf(a) === fingerprintOf(b) &&
    a.ledger.question === b.ledger.question
  );
}

/** A patch that would change nothing is none. */
function pending(row: Row, patch: Patch | undefined): Patch[] {
  if (!patch) return [];
  const changes = [...patch.cells].some(([column, content]) => !shows(row, column, content));
  return changes ? [patch] : [];
}

/** Whether the rows stand as they were written; only then are notes put beside what is in them. */
function landed(job: Job, patches: readonly Patch[], before: readonly Row[]): boolean {
  const stood = stand(job, patches, before);
  if (stood) writeNotes(job.sheet, patches);
  return stood;
}

/** Looks at the written rows again: each must ask what it asked before, show the ledger that was written, and hold beside it what it held. */
function stand(job: Job, patches: readonly Patch[], before: readonly Row[]): boolean {
  const written = new Map(patches.map((patch) => [patch.at, patch]));
  const were = before.filter(({ at }) => written.has(at));
  const after = glance(job, were);
  if (!after || after.length !== patches.length) return false;
  const stood = after.every((row, i) => {
    const was = were[i];
    const patch = written.get(row.at);
    const asks = was && fingerprintOf(row) === fingerprintOf(was);
    return asks && ledgerShows(job, row, patch) && keepsOthers(job, row, was, patch);
  });
  if (stood) job.renew(after);
  return stood;
}

function ledgerShows({ view }: Job, row: Row, patch: Patch | undefined): boolean {
  const { state, task, question } = view.layout;
  return [state, task, question].every((column) => {
    const content = patch?.cells.get(column);
    if (content === undefined || shows(row, column, content)) return true;
    return keepsApostrophe(row.values[column - 1], content);
  });
}

/** Whether outputs that were left alone hold what they held: rows that ask the same may have changed places, with what was typed into them. */
function keepsOthers({ view }: Job, row: Row, was: Row, patch: Patch | undefined): boolean {
  return view.layout.outputs.every(({ at }) => {
    const held = was.values[at - 1] ?? '';
    return held === '' || patch?.cells.has(at) || alike(held, row.values[at - 1]);
  });
}

/** Takes back what landed on wrong cells, knowing what they held when the rows were last read. */
function repair(job: Job, flush: () => void, patches: readonly Patch[], before: readonly Row[]): void {
  const fresh = new Map(before.map((row) => [row.at, row]));
  const { view, formulas } = job;
  takeBack(job, flush, patches, { view, formulas, rows: job.rows.map((row) => fresh.get(row.at) ?? row) });
}
