/** SpreadsheetApp.DataValidation, as far as scripts look at rules that people have made, and make dropdowns. */
import { DataValidationCriteria } from '../enums';
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import type { Validation } from '../model/cell';
import { Handles, handle, service } from '../service';

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

/** What is behind the rules that scripts pass back. */
export const validations = new Handles<Validation>();

/** A rule as a script holds it. */
export function validationService(run: Execution, rule: Validation): DataValidation {
  const { kind, rejects, values = [] } = rule;
  const self = service<DataValidation>(run, 'SpreadsheetApp.DataValidation', {
    getCriteriaType: handle('', () => DataValidationCriteria[kind]),
    getCriteriaValues: handle('', () => [...values]),
    getAllowInvalid: handle('', () => !rejects),
  });
  return validations.set(self, rule);
}

/** `SpreadsheetApp.newDataValidation()`, which shows a warning for other entries unless it is told to reject or to allow them. */
export function validationBuilder(run: Execution): Builder {
  let list: readonly string[] | undefined;
  let [hasDropdown, rejects] = [true, false];
  const choose = (choices: readonly string[], shown = true): Builder => {
    [list, hasDropdown] = [[...choices], shown];
    return self;
  };
  const build = (): DataValidation => {
    const choices = list;
    if (!choices) throw new ServiceError('A data validation rule must have a criterion.');
    const allows: Validation['allows'] = (value) => choices.includes(String(value));
    return validationService(run, { kind: 'VALUE_IN_LIST', values: [choices, hasDropdown], rejects, allows });
  };
  const self: Builder = service<Builder>(run, 'SpreadsheetApp.DataValidationBuilder', {
    requireValueInList: handle('string[]; string[], boolean', choose),
    setAllowInvalid: handle('boolean', (allowed: boolean) => {
      rejects = !allowed;
      return self;
    }),
    build: handle('', build),
  });
  return self;
}
