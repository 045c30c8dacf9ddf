/** Which row a try asks. The enrichment need not be saved, and need have no columns. */
import { checkAgainst } from '../../enrichment/check';
import type { Enrichment } from '../../enrichment/definition';
import { Problem } from '../../enrichment/problem';
import { type RowQuestion, rowReader, type SeenQuestion } from '../../enrichment/row-question';
import { headingsToAsk } from '../../sheet/layout';
import { type Reading, readTable } from '../../sheet/reading';
import { type Sheet, sheetOf } from '../../sheet/spreadsheet';
import { inputsOf } from '../../sheet/table';
import { judgeIn } from '../rows/only-if';
import type { Services } from '../services';
import { reasonOf } from './offer';
import type { Asked } from './tried';

/** A row of the table that holds anything of the person's own. */
export interface TableRow {
  readonly at: number;
  readonly question: RowQuestion;
  /** Whether the enrichment is for it, as its condition says. */
  readonly isMeant: boolean;
}

/** A row that can be asked. */
export interface RowToTry extends Asked {
  readonly fingerprint: string;
}

/** The rows of a table, as they are now. Throws where the question names what is not there. */
export function rowsNow(services: Services, e: Enrichment): TableRow[] {
  const sheet = sheetOf(services.workbook, e);
  return rowsIn(e, sheet, readTable(sheet));
}

function rowsIn(e: Enrichment, sheet: Sheet, reading: Reading): TableRow[] {
  const { headings, places, values, display, firstRow } = reading;
  const askable = headingsToAsk(e, headings, places);
  checkAgainst(e, askable);
  const reader = rowReader(e, askable);
  const ours = new Set(places.values());
  const whyUnmet = judgeIn(e, reading, sheet);
  return values.flatMap((cells, i) => {
    if (!cells.some((value, c) => value !== '' && !ours.has(c + 1))) return [];
    const at = firstRow + i;
    const isMeant = whyUnmet({ at, values: cells, display: display[i] ?? [] }) === undefined;
    return [{ at, question: reader.read(inputsOf(reading, i)), isMeant }];
  });
}

/** The selected row, or the first that can be asked, and for which the enrichment is if there is one. Throws why there is none. */
export function rowToTry({ workbook }: Services, sheet: Sheet, rows: readonly TableRow[]): RowToTry {
  if (rows.length === 0) throw new Problem('empty-table');
  const onView = workbook.activeSheet().getSheetId() === sheet.getSheetId();
  const first = onView ? workbook.firstSelected(rows.map(({ at }) => at)) : undefined;
  const selected = rows.find(({ at }) => at === first);
  const askableRows = rows.filter(({ question }) => 'text' in question);
  const row = selected ?? askableRows.find(({ isMeant }) => isMeant) ?? askableRows[0];
  if (!row || 'unseen' in row.question) throw new Problem('nothing-to-try');
  return { at: row.at, ...askable(row.question) };
}

function askable(question: SeenQuestion): { readonly text: string; readonly fingerprint: string } {
  if ('text' in question) return question;
  const { blocker, column } = question;
  throw new Problem('row-not-asked', reasonOf({ reason: blocker, column, rows: 1 }));
}
