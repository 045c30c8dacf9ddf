/** Removing an enrichment: its columns go or become the person's own, then it is forgotten. Others are not touched. */
import { Problem } from '../../enrichment/problem';
import { type Leave, removeColumns } from '../../sheet/remove-columns';
import { enrichmentMeant, removeEnrichment } from '../record/enrichments';
import { forgetLast } from '../record/last-run';
import { checkLayout } from '../record/layout';
import { forgetPostsOf } from '../record/left-posts';
import { clearMarksOf } from '../record/marks';
import { forgetSaving } from '../record/open-saves';
import { liveRun } from '../report/report';
import type { Services } from '../services';
import { inTurn } from '../turn';

/** Removes an enrichment. Throws `already-running`, `busy` or `protected`. Cut short half-way, it can be done again. */
export function removeForGood(services: Services, id: string, leave: Leave): void {
  inTurn(services, () => {
    const { documents, workbook } = services;
    const e = enrichmentMeant(documents, id);
    checkLayout(documents, e);
    if (liveRun(documents.all(), id)) throw new Problem('already-running', e.name);
    const sheet = workbook.sheetById(e.sheetId);
    if (sheet) removeColumns(sheet, e, leave);
    workbook.flush();
    removeEnrichment(documents, id);
    forgetLast(documents, id);
    clearMarksOf(documents, id);
    forgetPostsOf(documents, id);
    forgetSaving(documents, { sheetId: e.sheetId, id });
  });
}
