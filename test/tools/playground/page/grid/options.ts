/** How jspreadsheet is set up: it shows cells and takes keys, and leaves everything else to the playground. */
import type jspreadsheet from 'jspreadsheet-ce';

/** Nothing is computed or parsed in the page: a text is a text, `=` and `<` included. */
export const SPREADSHEET = {
  parseFormulas: false,
  parseHTML: false,
  autoCasting: false,
  autoIncrement: false,
  allowExport: false,
  about: false,
} satisfies Partial<jspreadsheet.SpreadsheetOptions>;

/** Rows and columns come and go through the playground only. */
export const WORKSHEET = {
  secureFormulas: false,
  tableOverflow: true,
  tableHeight: '100%',
  tableWidth: '100%',
  selectionCopy: false,
  columnSorting: false,
  columnDrag: false,
  columnResize: true,
  rowDrag: false,
  rowResize: false,
  allowInsertRow: false,
  allowManualInsertRow: false,
  allowInsertColumn: false,
  allowManualInsertColumn: false,
  allowDeleteRow: false,
  allowDeleteColumn: false,
  allowRenameColumn: false,
  allowComments: false,
  // Letters stand in the middle; cells are aligned one by one.
  defaultColAlign: 'center',
  textOverflow: false,
} satisfies Partial<jspreadsheet.WorksheetOptions>;
