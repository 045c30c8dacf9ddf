/** A person's hands on the tabs: sheets come, go and are renamed, and come back on Ctrl+Z. */
import type { Sheet } from '../../../doubles/google/model/sheet';
import type { Spreadsheet } from '../../../doubles/google/model/spreadsheet';
import type { Selection } from './selections';
import type { Step } from './undo';

/** Most characters of a sheet's name at Google. */
const MOST_CHARS = 100;

/** A sheet that came, and how it goes again. */
interface Come {
  readonly sheet: Sheet;
  readonly step: Step;
}

/** Puts a copy beside a sheet, as Google does: with hidden columns, notes, formats, and the metadata of its columns. */
export function duplicateTab(spreadsheet: Spreadsheet, original: Sheet): Come {
  const sheet = spreadsheet.duplicateSheet(original);
  const [before, width] = [shownIn(sheet), sheet.lastColumn];
  const undo = (): Selection => {
    if (shownIn(sheet) !== before || sheet.lastColumn !== width)
      throw new Error('This copy was changed since, so it stays.');
    spreadsheet.deleteSheet(sheet);
    return whole(original);
  };
  return { sheet, step: { undo } };
}

function shownIn(sheet: Sheet): string {
  return JSON.stringify(sheet.displayRows());
}

/** Adds an empty sheet after the others, with the next free name. */
export function addTab(spreadsheet: Spreadsheet): Come {
  const sheet = spreadsheet.addSheet();
  const undo = (): undefined => {
    if (sheet.lastRow > 0) throw new Error('This sheet holds something by now, so it stays.');
    spreadsheet.deleteSheet(sheet);
  };
  return { sheet, step: { undo } };
}

/** Gives a sheet another name. Throws Google's text where it is taken. */
export function renameTab(spreadsheet: Spreadsheet, sheet: Sheet, wanted: string): Step {
  const [before, name] = [sheet.name, wanted.trim().slice(0, MOST_CHARS)];
  if (name === '') throw new Error('A sheet needs a name.');
  if (name !== before) spreadsheet.checkName(name);
  sheet.rename(name);
  return {
    undo(): Selection {
      if (before !== sheet.name) spreadsheet.checkName(before);
      sheet.rename(before);
      return whole(sheet);
    },
  };
}

/** Deletes a sheet. Throws Google's text for the last one. */
export function deleteTab(spreadsheet: Spreadsheet, sheet: Sheet): Step {
  const at = spreadsheet.sheets.indexOf(sheet);
  spreadsheet.deleteSheet(sheet);
  return {
    undo(): Selection {
      spreadsheet.checkName(sheet.name);
      spreadsheet.sheets.splice(at, 0, sheet);
      return whole(sheet);
    },
  };
}

/** What is selected on a sheet that comes into view. */
export function whole({ id }: Sheet): Selection {
  return { sheet: id, block: { row: 1, column: 1, rows: 1, columns: 1 } };
}
