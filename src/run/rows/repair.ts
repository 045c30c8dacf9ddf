/** Taking back what landed on cells that it was not meant for, because rows or columns moved between reading and writing. */
import { type Content, contentAgain, type Value } from '../../sheet/cells';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { shows } from './cell-shows';
import { fingerprintOf } from './standing';

/** A table as it was read, and how. */
export interface Snapshot {
  readonly view: TableView;
  readonly rows: readonly Row[];
  /** The person's formulas, by row from 0 below the headings. */
  readonly formulas: readonly (readonly string[])[];
}

/** For each column of now (from 0), the column that it was before; -1 for one that was not there. */
type Origins = readonly number[];

/**
 * What must be written to undo misplaced patches. A row of now is recognised among the rows of before by all its cells that
 * were not written; what it held in the written ones then is put back. What landed where it should, or was carried on by a
 * sort since, is left alone.
 */
export function undoMisplaced(patches: readonly Patch[], before: Snapshot, now: Snapshot): Patch[] {
  const origins = originsOf(before.view, now.view);
  const columnsMoved = origins.some((origin, i) => origin !== i);
  const positions = new Map(now.rows.map((row) => [row.at, row]));
  return patches.flatMap((patch) => {
    const row = positions.get(patch.at);
    if (!row || (!columnsMoved && landedWell(now.view, row, patch))) return [];
    const was = priorOf(row, patch, { before, now, origins });
    if (!was && !columnsMoved && isCoherent(row)) return [];
    const stillThere = [...patch.cells].filter(([column, content]) => shows(row, column, content));
    const cells = stillThere.map(([column]): [number, Content] => [
      column,
      contentOf(was, origins[column - 1], before.formulas),
    ]);
    return [{ at: patch.at, cells: new Map(cells) }];
  });
}

/** A ledger in one piece that was parted from its row: realigning brings it there. */
function isCoherent({ ledger }: Row): boolean {
  return ledger.state !== undefined && ledger.state.fingerprint === ledger.question;
}

/** The row asks what the written state speaks of. A patch without a state (a mere Status) does no harm anywhere. */
function landedWell({ layout }: TableView, row: Row, patch: Patch): boolean {
  if (!patch.cells.has(layout.state)) return true;
  const { state } = row.ledger;
  return state === undefined || state.fingerprint === fingerprintOf(row);
}

interface Comparison {
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly origins: Origins;
}

/** The row of before that a row of now was: by all its cells, or else by those that are not computed, if only one is like it. */
function priorOf(row: Row, patch: Patch, { before, now, origins }: Comparison): Row | undefined {
  const compared = origins.flatMap((origin, i) =>
    origin < 0 || patch.cells.has(i + 1) ? [] : [[origin, i] as const],
  );
  const same = (was: Row): boolean =>
    compared.every(
      ([origin, i]) => alike(was.values[origin], row.values[i]) && was.display[origin] === row.display[i],
    );
  const exact = before.rows.find((was) => was.at === row.at && same(was)) ?? before.rows.find(same);
  if (exact) return exact;
  const typed = compared.filter(([, i]) => !isComputed(now, row, i));
  if (typed.length === 0 || typed.length === compared.length) return undefined;
  const likely = before.rows.filter((was) =>
    typed.every(([origin, i]) => alike(was.values[origin], row.values[i])),
  );
  return likely.length === 1 ? likely[0] : undefined;
}

/** Cells with a formula read otherwise when they are calculated anew; they and the blanks of one that is loading tell no row from another. */
function isComputed({ view, formulas }: Snapshot, { at }: Row, column: number): boolean {
  return Boolean(formulas[at - 2]?.[column]) || view.unknowns(at, column) !== undefined;
}

/** One picture cannot be told from another. */
function alike(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a === 'object' && typeof b === 'object') return String(a) === String(b);
  return a === b;
}

function contentOf(
  was: Row | undefined,
  origin: number | undefined,
  formulas: Snapshot['formulas'],
): Content {
  if (!was || origin === undefined || origin < 0) return '';
  return contentAgain(was.values[origin], (was.formulas ?? formulas[was.at - 2])?.[origin]);
}

/** Our own columns are known by their metadata, the person's by their headings, and nameless ones by their order. */
function originsOf(before: TableView, now: TableView): Origins {
  const origins = now.headings.map(() => -1);
  for (const [part, column] of now.placed) origins[column - 1] = (before.placed.get(part) ?? 0) - 1;
  const wanted = theirs(before);
  const unnamed: number[] = [];
  for (const column of theirs(now)) {
    const at = wanted.findIndex((origin) => before.headings[origin] === now.headings[column]);
    if (at >= 0) origins[column] = wanted.splice(at, 1)[0] ?? -1;
    else unnamed.push(column);
  }
  // As many as were there before under other names: a heading was changed, or is one of a formula that is loading.
  if (unnamed.length === wanted.length)
    for (const [i, column] of unnamed.entries()) origins[column] = wanted[i] ?? -1;
  return origins;
}

function theirs({ headings, placed }: TableView): number[] {
  const ours = new Set(placed.values());
  return headings.flatMap((_, i) => (ours.has(i + 1) ? [] : [i]));
}
