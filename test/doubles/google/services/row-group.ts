/** SpreadsheetApp.Group: rows that can be folded, one in another not modelled. */
import { NotModelledError, ServiceError } from '../errors';
import type { Execution } from '../execution';
import type { Rect } from '../model/geometry';
import type { Sheet } from '../model/sheet';
import { change, type Modelled, service } from '../service';

type Group = GoogleAppsScript.Spreadsheet.Group;

/** Groups by their sheets; nothing follows them when rows move. */
const groups = new WeakMap<Sheet, Rect[]>();

/** Makes a group of the rows of a block. */
export function groupRows(sheet: Sheet, rect: Rect, delta: number): void {
  if (delta !== 1) throw new NotModelledError('groups within groups');
  groups.set(sheet, [...(groups.get(sheet) ?? []), rect]);
}

/** The group that a row is in. Throws where there is none. */
export function rowGroup(run: Execution, sheet: Sheet, row: number, depth: number): Group {
  const rect = groups.get(sheet)?.find((each) => row >= each.row && row < each.row + each.rows);
  if (!rect || depth !== 1) throw new ServiceError(`There is no row group at row ${row} of depth ${depth}.`);
  const members: Modelled<Group> = {
    collapse: change('', () => {
      sheet.foldRows(rect.row, rect.rows);
      return self;
    }),
  };
  const self: Group = service<Group>(run, 'SpreadsheetApp.Group', members);
  return self;
}
