/** Stands in for Google's recalculation: a new formula is loading as soon as somebody looks, and has its value once somebody waits. */
import type { GoogleHost } from '../../doubles/google';
import { Formulas } from '../playground/thread/formulas';

/** The function of the questions that cells call. */
const FUNCTION = 'PARITY';

/** The hook for a host, called before each call of a service. */
export function recalculating(host: GoogleHost): NonNullable<GoogleHost['onServiceCall']> {
  const formulas = new Formulas(host, () => {}, FUNCTION);
  let isAtWork = false;
  return ({ method }) => {
    // While a function of a cell is at work, it is not calculated again.
    if (isAtWork) return;
    if (/^get(Display)?Values?$/.test(method)) showLoading(host);
    if (method !== 'sleep') return;
    isAtWork = true;
    formulas.recalculate('owner@example.com');
    isAtWork = false;
  };
}

/** Only sheets of these questions are looked at: others are large. */
function showLoading({ spreadsheet }: GoogleHost): void {
  const sheets = spreadsheet.sheets.filter(({ name }) => name.startsWith('Scratch formula'));
  for (const sheet of sheets)
    for (const [r, { cells }] of sheet.rows.entries())
      for (const [c, cell] of cells.entries())
        if (cell?.formula?.startsWith(`=${FUNCTION}(`) && cell.value === undefined)
          sheet.setComputed(r + 1, c + 1, 'Loading...');
}
