/** Setting up: an enrichment is checked against its table, saved, and given its columns. */
import { checkAgainst, checkDefinition } from '../../enrichment/check';
import type { Enrichment } from '../../enrichment/definition';
import { Problem } from '../../enrichment/problem';
import { createColumns } from '../../sheet/create-columns';
import { headingsToAsk, places } from '../../sheet/layout';
import { headingsOf } from '../../sheet/reading';
import { saveEnrichment } from '../record/enrichments';
import { runsIn } from '../record/run';
import type { Services } from '../services';

/** Saves an enrichment. Throws what is wrong with it, with nothing changed. */
export function setUp({ workbook, documents }: Services, e: Enrichment): void {
  checkDefinition(e);
  const sheet = workbook.sheetById(e.sheetId);
  if (!sheet) throw new Problem('sheet-gone', e.name);
  checkAgainst(e, headingsToAsk(e, headingsOf(sheet), places(sheet)));
  if (runsIn(documents.all()).some((run) => run.enrichment === e.id))
    throw new Problem('already-running', e.name);
  createColumns(sheet, e);
  workbook.flush();
  saveEnrichment(documents, e);
}
