/** What is left on its sheet of a run that has ended: what Undo would take, and the rows that got no answer, by reason. */
import type { Enrichment } from '../../enrichment/definition';
import { Problem } from '../../enrichment/problem';
import { stretches } from '../../sheet/patches';
import { readTable } from '../../sheet/reading';
import { type Sheet, sheetOf } from '../../sheet/spreadsheet';
import { undoable } from '../rows/undoable';
import type { Services } from '../services';
import type { RunLeft } from './past-types';
import { type Seen, seenIn } from './report';
import { rowsOf, unansweredOf, unansweredRows } from './tally';

/** So many blocks of rows are selected at once: more are no selection that anybody could look at. */
const MOST_BLOCKS = 500;

/** Reads the table once. Throws what a TableView throws. */
export function leftOf(services: Services, e: Enrichment, run: string): RunLeft {
  const { view, rows } = seen(e, sheetOf(services.workbook, e));
  const { taken, ...rest } = undoable(rows, run);
  return { undoable: { cleared: taken.length, ...rest }, unanswered: unansweredOf(view, rowsOf(rows, run)) };
}

/** Selects the rows of a run that got no answer for a reason, wherever they are now; how many were selected. Throws `row-gone` where there are none. */
export function selectUnanswered(services: Services, e: Enrichment, run: string, reason: string): number {
  const sheet = sheetOf(services.workbook, e);
  const { view, rows } = seen(e, sheet);
  const found = unansweredRows(view, rowsOf(rows, run), reason).map(({ at }) => at);
  const blocks = stretches(found, 1).slice(0, MOST_BLOCKS);
  if (blocks.length === 0) throw new Problem('row-gone');
  services.workbook.select(sheet, blocks);
  return blocks.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

function seen(e: Enrichment, sheet: Sheet): Seen {
  return seenIn(e, readTable(sheet));
}
