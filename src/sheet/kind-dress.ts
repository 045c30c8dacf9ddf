/** How the cells of our columns look by what they hold: number formats, and the dropdown of a choice. */
import type { ColumnKind } from '../enrichment/columns';
import { moneyFormat, USUAL_CURRENCY } from '../enrichment/currencies';
import { orLog } from '../enrichment/problem';
import { dropdown } from './spreadsheet';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Google's number format for a kind; '' where the automatic one does. */
function formatOf({ kind, currency = USUAL_CURRENCY }: ColumnKind): string {
  if (kind === 'date') return 'yyyy-mm-dd';
  if (kind === 'percent') return '0.0%';
  // Without commas, for it may be a year.
  if (kind === 'whole number') return '0';
  return kind === 'money' ? moneyFormat(currency) : '';
}

/** Dresses the cells of a column: of one that is new by all that it holds, of another by what has changed `since` it was saved. */
export function dressCells(cells: () => Range, now: ColumnKind, since: ColumnKind | undefined): void {
  const format = since ? '' : formatOf(now);
  if (format !== '') cells().setNumberFormat(format);
  const [choices, before] = [now.choices ?? [], since?.choices ?? []];
  if (choices.join('\n') === before.join('\n')) return;
  // A dropdown helps whoever types; the answers come without it too.
  orLog(() =>
    choices.length === 0 ? cells().clearDataValidations() : cells().setDataValidation(dropdown(choices)),
  );
}
