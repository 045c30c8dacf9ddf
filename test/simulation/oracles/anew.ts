/** Promise 3 for rows that somebody has asked anew: the answer of that run is not one that was there before they said so. */
import { ledgerColumn } from '../engine/ledger-cells';
import type { SeenRun } from '../engine/runs';
import type { Stage, StagedSheet } from '../engine/stage';
import { type Violation, violation } from './violation';

/** What leaves hidden cells that belong together beside each other. */
const PARTING = /ledger/;

/** Looks at every row that says that such a run has answered it. */
export function checkAnew(stage: Stage): Violation[] {
  if (Object.keys(stage.tally.userActions).some((kind) => PARTING.test(kind))) return [];
  const anew = new Map(stage.runs.seen.flatMap((run) => (run.agreement.known ? [[run.id, run]] : [])));
  if (anew.size === 0) return [];
  return stage.sheets
    .filter((sheet) => stage.has(sheet))
    .flatMap((sheet) => stage.present(sheet).flatMap(([, { draft }]) => oldIn(sheet, draft.name, anew)));
}

function oldIn({ shadow }: StagedSheet, name: string, anew: ReadonlyMap<string, SeenRun>): Violation[] {
  const [state, task] = [ledgerColumn(shadow, name, 'state'), ledgerColumn(shadow, name, 'task')];
  if (state === 0 || task === 0) return [];
  const found: Violation[] = [];
  const { lastRow } = shadow;
  for (let at = 2; at <= lastRow; at++) {
    const [ended, , run = '', , ordinal] = shadow.real.display(at, state).split(' | ');
    const id = shadow.real.display(at, task);
    // What has no number was copied.
    if (ended === 'done' && ordinal !== '0' && anew.get(run)?.agreement.known?.has(id))
      found.push(violation(3, `${name} row ${at}: run ${run} was to ask anew, and took ${id} for its own`));
  }
  return found;
}
