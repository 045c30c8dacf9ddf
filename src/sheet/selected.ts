/** Which selected rows can be seen. Google tells of one row a call whether a filter hides it: of many rows it is judged, and asked of some. */
import { figure } from '../enrichment/amounts';
import { MOST_BY_HAND } from '../enrichment/offer-lines';
import { Problem } from '../enrichment/problem';
import {
  type Criterion,
  type Judge,
  judgeOf,
  probesAmong,
  together,
  UNKNOWN,
  type Verdict,
} from './filtered';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
/** The filter of a sheet, as Google gives it. */
export type Filter = GoogleAppsScript.Spreadsheet.Filter;
/** What it wants of one column. */
export type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;

declare global {
  namespace GoogleAppsScript {
    namespace Spreadsheet {
      /** What Google documents and the type package lacks. */
      interface FilterCriteria {
        getVisibleBackgroundColor(): Color | null;
        getVisibleForegroundColor(): Color | null;
      }
      interface FilterCriteriaBuilder {
        withCriteria(criteria: BooleanCriteria, values: unknown[]): FilterCriteriaBuilder;
      }
    }
  }
}

/** The rows that a person selected and can see. */
export interface Selected {
  readonly rows: ReadonlySet<number>;
  /** Which rows a filter hides was judged, so that one may be among them after all. */
  readonly judged: boolean;
  /** Those that somebody has hidden by hand; undefined where there are too many to ask each. */
  readonly byHand: ReadonlySet<number> | undefined;
}

/** So few selected rows are asked each, whatever the filter is like. */
const FEW = 40;

/** So many are asked each where nothing else helps: five seconds. */
const MANY = 500;

/** The selected rows that no filter hides. Throws `filter-unclear` where that cannot be told in reasonable time. */
export function selectedRows(sheet: Sheet): Selected {
  const rows = rowsSelected(sheet);
  const filter = rows.length > 0 ? sheet.getFilter() : null;
  if (!filter) return { rows: new Set(rows), judged: false, byHand: hiddenByHand(sheet, rows) };
  const told = hiddenAmong(sheet, filter, rows, { few: FEW, many: MANY });
  if (!told) throw unclear(rows);
  const shown = rows.filter((row) => !told.hidden.has(row));
  return { rows: new Set(shown), judged: told.judged, byHand: hiddenByHand(sheet, shown) };
}

/** Nothing but a call for each row tells of them. */
function hiddenByHand(sheet: Sheet, rows: readonly number[]): ReadonlySet<number> | undefined {
  return rows.length > MOST_BY_HAND ? undefined : new Set(rows.filter((row) => sheet.isRowHiddenByUser(row)));
}

/** The first of some rows that is selected and that no filter hides, asked one by one: nothing is judged of a row that nobody confirms. */
export function firstSelected(sheet: Sheet, among: readonly number[]): number | undefined {
  const selected = new Set(rowsSelected(sheet));
  const rows = among.filter((row) => selected.has(row));
  if (rows.length === 0 || !sheet.getFilter()) return rows[0];
  const shown = rows.slice(0, MANY).find((row) => !sheet.isRowHiddenByFilter(row));
  if (shown === undefined && rows.length > MANY) throw unclear(rows);
  return shown;
}

/** Whether the person has selected no more than a cell: then nothing is lost by selecting another one. */
export function isOneCellSelected(sheet: Sheet): boolean {
  const [range, ...others] = sheet.getActiveRangeList()?.getRanges() ?? [];
  if (!range || others.length > 0) return false;
  return range.getRow() === range.getLastRow() && range.getColumn() === range.getLastColumn();
}

function unclear(rows: readonly number[]): Problem {
  return new Problem('filter-unclear', figure(rows.length));
}

