/** How a script gets from one handle to another: at Google a range leads to its sheet, a sheet to its document, and back to ranges. */
import type { A1Range } from './model/a1';
import type { Rect } from './model/geometry';
import type { Sheet } from './model/sheet';

/** Makes the three kinds of handles that lead to one another, each of which is built in a file of its own. */
export interface Makers {
  /** A block of cells. Throws Google's text when it is not on the grid. */
  range(sheet: Sheet, rect: Rect, open?: A1Range['open']): GoogleAppsScript.Spreadsheet.Range;
  sheet(sheet: Sheet): GoogleAppsScript.Spreadsheet.Sheet;
  /** The document that the script is in. */
  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet;
}
