/** Taking back what landed on cells that it was not meant for; and what taking it back put on wrong cells in turn, when the table moves on. */
import { Problem } from '../../enrichment/problem';
import type { Patch } from '../../sheet/patches';
import { writePatches } from '../../sheet/write-patches';
import type { Job } from './job';
import { type Origins, originsOf } from './origins';
import { type Snapshot, undoMisplaced } from './repair';

/** A write by the cells that hold it now, and the table as it was before: only this execution knows what was there. */
interface Written {
  readonly patches: readonly Patch[];
  readonly before: Snapshot;
}

/** How often taking back may fail: until it got through, other people's cells hold what is not theirs. */
const FAILURES = 3;

/** How often it is tried on a table that never stands still. */
const ROUNDS = 12;

/**
 * Reads everything anew, and puts right what a write did to cells that moved under it. Throws what the last failed write threw, and
 * `kept-moving` when the table never stood still.
 */
export function takeBack(job: Job, flush: () => void, patches: readonly Patch[], before: Snapshot): void {
  const writes: Written[] = [{ patches, before }];
  let failures = 0;
  for (let round = 0; round < ROUNDS; round++) {
    job.load();
    carryAlong(writes, job);
    const undo = nextToUndo(writes, job);
    if (undo.length === 0) return;
    writes.push({ patches: undo, before: { view: job.view, rows: job.rows, formulas: job.formulas } });
    try {
      writePatches(job.sheet, undo);
      flush();
    } catch (thrown) {
      failures += 1;
      if (failures === FAILURES) throw thrown;
    }
  }
  throw new Problem('kept-moving');
}

/** Columns that moved since the last write took with them what the writes before it had put there. */
function carryAlong(writes: Written[], now: Job): void {
  const [last] = writes.slice(-1);
  if (!last || writes.length === 1) return;
  const origins = originsOf(last.before, now);
  for (const [i, { patches, before }] of writes.slice(0, -1).entries())
    writes[i] = { before, patches: patches.map((patch) => carried(patch, origins)) };
}

function carried({ at, cells }: Patch, origins: Origins): Patch {
  const moved = [...cells].map(([column, content]) => [origins.indexOf(column - 1) + 1, content] as const);
  return { at, cells: new Map(moved.filter(([column]) => column > 0)) };
}

/** The last write first: what it hit by mistake hides what those before it did. One in order is done with, and so is the one that it put right. */
function nextToUndo(writes: Written[], now: Job): Patch[] {
  while (writes.length > 0) {
    const [last] = writes.slice(-1);
    const undo = last ? undoMisplaced(last.patches, last.before, now, writes.length > 1) : [];
    if (undo.length > 0) return undo;
    writes.splice(-2);
  }
  return [];
}
