/** Promise 10: what an execution takes from the sheets follows what it writes and what happens to it, never how often it looks. */
import type { Effort, Spent } from '../engine/effort';
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

/** Calls that reach a sheet: for an opening of all tables and an offer; for each window; for each thing that happens. */
const CALLS = { opening: 200, window: 25, happening: 20 };

/** The same for cells, in whole tables. */
const TABLES = { opening: 12, window: 4, happening: 4 };

/** Looks at what every execution took. Of a sheet that is gone it is tried again and again whether it can be read. */
export function checkEffort(stage: Stage, effort: Effort): Violation[] {
  const { tally, host } = stage;
  if ('deletes the sheet' in tally.userActions) return [];
  const happenings = sum(tally.userActions) + sum(tally.faults) + tally.kills;
  const area = host.spreadsheet.sheets.reduce((cells, sheet) => cells + areaOf(sheet.displayRows()), 0);
  return [...effort.byExecution].flatMap(([id, spent]) => {
    const calls = most(CALLS, spent, happenings);
    const cells = most(TABLES, spent, happenings) * area;
    if (spent.sheetCalls <= calls && spent.cellsRead <= cells) return [];
    const { sheetCalls, cellsRead, flushes, lists } = spent;
    const took = `${sheetCalls} sheet calls and ${cellsRead} cells for ${flushes} windows, in ${lists} looks`;
    return [violation(10, `execution ${id} took ${took}; ${calls} and ${cells} are enough`)];
  });
}

function most({ opening, window, happening }: typeof CALLS, { flushes }: Spent, happenings: number): number {
  return opening + window * flushes + happening * happenings;
}

function areaOf(rows: readonly (readonly string[])[]): number {
  return rows.length * (rows[0]?.length ?? 0);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
