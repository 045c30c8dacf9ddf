/** A person's filter that leaves our columns out is made again over them, at a press: its rows and their answers are then sorted together. */
import { orLog, Problem } from '../../enrichment/problem';
import type { Properties } from '../../platform/properties';
import { coverFor, makeCover, uncoveredBy } from '../../sheet/cover';
import { places } from '../../sheet/layout';
import type { Sheet } from '../../sheet/spreadsheet';
import { ownAccount } from '../record/key';
import { isNewer } from '../record/layout';
import { forgetFilter, isFilterOpen, noteFilter, openFilter } from '../record/open-filters';
import type { Services } from '../services';
import { ifNobodyIsAtIt, inTurn } from '../turn';

/** Makes it again, if it is still the one that was seen. Throws `filter-changed` or `filter-not-kept`, with nothing changed. */
export function widenFilter(services: Services, sheetId: number, over: string): void {
  inTurn(services, () => {
    const { workbook, documents } = services;
    const sheet = workbook.sheetById(sheetId);
    const filter = sheet?.getFilter();
    const found = sheet && uncoveredBy(sheet, places(sheet));
    if (!sheet || !filter || found?.over !== over) throw new Problem('filter-changed');
    noteFilter(documents, sheetId, coverFor(sheet, filter, found.wider));
    filter.remove();
    complete(services, sheet, documents.all());
  });
}

/** Ends what was cut short between the old filter and the new one. Nobody needs it to see the rest: where it cannot be done, nothing is said. */
export function completeFilter(services: Services, sheet: Sheet, properties: Properties): void {
  if (!isFilterOpen(properties, sheet.getSheetId()) || isNewer(properties)) return;
  orLog(() =>
    ifNobodyIsAtIt(services, ownAccount(services.user), () =>
      complete(services, sheet, services.documents.all()),
    ),
  );
}

/** The same for whoever holds the document already. */
export function completeFilterNow(services: Services, sheet: Sheet, properties: Properties): void {
  if (isFilterOpen(properties, sheet.getSheetId())) orLog(() => complete(services, sheet, properties));
}

function complete({ workbook, documents }: Services, sheet: Sheet, properties: Properties): void {
  const id = sheet.getSheetId();
  const kept = openFilter(properties, id);
  if (kept) makeCover(sheet, kept);
  workbook.flush();
  forgetFilter(documents, id);
}
