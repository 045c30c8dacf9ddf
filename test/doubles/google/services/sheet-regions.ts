/** The half of SpreadsheetApp.Sheet about what hangs over its cells: filter, protections, conditional formats. */
import type { Execution } from '../execution';
import type { Sheet as SheetModel } from '../model/sheet';
import { change, type Modelled, read } from '../service';
import { conditionalRules, ruleService } from './conditional-format';
import { filterService } from './filter';
import { protectionService } from './protection';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Filter, protections and conditional formats of the sheet. */
export function sheetRegions(run: Execution, sheet: SheetModel): Modelled<Sheet> {
  return {
    getFilter: read('', () => (sheet.filter ? filterService(run, sheet, sheet.filter) : null)),
    protect: change('', () => protectionService(run, sheet, sheet.protect())),
    getProtections: read('enum', (type: unknown) =>
      sheet.protections
        .filter(({ kind }) => kind === String(type))
        .map((held) => protectionService(run, sheet, held)),
    ),
    getConditionalFormatRules: read('', () =>
      sheet.conditionalRules.map((rule) => ruleService(run, { sheet, rule })),
    ),
    setConditionalFormatRules: change('SpreadsheetApp.ConditionalFormatRule[]', (rules: Rule[]) => {
      sheet.conditionalRules = rules.map((rule) => conditionalRules.get(rule).rule);
    }),
  };
}
