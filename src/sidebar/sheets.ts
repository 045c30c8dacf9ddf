/** The sheets to which an enrichment can be taken. */
import type { Services } from '../run/services';
import { RECEIPTS } from '../sheet/receipts';
import type { Calls } from './protocol';

/** All but the receipts, as they stand in the document. */
export function sheetsOf({ workbook }: Services): Calls['sheets']['result'] {
  const all = workbook.sheets().map((sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName() }));
  return all.filter(({ name }) => name !== RECEIPTS);
}
