/** Taking back what landed on cells that it was not meant for, because rows or columns moved between reading and writing. */
import { isUnknown, isUnseen } from '../../enrichment/row-question';
import { type Content, contentAgain } from '../../sheet/cells';
import { madeColumns } from '../../sheet/layout';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { alike, shows } from './cell-shows';
import { Counterparts } from './counterparts';
import { type IsMissing, missing } from './left-behind';
import { type Columns, type Origins, originsOf } from './origins';
import { fingerprintOf } from './standing';
import { typedOver } from './typed-over';
import { whereabouts } from './whereabouts';

/** A table as it was read, and how. */
export interface Snapshot extends Columns {
  /** The person's formulas, by row from 0 below row 1. */
  readonly formulas: readonly (readonly string[])[];
}

/**
 * What must be written to undo misplaced patches. A row of now is recognised among the rows of before by all its cells that
 * were not written; what it held in the written ones then is put back. What landed where it should, or was carried on by a
 * sort since, is left alone. What was put back itself can only hit a person's cells where columns moved once more: ledgers on
 * other rows are told and brought home by what they name.
 */
export function undoMisplaced(
  patches: readonly Patch[],
  before: Snapshot,
  now: Snapshot,
  isItselfUndoing = false,
): Patch[] {
  const origins = originsOf(before, now);
  const columnsMoved = origins.some((origin, i) => origin !== i);
  if (isItselfUndoing && !columnsMoved) return [];
  const written = new Map(patches.map((patch) => [patch.at, patch]));
  const isMissing = missing(written, { before: before.rows, now: now.rows });
  const asked = new Map(before.rows.map((was) => [was.at, fingerprintOf(was)]));
  const comparison = { before, now, origins, columnsMoved, asked };
  const undo = misplaced(patches, comparison, isMissing);
  const well = columnsMoved ? [] : landedOnLikes(patches, comparison);
  if (well.length === 0) return undo;
  const { view, rows } = now;
  const counterparts = new Counterparts(view, before, now, written);
  const held = (was: Row, column: number): Content => contentOf(was, column - 1, before.formulas);
  return together(undo, typedOver(well, { view, rows, counterparts, isMissing, contentOf: held }));
}

/** Those that are beside a row that asks what they answer. What another row held of the machine's is brought home with its ledger, whole or not at all. */
function landedOnLikes(patches: readonly Patch[], { now, asked }: Comparison): Patch[] {
  const positions = new Map(now.rows.map((row) => [row.at, row]));
  return patches.filter((patch) => {
    const row = positions.get(patch.at);
    return row !== undefined && landedWell(now.view, row, patch, asked.get(patch.at));
  });
}

/** The same patches with what others know better. */
function together(patches: readonly Patch[], better: readonly Patch[]): Patch[] {
  const cells = new Map(patches.map((patch) => [patch.at, patch.cells]));
  for (const patch of better) cells.set(patch.at, new Map([...(cells.get(patch.at) ?? []), ...patch.cells]));
  return [...cells].map(([at, contents]) => ({ at, cells: contents }));
}

function misplaced(patches: readonly Patch[], comparison: Comparison, isMissing: IsMissing): Patch[] {
  const { before, now, origins, columnsMoved, asked } = comparison;
  const positions = new Map(now.rows.map((row) => [row.at, row]));
  if (columnsMoved && isAtHome(patches, positions, origins)) return [];
  const there = columnsMoved ? whereabouts(patches, now.rows) : patches;
  const named = new Set(now.rows.filter(isCoherent).map(({ ledger }) => ledger.question));
  const outputs = new Set(now.view.layout.outputs.map(({ at }) => at));
  const made = madeColumns(now.view.placed);
  return there.flatMap((patch) => {
    const row = positions.get(patch.at);
    if (!row || (!columnsMoved && landedWell(now.view, row, patch, asked.get(patch.at)))) return [];
    const was = priorOf(row, patch, comparison);
    // A sort may have left ours behind, and with it all that ties a row to its ledger: their own columns went with the row.
    const wasTheirs = was ?? theirPriorOf(row, patch, comparison);
    const isParted = !columnsMoved && isCoherent(row) && (!was || named.has(fingerprintOf(row)));
    const cells = [...patch.cells]
      .filter(([column, content]) => shows(row, column, content))
      .map(([column]): [number, Content] => {
        const prior = made.has(column) ? was : wasTheirs;
        return [column, contentOf(prior, origins[column - 1], before.formulas)];
      })
      .filter(([column, back]) => !isParted || (outputs.has(column) && back !== ''))
      // Where ours were left behind, so was what somebody had typed into them.
      .filter(([at]) => !isParted || !was || !made.has(at) || isMissing(was, at));
    const isChange = cells.some(([column, back]) => !shows(row, column, back));
    // A whole row at once, unchanged cells and all: fewer blocks to write.
    return isChange ? [{ at: patch.at, cells: new Map(cells) }] : [];
  });
}

