/**
 * SpreadsheetApp.Filter and its criteria, as far as scripts look at what people have set, and set the same again.
 *
 * Known (reference of Filter and FilterCriteria): positions count from 1; a column without a criterion has null; there are these six
 * getters and no more; visible values are for pivot tables. Known too: no method tells all hidden rows, `isRowHiddenByFilter` takes
 * one. A filter is applied when it is set: cells that change later stay shown or hidden.
 * Assumed: positions are those of the sheet (a knob); one outside of the filter throws; the getters of a criterion read the object in
 * hand; a condition that was not set is null, and no hidden values are an empty list. What a formula comes to the sheet knows: the
 * person has used it before.
 */
import { BooleanCriteria } from '../enums';
import { NotModelledError, ServiceError } from '../errors';
import type { Execution } from '../execution';
import { lastColumnOf, type Rect } from '../model/geometry';
import type { BasicFilter, FilterCriterion } from '../model/regions';
import type { Sheet } from '../model/sheet';
import { change, Handles, handle, lookup, service } from '../service';

type Filter = GoogleAppsScript.Spreadsheet.Filter;
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;
/** The type package lacks what the reference has: a condition by its name. */
interface Builder extends GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {
  withCriteria(criteria: Condition, values: unknown[]): Builder;
}
type Condition = GoogleAppsScript.Spreadsheet.BooleanCriteria;
type Color = GoogleAppsScript.Spreadsheet.Color;

/** What is behind the criteria that scripts pass back. */
const criterions = new Handles<FilterCriterion>();

/** The type package knows no colours, and no criterion without a condition. */
interface Documented extends Omit<Criteria, 'getCriteriaType'> {
  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria | null;
  getVisibleBackgroundColor(): Color | null;
  getVisibleForegroundColor(): Color | null;
}

/** The filter as a script holds it. */
export function filterService(run: Execution, sheet: Sheet, filter: BasicFilter): Filter {
  const self: Filter = service<Filter>(run, 'SpreadsheetApp.Filter', {
    getRange: handle('', () => run.make.range(sheet, filter.rect)),
    getColumnFilterCriteria: lookup('int', (position: number) => {
      const criterion = filter.criteria.get(columnAt(run, filter, position));
      return criterion ? criteriaService(run, criterion) : null;
    }),
    setColumnFilterCriteria: change(
      'int, SpreadsheetApp.FilterCriteria',
      (position: number, criteria: Criteria) => {
        sheet.setCriterion(columnAt(run, filter, position), criterions.get(criteria));
        return self;
      },
    ),
    remove: change('', () => sheet.removeFilter()),
  });
  return self;
}

/** `Range.createFilter()`: a sheet has one. */
export function createFilter(run: Execution, sheet: Sheet, { row, column, rows, columns }: Rect): Filter {
  sheet.addFilter(row, column, row + rows - 1, column + columns - 1);
  if (!sheet.filter) throw new NotModelledError('a filter that was not made');
  return filterService(run, sheet, sheet.filter);
}

/** `SpreadsheetApp.newFilterCriteria()`, with what is needed to set again what was read. */
export function filterCriteriaBuilder(run: Execution): GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {
  let criterion: FilterCriterion = {};
  const self: Builder = service<Builder>(run, 'SpreadsheetApp.FilterCriteriaBuilder', {
    setHiddenValues: handle('string[]', (hiddenValues: string[]) => {
      criterion = { ...criterion, hiddenValues: [...hiddenValues] };
      return self;
    }),
    withCriteria: handle('enum, any[]', (type: Condition, values: unknown[]) => {
      criterion = { ...criterion, condition: { type: String(type), values: [...values] } };
      return self;
    }),
    whenTextContains: handle('string', (text: string) => {
      criterion = { ...criterion, condition: { type: 'TEXT_CONTAINS', values: [text] } };
      return self;
    }),
    build: handle('', () => criteriaService(run, criterion)),
  });
  return self;
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
  return criterions.set(documented as Criteria, criterion);
}

function typeOf(name: string): Condition {
  if (!isCondition(name)) throw new Error(`Google has no filter condition ${name}`);
  return BooleanCriteria[name];
}

function isCondition(name: string): name is keyof typeof BooleanCriteria {
  return name in BooleanCriteria;
}
