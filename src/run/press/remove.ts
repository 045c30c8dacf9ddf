/** Removing an enrichment: its columns go or become the person's own, then it is forgotten. Others are not touched. */
import { Problem } from '../../enrichment/problem';
import { type Leave, removeColumns } from '../../sheet/remove-columns';
import type { Sheet } from '../../sheet/spreadsheet';
import { endNow } from '../cycle/end-now';
import {
  enrichmentMeant,
  removeEnrichment,
  type Unreadable,
  unreadableEnrichments,
} from '../record/enrichments';
import { forgetLast } from '../record/last-run';
import { checkLayout } from '../record/layout';
import { forgetPostsOf } from '../record/left-posts';
import { clearMarksOf } from '../record/marks';
import { forgetSaving } from '../record/open-saves';
import { liveRun } from '../record/run';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { checkNotAskedWith } from './asked-with';
import { forgetSchedule } from './schedule';

/** Removes an enrichment. Throws `already-running`, `asked-with`, `busy` or `protected`. Cut short half-way, it can be done again. */
export function removeForGood(services: Services, id: string, leave: Leave): void {
  inTurn(services, () => {
    const { documents, workbook } = services;
    const unreadable = unreadableEnrichments(documents).find((each) => each.id === id);
    const sheets = unreadable ? sheetsOfUnreadable(services, unreadable) : sheetsOf(services, id, leave);
    for (const sheet of sheets) removeColumns(sheet, id, leave);
    workbook.flush();
    if (unreadable) endItsRun(services, id);
    removeEnrichment(documents, id);
    forgetLast(documents, id);
    forgetSchedule(services, id);
    clearMarksOf(documents, id);
    forgetPostsOf(documents, id);
    for (const sheet of sheets) forgetSaving(documents, { sheetId: sheet.getSheetId(), id });
  });
}

/** Where an enrichment is, unless something keeps it from being removed. */
function sheetsOf(services: Services, id: string, leave: Leave): Sheet[] {
  const { documents, workbook } = services;
  const e = enrichmentMeant(documents, id);
  const properties = documents.all();
  checkLayout(documents, e, properties);
  if (liveRun(properties, id)) throw new Problem('already-running', e.name);
  const sheet = workbook.sheetById(e.sheetId);
  if (sheet) checkNotAskedWith(services, e, sheet, leave);
  return sheet ? [sheet] : [];
}

/** One that cannot be read does not say where it is. */
function sheetsOfUnreadable({ workbook }: Services, { name, isNewer }: Unreadable): Sheet[] {
  if (isNewer) throw new Problem('newer-version', name);
  return workbook.sheets();
}

/** Nothing can be asked or written without its definition, so it can neither go on nor be stopped in the sidebar. */
function endItsRun(services: Services, id: string): void {
  const run = liveRun(services.documents.all(), id);
  if (run) endNow(services, run);
}
