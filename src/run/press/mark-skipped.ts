/** What a start writes beside the rows that the enrichment is not for: why they were left out. Only what says otherwise is written. */
import { Problem } from '../../enrichment/problem';
import { isSkipped, skippedStatus } from '../../enrichment/status';
import type { Patch } from '../../sheet/patches';
import { type Row, textIn } from '../../sheet/table';
import { isSilent } from '../cycle/beside-rows';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { whyUnmet } from '../rows/only-if';
import { statusPatch } from '../rows/patching';
import { identityOf, type Offer } from './offer';

/**
 * Brings the Status of such rows up to date, and of those that were left out once and are not any more. No run is given up for it:
 * whether it was done, so that a mark may stay where it was not.
 */
export function markSkipped(job: Job, flush: () => void, offer: Offer): boolean {
  const plan = (row: Row): Patch | undefined => statusAnew(job, row, offer);
  const find = (): Row[] => job.rows.filter((row) => plan(row) !== undefined);
  if (find().length === 0) return true;
  try {
    apply(job, flush, find, plan);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    console.error(String(thrown));
    return false;
  }
}

/**
 * Undefined for a Status that is right. What a row was answered, or why it failed, is worth more than why it is left out now; so is
 * what a person wrote there.
 */
function statusAnew({ view, sheet }: Job, row: Row, { mode, unmet }: Offer): Patch | undefined {
  if (!isSilent(view, row)) return undefined;
  const status = textIn(row.values, view.layout.status);
  const why = whyUnmet(view, row, sheet, mode);
  if (why === undefined) return isSkipped(status) ? statusPatch(view, row, '') : undefined;
  if (!unmet.has(identityOf(row)) || status === skippedStatus(why)) return undefined;
  return statusPatch(view, row, skippedStatus(why));
}
