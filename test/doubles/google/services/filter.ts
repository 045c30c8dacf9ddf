/**
 * SpreadsheetApp.Filter and its criteria, as far as scripts look at what people have set; setting criteria is not modelled.
 *
 * Known (reference of Filter and FilterCriteria): positions count from 1; a column without a criterion has null; there are these six
 * getters and no more; visible values are for pivot tables. Known too: no method tells all hidden rows, `isRowHiddenByFilter` takes
 * one. A filter is applied when it is set: cells that change later stay shown or hidden.
 * Assumed: positions are those of the sheet (a knob); one outside of the filter throws; the getters of a criterion read the object in
 * hand; a condition that was not set is null, and no hidden values are an empty list.
 */
import { BooleanCriteria } from '../enums';
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import { lastColumnOf } from '../model/geometry';
import type { BasicFilter, FilterCriterion } from '../model/regions';
import type { Sheet } from '../model/sheet';
import { change, handle, lookup, service } from '../service';

type Filter = GoogleAppsScript.Spreadsheet.Filter;
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;
type Color = GoogleAppsScript.Spreadsheet.Color;

/** The type package knows no colours, and no criterion without a condition. */
interface Documented extends Omit<Criteria, 'getCriteriaType'> {
  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria | null;
  getVisibleBackgroundColor(): Color | null;
  getVisibleForegroundColor(): Color | null;
}

/** The filter as a script holds it. */
export function filterService(run: Execution, sheet: Sheet, filter: BasicFilter): Filter {
  return service<Filter>(run, 'SpreadsheetApp.Filter', {
    getRange: handle('', () => run.make.range(sheet, filter.rect)),
    getColumnFilterCriteria: lookup('int', (position: number) => {
      const criterion = filter.criteria.get(columnAt(run, filter, position));
      return criterion ? criteriaService(run, criterion) : null;
    }),
    remove: change('', () => sheet.removeFilter()),
  });
}

function columnAt(run: Execution, { rect }: BasicFilter, position: number): number {
  const column = run.state.knobs.filterPositions === 'range' ? rect.column + position - 1 : position;
  if (column < rect.column || column > lastColumnOf(rect))
    throw new ServiceError('Those columns are out of bounds.');
  return column;
}

function criteriaService(run: Execution, criterion: FilterCriterion): Criteria {
  const { hiddenValues = [], condition, background } = criterion;
  const color = () => (background === undefined ? null : service<Color>(run, 'SpreadsheetApp.Color', {}));
  const documented = service<Documented>(run, 'SpreadsheetApp.FilterCriteria', {
    getCriteriaType: handle('', () => (condition ? typeOf(condition.type) : null)),
    getCriteriaValues: handle('', () => [...(condition?.values ?? [])]),
    getHiddenValues: handle('', () => [...hiddenValues]),
    getVisibleValues: handle('', () => []),
    getVisibleBackgroundColor: handle('', color),
    getVisibleForegroundColor: handle('', () => null),
  });
  // The same object, under the name that the type package has for it.
  return documented as Criteria;
}

function typeOf(name: string) {
  const found = Object.entries(BooleanCriteria).find(([each]) => each === name);
  if (!found) throw new Error(`Google has no filter condition ${name}`);
  return found[1];
}
