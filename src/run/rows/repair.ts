/** Taking back what landed on cells that it was not meant for, because rows or columns moved between reading and writing. */
import { type Content, contentAgain } from '../../sheet/cells';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { shows } from './shows';
import { asked } from './standing';

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
    const was = priorOf(row, patch, before, origins);
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
  return state === undefined || state.fingerprint === asked(row);
}

function priorOf(row: Row, patch: Patch, before: Snapshot, origins: Origins): Row | undefined {
  const same = (was: Row): boolean =>
    origins.every(
      (origin, i) => origin < 0 || patch.cells.has(i + 1) || row.display[i] === was.display[origin],
    );
  const there = before.rows.find((was) => was.at === row.at && same(was));
  return there ?? before.rows.find(same);
}

function contentOf(
  was: Row | undefined,
  origin: number | undefined,
  formulas: Snapshot['formulas'],
): Content {
  if (!was || origin === undefined || origin < 0) return '';
  return contentAgain(was.values[origin], formulas[was.at - 2]?.[origin]);
}

/** Our own columns are known by their metadata, the person's by their headings, and nameless ones by their order. */
function originsOf(before: TableView, now: TableView): Origins {
  const origins = now.headings.map(() => -1);
  for (const [part, column] of now.placed) origins[column - 1] = (before.placed.get(part) ?? 0) - 1;
  const wanted = foreign(before);
  for (const column of foreign(now)) {
    const at = wanted.findIndex((origin) => before.headings[origin] === now.headings[column]);
    if (at >= 0) origins[column] = wanted.splice(at, 1)[0] ?? -1;
  }
  return origins;
}

function foreign({ headings, placed }: TableView): number[] {
  const ours = new Set(placed.values());
  return headings.flatMap((_, i) => (ours.has(i + 1) ? [] : [i]));
}
