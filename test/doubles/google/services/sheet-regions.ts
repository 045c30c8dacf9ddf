/** The half of SpreadsheetApp.Sheet about what hangs over its cells: filter, protections, conditional formats. */
import type { Execution } from '../execution';
import type { Rect } from '../model/geometry';
import type { Sheet as SheetModel } from '../model/sheet';
import { change, handle, type Modelled, read, service } from '../service';
import { conditionalRules, ruleService } from './conditional-format';
import { protectionService } from './protection';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Filter = GoogleAppsScript.Spreadsheet.Filter;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Filter, protections and conditional formats of the sheet. */
export function sheetRegions(run: Execution, sheet: SheetModel): Modelled<Sheet> {
  return {
    getFilter: read('', () => (sheet.filter ? filterService(run, sheet, sheet.filter.rect) : null)),
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

function filterService(run: Execution, sheet: SheetModel, rect: Rect): Filter {
  return service<Filter>(run, 'SpreadsheetApp.Filter', {
    getRange: handle('', () => run.make.range(sheet, rect)),
    remove: change('', () => sheet.removeFilter()),
  });
}
