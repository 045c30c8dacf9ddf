/**
 * Which rows can be seen: those that neither a filter hides, nor a person by hand, nor a folded group, whose rows count as hidden by
 * hand. Google tells of one row a call, and what a filter view hides it tells no script.
 */
import { figure } from '../enrichment/amounts';
import { MOST_BY_HAND } from '../enrichment/offer-lines';
import { Problem } from '../enrichment/problem';
import { MOST_FILTERED } from '../enrichment/which-words';
import { evenly } from './filtered';
import { hiddenAmong, type Selected } from './selected';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Of more so many are asked whether they are hidden by hand: one that is makes it certain that no judgement holds. */
const PROBES = 10;

/**
 * Those of some rows, in ascending order, that can be seen; about forty calls at most. Of many rows under a filter its conditions tell,
 * and `byHand` is not known. Throws `visible-unclear` and `hidden-by-hand` where it cannot be told.
 */
export function visibleAmong(sheet: Sheet, rows: readonly number[]): Selected {
  const filter = rows.length > 0 ? sheet.getFilter() : null;
  if (!filter) return asSeen(sheet, rows, false, MOST_BY_HAND);
  const told = hiddenAmong(sheet, filter, rows, { few: MOST_FILTERED, many: MOST_FILTERED });
  if (!told) throw new Problem('visible-unclear', figure(rows.length));
  const shown = rows.filter((row) => !told.hidden.has(row));
  if (shown.length > MOST_FILTERED && !evenly(shown, PROBES).some((row) => sheet.isRowHiddenByUser(row)))
    return { rows: new Set(shown), judged: told.judged, byHand: undefined };
  return asSeen(sheet, shown, told.judged, MOST_FILTERED);
}

function asSeen(sheet: Sheet, rows: readonly number[], judged: boolean, most: number): Selected {
  if (rows.length > most) throw new Problem('hidden-by-hand', figure(rows.length));
  const seen = rows.filter((row) => !sheet.isRowHiddenByUser(row));
  return { rows: new Set(seen), judged, byHand: new Set() };
}