/** Whether all of it is where it was meant for, carried there by its columns, and nothing of it where they were. */
function isAtHome(patches: readonly Patch[], rows: ReadonlyMap<number, Row>, origins: Origins): boolean {
  return patches.every(({ at, cells }) => {
    const row = rows.get(at);
    return row !== undefined && [...cells].every((cell) => isCarried(row, cell, origins));
  });
}

function isCarried(row: Row, [column, content]: readonly [number, Content], origins: Origins): boolean {
  const home = origins.indexOf(column - 1) + 1;
  if (home === 0 || isFormula(content)) return true;
  const isLeftBehind = home !== column && content !== '' && shows(row, column, content);
  return shows(row, home, content) && !isLeftBehind;
}

/** What a formula shows is not what was written. */
function isFormula(content: Content): boolean {
  return typeof content === 'string' && content.startsWith('=');
}

/**
 * A ledger in one piece. Beside a row that asks something else it was parted from its own: realigning brings it there, and to this
 * row its own, as long as that is named anywhere. Then only what was overwritten in outputs need be put back.
 */
function isCoherent({ ledger }: Row): boolean {
  return ledger.state !== undefined && ledger.state.fingerprint === ledger.question;
}

/**
 * The row asks what the written state speaks of; or, where none was written, what was asked there before. A patch without a state (a
 * mere Status) does no harm anywhere.
 */
function landedWell({ layout }: TableView, row: Row, patch: Patch, asked: string | undefined): boolean {
  if (!patch.cells.has(layout.state)) return true;
  const { state } = row.ledger;
  // What cannot be read counted as asking what the ledger named that is gone now.
  if (state === undefined && isUnknown(row.question)) return true;
  return (state === undefined ? asked : state.fingerprint) === fingerprintOf(row);
}

interface Comparison {
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly origins: Origins;
  readonly columnsMoved: boolean;
  /** What rows asked before, by their position. */
  readonly asked: ReadonlyMap<number, string>;
}

/**
 * The row of before that a row of now was: by all its cells, or else by what those hold that are not computed. What they display
 * may be of another moment than what they hold, if columns moved between the two readings.
 */
function priorOf(
  row: Row,
  patch: Patch,
  { before, now, origins, columnsMoved }: Comparison,
): Row | undefined {
  const compared = origins.flatMap((origin, i) =>
    origin < 0 || patch.cells.has(i + 1) ? [] : [[origin, i] as const],
  );
  // What cells of ours display is not always read; they go by what they hold.
  const ours = new Set(now.view.placed.values());
  const same = (was: Row): boolean =>
    compared.every(
      ([origin, i]) =>
        alike(was.values[origin], row.values[i]) &&
        (ours.has(i + 1) || (was.display[origin] ?? row.display[i]) === row.display[i]),
    );
  const exact = before.rows.find((was) => was.at === row.at && same(was)) ?? before.rows.find(same);
  if (exact) return exact;
  const unseen = before.rows.filter((was) => isUnseen(was.question) && was.presumed === fingerprintOf(row));
  if (unseen.length === 1 && unseen[0]?.presumed !== '') return unseen[0];
  const typed = compared.filter(([, i]) => !isComputed(now, row, i));
  if (typed.length === 0 || (typed.length === compared.length && !columnsMoved)) return undefined;
  const likely = before.rows.filter((was) =>
    typed.every(([origin, i]) => alike(was.values[origin], row.values[i])),
  );
  if (likely.length === 1) return likely[0];
  return columnsMoved ? likely.find((was) => was.at === row.at) : undefined;
}

/** The row of before that holds the same in the person's own columns, those that are filled among them; where several do, one that held something. */
function theirPriorOf(row: Row, patch: Patch, { before, now, origins }: Comparison): Row | undefined {
  const filled = now.view.filled;
  if (filled.length === 0) return undefined;
  const made = madeColumns(now.view.placed);
  const compared = origins.flatMap((origin, i) =>
    origin < 0 || made.has(i + 1) || patch.cells.has(i + 1) ? [] : [[origin, i] as const],
  );
  const known = before.rows.filter((was) =>
    compared.every(([origin, i]) => alike(was.values[origin], row.values[i])),
  );
  const holds = (was: Row): boolean =>
    filled.some(({ at }) => patch.cells.has(at) && (was.values[origins[at - 1] ?? -1] ?? '') !== '');
  return known.find(holds) ?? known[0];
}

/** Cells with a formula read otherwise when they are calculated anew; they and the blanks of one that is loading tell no row from another. */
function isComputed({ view, formulas }: Snapshot, { at }: Row, column: number): boolean {
  return Boolean(formulas[at - 2]?.[column]) || view.unknowns(at, column) !== undefined;
}

function contentOf(
  was: Row | undefined,
  origin: number | undefined,
  formulas: Snapshot['formulas'],
): Content {
  if (!was || origin === undefined || origin < 0) return '';
  return contentAgain(was.values[origin], (was.formulas ?? formulas[was.at - 2])?.[origin]);
}
