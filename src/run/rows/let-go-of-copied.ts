/** Rows that were copied while they waited or were being asked: no run of this sheet will bring their answers, and their Status says so. */
import { isFinal } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { stateBefore } from './anew';
import { apply } from './apply';
import { letGoPatch } from './asked-again';
import type { Job } from './job';
import { releasedPatch, strandedPatch } from './patching';
import { holdsOurs } from './standing';

/** Status of such rows. */
const COPIED =
  'Not asked here: it was under way when this was copied, and the original gets the answer. Enrich asks it here, at its price.';

/** Lets them go, so that two sheets never wait for one task. */
export function letGoOfCopied(job: Job, flush: () => void): void {
  apply(
    job,
    flush,
    () => job.rows.filter(isOpen),
    (row) => (isOpen(row) ? letGo(job, row) : undefined),
  );
}

function isOpen({ ledger: { state } }: Row): boolean {
  return state !== undefined && !isFinal(state.state);
}

/** An earlier answer that still stands in the row stays known as the machine's. */
function letGo({ view }: Job, row: Row): Patch {
  const { state } = row.ledger;
  if (stateBefore(row)) return letGoPatch(view, row, COPIED);
  if (!state || !holdsOurs(row)) return releasedPatch(view, row, COPIED);
  const patch = strandedPatch(view, row, state, 'expired');
  const { status } = view.layout;
  return status > 0 ? { ...patch, cells: new Map([...patch.cells, [status, COPIED]]) } : patch;
}
