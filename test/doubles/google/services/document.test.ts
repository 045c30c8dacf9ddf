/** A document as a script sees it: its sheets, what is selected, what is hidden, its filter. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../model/geometry';
import { hostWith, MANIFEST, runIn } from '../test-host';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSheet();';

describe('the document', () => {
  it('inserts a sheet after the active one and makes it active', () => {
    const { host } = hostWith('');
    runIn(host, "SpreadsheetApp.getActiveSpreadsheet().insertSheet('Linkup runs');");
    expect(host.spreadsheet.activeSheet.name).toBe('Linkup runs');
  });

  it('appends rows below the last one with content', () => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.fromRows([['a'], ['b']]);
    runIn(host, `${SHEET} sheet.appendRow(['c', 1]); sheet.appendRow(['d', 2]);`);
    expect(host.spreadsheet.activeSheet.displayRows().slice(2)).toEqual([
      ['c', '1'],
      ['d', '2'],
    ]);
  });

  it('gives the selection as a range list', () => {
    const { host } = hostWith('');
    host.spreadsheet.select(host.spreadsheet.activeSheet, rectOf(2, 1, 3, 1), rectOf(9, 1, 9, 1));
    const body = 'return SpreadsheetApp.getActiveRangeList().getRanges().map((r) => r.getA1Notation());';
    expect(runIn(host, body)).toEqual(['A2:A3', 'A9']);
  });

  it('selects blocks of rows by their names', () => {
    const { host } = hostWith('');
    runIn(host, "SpreadsheetApp.getActiveSheet().getRangeList(['4:4', '9:12']).activate();");
    expect(host.spreadsheet.selection.map(({ row, rows }) => [row, rows])).toEqual([
      [4, 1],
      [9, 4],
    ]);
  });

  it('needs a spreadsheet scope in the manifest', () => {
    const { host } = hostWith('');
    expect(() => runIn(host, SHEET, { ...MANIFEST, oauthScopes: [] })).toThrow(
      'Specified permissions are not sufficient to call SpreadsheetApp.getActiveSheet. Required permissions: ' +
        'https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets',
    );
  });

  it('tells filter, hidden and folded rows, and hidden columns apart', () => {
    const { host } = hostWith('');
    const { activeSheet } = host.spreadsheet;
    activeSheet.fromRows([['h'], ['a'], ['b'], ['c']]);
    activeSheet.addFilter(1, 1, 3, 1);
    activeSheet.filterRows(1, (shown) => shown !== 'a');
    activeSheet.hideRows(3);
    activeSheet.foldRows(4, 1);
    const body = `${SHEET} sheet.hideColumns(2, 2);
      return [sheet.getFilter().getRange().getA1Notation(), sheet.isRowHiddenByFilter(2), sheet.isRowHiddenByUser(2),
        sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4), sheet.isRowHiddenByUser(5),
        sheet.isColumnHiddenByUser(3), sheet.isColumnHiddenByUser(4)];`;
    expect(runIn(host, body)).toEqual(['A1:A3', true, false, true, true, false, true, false]);
  });

  it.each([
    'sheet',
    'range',
  ] as const)('tells what a filter wants of its columns, counted from the %s', (from) => {
    const { host } = hostWith('', { knobs: { filterPositions: from } });
    const { activeSheet } = host.spreadsheet;
    activeSheet.fromRows([
      ['h', 'i'],
      ['a', '1'],
    ]);
    activeSheet.addFilter(1, 2, 2, 3);
    activeSheet.setCriterion(2, {
      hiddenValues: ['7'],
      condition: { type: 'NUMBER_LESS_THAN', values: [5] },
    });
    activeSheet.setCriterion(3, { background: '#ff0000' });
    const position = from === 'sheet' ? 2 : 1;
    const body = `${SHEET} const filter = sheet.getFilter();
      const number = filter.getColumnFilterCriteria(${position});
      const colour = filter.getColumnFilterCriteria(${position + 1});
      return [String(number.getCriteriaType()), number.getCriteriaValues(), number.getHiddenValues(),
        number.getVisibleBackgroundColor(), colour.getCriteriaType(), colour.getVisibleBackgroundColor() !== null];`;
    expect(runIn(host, body)).toEqual(['NUMBER_LESS_THAN', [5], ['7'], null, null, true]);
    expect(() => runIn(host, `${SHEET} sheet.getFilter().getColumnFilterCriteria(${position + 2})`)).toThrow(
      'Those columns are out of bounds.',
    );
  });

  it('makes a filter anew with what the one before it wanted, a formula too, and never a second one', () => {
    const { host } = hostWith('');
    const { activeSheet } = host.spreadsheet;
    activeSheet.fromRows([
      ['h', 'i'],
      ['a', '1'],
      ['b', '2'],
      ['c', '7'],
    ]);
    activeSheet.addFilter(1, 1, 4, 1);
    activeSheet.filterRows(1, (shown) => shown !== 'a');
    const again = `${SHEET} const was = sheet.getFilter().getColumnFilterCriteria(1);
      sheet.getFilter().remove();
      const shown = sheet.isRowHiddenByFilter(2);
      const filter = sheet.getRange('A1:B4').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria()
        .withCriteria(SpreadsheetApp.BooleanCriteria[String(was.getCriteriaType())], was.getCriteriaValues()).build());
      filter.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().setHiddenValues(['7']).build());
      return [shown, ...[2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row)), sheet.getFilter().getRange().getA1Notation()];`;
    expect(runIn(host, again)).toEqual([false, true, false, true, 'A1:B4']);
    expect(() => runIn(host, `${SHEET} sheet.getRange('A1:B2').createFilter();`)).toThrow(
      'You can only have one filter in a sheet.',
    );
  });
});

describe('what a person does to sheets by hand, by a script', () => {
  it('duplicates the sheet at hand, moves a column and sorts a block of it', () => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.fromRows([
      ['b', 'x', '2'],
      ['a', 'y', '1'],
    ]);
    const body = `const copy = SpreadsheetApp.getActiveSpreadsheet().duplicateActiveSheet();
      copy.getRange('B1:C2').sort(3);
      copy.moveColumns(copy.getRange('C:C'), 1);
      return [copy.getName(), SpreadsheetApp.getActiveSheet().getName()];`;
    expect(runIn(host, body)).toEqual(['Copy of Sheet1', 'Copy of Sheet1']);
    expect(host.spreadsheet.activeSheet.displayRows()).toEqual([
      ['1', 'b', 'y'],
      ['2', 'a', 'x'],
    ]);
  });

  it('changes how the document writes numbers, and puts a picture into a cell', () => {
    const { host } = hostWith('');
    const body = `${SHEET} SpreadsheetApp.getActiveSpreadsheet().setSpreadsheetLocale('de_DE');
      const picture = SpreadsheetApp.newCellImage().setSourceUrl('https://example.com/logo.png').build();
      sheet.getRange('A1:B1').setValues([[1.5, picture]]);
      return [Session.getActiveUserLocale(), typeof sheet.getRange('B1').getValue()].concat(sheet.getRange('A1:B1').getDisplayValues()[0]);`;
    expect(runIn(host, body)).toEqual(['en', 'object', '1,5', '']);
  });
});
