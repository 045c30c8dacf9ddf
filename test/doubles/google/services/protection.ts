/** SpreadsheetApp.Protection. */
import { ProtectionType } from '../enums';
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import { rectOf } from '../model/geometry';
import type { Protection as Protected } from '../model/regions';
import type { Sheet } from '../model/sheet';
import { change, handle, lookup, service } from '../service';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** A handle of a protected range or sheet. */
export function protectionService(run: Execution, sheet: Sheet, held: Protected): Protection {
  const mayEdit = () =>
    held.warningOnly || run.user === sheet.world.owner || (held.editors?.has(run.user) ?? true);
  const whole = () => rectOf(1, 1, sheet.maxRows, sheet.maxColumns);
  const self: Protection = service<Protection>(run, 'SpreadsheetApp.Protection', {
    getRange: handle('', () => run.make.range(sheet, held.rect ?? whole())),
    getProtectionType: handle('', () => ProtectionType[held.kind]),
    getDescription: lookup('', () => held.description),
    canEdit: lookup('', mayEdit),
    isWarningOnly: lookup('', () => held.warningOnly),
    setWarningOnly: change('boolean', (warningOnly: boolean) => {
      held.warningOnly = warningOnly;
      return self;
    }),
    setDescription: change('string', (description: string) => {
      held.description = description;
      return self;
    }),
    remove: change('', () => {
      if (!mayEdit()) throw new ServiceError("You don't have permission to remove this protection.");
      sheet.protections = sheet.protections.filter((one) => one !== held);
    }),
  });
  return self;
}
