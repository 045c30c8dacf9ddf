/** The sheets of the document: the one that the person looks at, and those to which an enrichment can be copied. */
import { stampOf } from '../run/record/stamp';
import type { Services } from '../run/services';
import { RECEIPTS } from '../sheet/receipts';
import type { Calls } from './protocol';

/** All but the receipts, as they stand in the document. */
export function sheetsOf({ workbook }: Services): Calls['sheets']['result'] {
  const all = workbook.sheets().map((sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName() }));
  return all.filter(({ name }) => name !== RECEIPTS);
}

/** The one that the person looks at, and the stamp of what has happened in the document. */
export function activeSheet({ workbook, documents }: Services): Calls['active']['result'] {
  const sheet = workbook.activeSheet();
  return { sheetId: sheet.getSheetId(), name: sheet.getName(), stamp: stampOf(documents.all()) };
}
