/** A run that asks with what another enrichment fills: while it goes on, that enrichment cannot be removed from under it. */
import type { Enrichment } from '../../enrichment/definition';
import { Problem } from '../../enrichment/problem';
import { places } from '../../sheet/layout';
import { usesOn } from '../../sheet/members';
import { headingsOf } from '../../sheet/reading';
import type { Leave } from '../../sheet/remove-columns';
import type { Sheet } from '../../sheet/spreadsheet';
import { enrichmentsOn } from '../record/enrichments';
import { runsIn } from '../record/run';
import type { Services } from '../services';

/**
 * Throws `asked-with` where answers that were paid for could not be told any more, or rows would be waited for in vain. Answers that are
 * kept as plain columns are in nobody's way once a run waits for no more of them.
 */
export function checkNotAskedWith({ documents }: Services, e: Enrichment, sheet: Sheet, leave: Leave): void {
  const live = runsIn(documents.all()).filter(({ sheetId }) => sheetId === e.sheetId);
  if (live.length === 0) return;
  const placed = places(sheet);
  const uses = usesOn(enrichmentsOn(documents, e.sheetId), { headings: headingsOf(sheet, placed), placed });
  const run = live.find(
    ({ enrichment, waitsFor }) =>
      uses.get(enrichment)?.includes(e.id) && (leave === 'delete' || waitsFor !== undefined),
  );
  if (run) throw new Problem('asked-with', run.name);
}