/** In ascending order. A whole column selected means the whole table, not a million rows. */
function rowsSelected(sheet: Sheet): number[] {
  const rows = new Set<number>();
  const end = sheet.getLastRow();
  for (const range of sheet.getActiveRangeList()?.getRanges() ?? []) {
    const last = Math.min(range.getLastRow(), end);
    for (let row = range.getRow(); row <= last; row++) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}

/** Rows that a filter hides, and whether that was judged of any. */
interface Hidden {
  readonly hidden: ReadonlySet<number>;
  readonly judged: boolean;
}

/** So many rows are asked about each: `few` whatever the filter is like, `many` where nothing else helps. */
interface Limits {
  readonly few: number;
  readonly many: number;
}

/** The rows among some, in ascending order, that a filter hides; undefined where that cannot be told in so many calls. */
export function hiddenAmong(
  sheet: Sheet,
  filter: Filter,
  among: readonly number[],
  { few, many }: Limits,
): Hidden | undefined {
  const rows = within(filter, among);
  const asked = (each: readonly number[]): Hidden => ({
    hidden: new Set(each.filter((row) => sheet.isRowHiddenByFilter(row))),
    judged: false,
  });
  if (rows.length <= few) return asked(rows);
  const criteria = criteriaOf(filter);
  const verdicts = verdictsOn(sheet, criteria, rows);
  const open = rows.filter((row) => !verdicts.has(row));
  if (open.length > many) return undefined;
  if (!isRight(sheet, verdicts)) return rows.length > many ? undefined : asked(rows);
  const judgedHidden = [...verdicts].filter(([, { hidden }]) => hidden).map(([row]) => row);
  return {
    hidden: new Set([...judgedHidden, ...asked(open).hidden]),
    judged: criteria.length > 0 && verdicts.size > 0,
  };
}

/** Those of some rows that a filter is about. */
function within(filter: Filter, rows: readonly number[]): number[] {
  const range = filter.getRange();
  const [first, last] = [range.getRow() + 1, range.getLastRow()];
  return rows.filter((row) => row >= first && row <= last);
}

/** Whether Google says the same of some rows: a filter is applied when it is set, and cells change. */
function isRight(sheet: Sheet, verdicts: ReadonlyMap<number, Verdict>): boolean {
  return probesAmong(verdicts).every((row) => sheet.isRowHiddenByFilter(row) === verdicts.get(row)?.hidden);
}

/** What can be said of rows without asking, in ascending order; the others are not known. */
function verdictsOn(
  sheet: Sheet,
  criteria: readonly ColumnJudge[],
  rows: readonly number[],
): ReadonlyMap<number, Verdict> {
  const [first = 1] = rows;
  const last = rows[rows.length - 1] ?? first;
  const columns = criteria.map((each) => judgeColumn(sheet, each, [first, last]));
  const verdicts = new Map<number, Verdict>();
  for (const row of rows) {
    const verdict = together(columns.map((judged) => judged(row - first)));
    if (verdict) verdicts.set(row, verdict);
  }
  return verdicts;
}

/** A column that the filter wants something of, from 1. */
type ColumnJudge = readonly [column: number, judge: Judge];

/** By the place of a row, from 0. */
type JudgedColumn = (at: number) => Verdict | undefined;

function judgeColumn(
  sheet: Sheet,
  [column, judge]: ColumnJudge,
  [first, last]: readonly [number, number],
): JudgedColumn {
  if (judge === UNKNOWN) return () => undefined;
  const range = sheet.getRange(first, column, last - first + 1, 1);
  const display = range.getDisplayValues();
  const values: readonly unknown[][] = range.getValues();
  return (at) => judge({ shown: display[at]?.[0] ?? '', value: values[at]?.[0] ?? '' });
}

/** What the filter wants of its columns, each with its judge. */
function criteriaOf(filter: Filter): ColumnJudge[] {
  const range = filter.getRange();
  const first = range.getColumn();
  const columns = Array.from({ length: range.getLastColumn() - first + 1 }, (_, i) => first + i);
  try {
    return columns.flatMap((column) => {
      const criteria = filter.getColumnFilterCriteria(column);
      return criteria ? [[column, judgeFor(criteria)] as const] : [];
    });
  } catch (thrown) {
    // Nobody says from where Google counts the columns of a filter that does not begin in the sheet's first.
    if (first === 1) throw thrown;
    return [[first, UNKNOWN]];
  }
}

function judgeFor(criteria: Criteria): Judge {
  const criterion = criterionOf(criteria);
  return criterion ? judgeOf(criterion) : UNKNOWN;
}

/** Undefined where it is by colour, or in a way that only pivot tables have. */
function criterionOf(criteria: Criteria): Criterion | undefined {
  if (criteria.getVisibleValues()?.length > 0) return undefined;
  if (criteria.getVisibleBackgroundColor() || criteria.getVisibleForegroundColor()) return undefined;
  const type: unknown = criteria.getCriteriaType();
  const hidden = (criteria.getHiddenValues() ?? []).map(String);
  if (type === null || type === undefined) return { hidden };
  const values: readonly unknown[] = criteria.getCriteriaValues() ?? [];
  return { hidden, condition: { type: String(type), values } };
}
