/** Showing a row that failed: it is looked up by what it asks, for it may have moved since it was named. */
import { Problem } from '../enrichment/problem';
import { enrichmentMeant } from '../run/record/enrichments';
import { fingerprintOf } from '../run/rows/standing';
import type { Services } from '../run/services';
import { readTable } from '../sheet/reading';
import { sheetOf } from '../sheet/spreadsheet';
import { viewOf } from '../sheet/table';
import type { Calls } from './protocol';

/** Selects the row that asks this question: the one at `at` if it is it, else the first. Throws `row-gone`. */
export function show({ workbook, documents }: Services, { id, at, print }: Calls['show']['argument']): null {
  const e = enrichmentMeant(documents, id);
  const sheet = sheetOf(workbook, e);
  const reading = readTable(sheet);
  const rows = viewOf(e, reading)
    .rows(reading)
    .filter((row) => print !== '' && fingerprintOf(row) === print);
  const row = rows.find((candidate) => candidate.at === at) ?? rows[0];
  if (!row) throw new Problem('row-gone');
  workbook.show(sheet, row.at);
  return null;
}
