/** SpreadsheetApp.DataValidation, as far as scripts look at rules that people have made; making rules is not modelled. */
import { DataValidationCriteria } from '../enums';
import type { Execution } from '../execution';
import type { Validation } from '../model/cell';
import { handle, service } from '../service';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

/** A rule as a script holds it. */
export function validationService(
  run: Execution,
  { kind, rejects, values = [] }: Validation,
): DataValidation {
  return service<DataValidation>(run, 'SpreadsheetApp.DataValidation', {
    getCriteriaType: handle('', () => DataValidationCriteria[kind]),
    getCriteriaValues: handle('', () => [...values]),
    getAllowInvalid: handle('', () => !rejects),
  });
}
