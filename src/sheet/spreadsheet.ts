/** The open spreadsheet. The only file that touches SpreadsheetApp for anything but dialogs. */
import { orLog, Problem, unlessProblem } from '../enrichment/problem';
import { guarded } from './guarded';
import type { Link } from './linked';
import { firstSelected, isOneCellSelected, type Selected, selectedRows } from './selected';

/** One sheet, as Google gives it, guarded. Only this room calls its methods. */
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the engine needs from the document as a whole. */
export interface Workbook {
  /** Google's id of the document. */
  id(): string;
  /** The e-mail address of whoever owns it; '' where Google does not tell, as in a shared drive. */
  owner(): string;
  /** Its time zone, by its IANA name. */
  timeZone(): string;
  /** Its locale, such as `en_GB`: how Google reads and shows numbers and dates. */
  locale(): string;
  activeSheet(): Sheet;
  sheets(): Sheet[];
  /** The sheet with Google's id, or undefined when it was deleted. */
  sheetById(id: number): Sheet | undefined;
  /** The sheet with this name, or undefined. */
  sheetNamed(name: string): Sheet | undefined;
  /** How many cells all its sheets have, empty ones too. */
  cells(): number;
  /** A new sheet behind the others; the person stays where they were. */
  addSheet(name: string): Sheet;
  /** Takes a sheet away for good, with all that is on it. */
  removeSheet(sheet: Sheet): void;
  /** The selected rows of the active sheet that can be seen: a filter hides the others from whoever selected them. Throws `filter-unclear`. */
  selectedRows(): Selected;
  /** The first of some rows of the active sheet that is selected and can be seen. Throws `filter-unclear`. */
  firstSelected(among: readonly number[]): number | undefined;
  /** The row, from 1, of the cell that the person is in on the active sheet; 0 where Google knows of none. */
  currentRow(): number;
  /** Brings a row (from 1) of a sheet before the person's eyes, and selects its first cell. */
  show(sheet: Sheet, row: number): void;
  /** Brings a sheet before the person's eyes, with blocks of whole rows selected: the first and the last of each, from 1. */
  select(sheet: Sheet, blocks: readonly (readonly [first: number, last: number])[]): void;
  /** Brings a heading into view by selecting it: only on the sheet that the person looks at, and where one cell is all they have selected. */
  showHeading(sheet: Sheet, row: number, column: number): void;
  /** Makes all buffered writes real. Throws `cannot-write` with Google's message. */
  flush(): void;
  /** Never throws: a word to whoever looks is not worth a fault. */
  toast(message: string, title: string): void;
}

/** The sheet that an enrichment belongs to. Throws `sheet-gone`. */
export function sheetOf(workbook: Workbook, e: { readonly sheetId: number; readonly name: string }): Sheet {
  const sheet = workbook.sheetById(e.sheetId);
  if (!sheet) throw new Problem('sheet-gone', e.name);
  return sheet;
}

/** The document that the script is bound to or runs in. */
export function openWorkbook(app = guarded(SpreadsheetApp)): Workbook {
  const file = app.getActiveSpreadsheet();
  let id: string | undefined;
  return {
    owner: () => unlessProblem(() => file.getOwner()?.getEmail()) ?? '',
    id: () => {
      id ??= file.getId();
      return id;
    },
    timeZone: () => file.getSpreadsheetTimeZone(),
    locale: () => file.getSpreadsheetLocale(),
    activeSheet: () => file.getActiveSheet(),
    sheets: () => file.getSheets(),
    sheetById: (id) => file.getSheets().find((sheet) => sheet.getSheetId() === id),
    sheetNamed: (name) => file.getSheetByName(name) ?? undefined,
    cells: () => file.getSheets().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0),
    addSheet: (name) => addSheet(file, name),
    removeSheet: (sheet) => void file.deleteSheet(sheet),
    selectedRows: () => selectedRows(file.getActiveSheet()),
    firstSelected: (among) => firstSelected(file.getActiveSheet(), among),
    currentRow: () => file.getActiveSheet().getCurrentCell()?.getRow() ?? 0,
    show: (sheet, row) => {
      sheet.activate();
      sheet.getRange(row, 1).activate();
    },
    select: (sheet, blocks) => {
      sheet.activate();
      sheet.getRangeList(blocks.map(([first, last]) => `${first}:${last}`)).activate();
    },
    showHeading: (sheet, row, column) => {
      if (file.getActiveSheet().getSheetId() === sheet.getSheetId() && isOneCellSelected(sheet))
        sheet.getRange(row, column).activate();
    },
    flush: () => app.flush(),
    toast: (message, title) => void orLog(() => file.toast(message, title, 8)),
  };
}

type SpreadsheetFile = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Google makes a new sheet the active one. */
function addSheet(file: SpreadsheetFile, name: string): Sheet {
  const active = file.getActiveSheet();
  const sheet = file.insertSheet(name, file.getSheets().length);
  file.setActiveSheet(active);
  return sheet;
}

/** A builder for conditional formatting. */
export function conditionalFormat(
  app = guarded(SpreadsheetApp),
): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
  return app.newConditionalFormatRule();
}

/** A text with links over some of it. */
export function richText(
  text: string,
  links: readonly Link[],
  app = guarded(SpreadsheetApp),
): GoogleAppsScript.Spreadsheet.RichTextValue {
  const builder = app.newRichTextValue().setText(text);
  for (const { start, end, url } of links) builder.setLinkUrl(start, end, url);
  return builder.build();
}

/** A rule of validation that offers choices, and takes anything else all the same. */
export function dropdown(
  choices: readonly string[],
  app = guarded(SpreadsheetApp),
): GoogleAppsScript.Spreadsheet.DataValidation {
  return app
    .newDataValidation()
    .requireValueInList([...choices], true)
    .setAllowInvalid(true)
    .build();
}

/** A builder for what a filter wants of a column. */
export function newCriteria(
  app = guarded(SpreadsheetApp),
): GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {
  return app.newFilterCriteria();
}

/** A condition by the name that Google has for it; undefined where it has none. */
export function booleanCriteria(
  name: string,
  app = guarded(SpreadsheetApp),
): GoogleAppsScript.Spreadsheet.BooleanCriteria | undefined {
  const all = app.BooleanCriteria;
  return isNameIn(all, name) ? all[name] : undefined;
}

function isNameIn<T extends object>(all: T, name: string): name is keyof T & string {
  return name in all;
}

/** Texts that are cut off at the edge of their cell: rows stay as high as they are. */
export function clipped(app = guarded(SpreadsheetApp)): GoogleAppsScript.Spreadsheet.WrapStrategy {
  return app.WrapStrategy.CLIP;
}

/** Metadata that only this script sees; the values are no secrets. */
export function projectVisibility(
  app = guarded(SpreadsheetApp),
): GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility {
  return app.DeveloperMetadataVisibility.PROJECT;
}
