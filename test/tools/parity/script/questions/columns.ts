/** Metadata of columns and what becomes of it, and what sorting and filters move or hide. */
import type { Desk, Question } from '../question';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'parity.column';

/** The questions about columns as such. */
export const COLUMNS: readonly Question[] = [
  {
    id: 'metadata-follows',
    asks: 'Does a column’s metadata go along when columns are inserted, moved and deleted?',
    knobs: [],
    sureness: 'documented',
    means:
      'After somebody moves columns, answers could be looked for in another one; the headings are asked first.',
    adapts: 'columns are told by their headings, and by metadata only where those do not do',
    ask: followed,
  },
  {
    id: 'metadata-bounded',
    asks: 'May a range that spans all rows of a column have metadata?',
    knobs: ['metadataOnBoundedColumns'],
    sureness: 'documented',
    means: 'Nothing of ours: columns are marked as D:D.',
    adapts: 'columns are marked as D:D',
    ask: (desk) => {
      const { sheet } = desk;
      desk.tries('D:D', () => sheet.getRange('D:D').addDeveloperMetadata(KEY));
      desk.tries('D1:D1000', () => sheet.getRange(1, 4, sheet.getMaxRows(), 1).addDeveloperMetadata(KEY));
    },
  },
  {
    id: 'metadata-sort',
    asks: 'Does sorting leave metadata with its column and its row number?',
    knobs: [],
    sureness: 'assumed',
    means: 'Nothing of ours: no row is told by metadata, and sorting moves no column.',
    ask: ({ sheet, facts }) => {
      sheet.getRange('A1:B2').setValues([
        ['b', 2],
        ['a', 1],
      ]);
      sheet.getRange('1:1').addDeveloperMetadata(KEY);
      sheet.getRange('A1:B2').sort(1);
      const place = sheet.createDeveloperMetadataFinder().withKey(KEY).find()[0]?.getLocation();
      facts['row of the metadata'] = place?.getRow()?.getRow() ?? null;
      facts['what is in it'] = sheet.getRange('A1').getValue();
    },
  },
  {
    id: 'duplicated-tab',
    asks: 'What comes along when a sheet is duplicated?',
    knobs: ['duplicateCopiesMetadata'],
    sureness: 'assumed',
    means: 'The copy of a sheet would not know its enrichment, and offer to ask, and to be paid for, anew.',
    adapts: 'the enrichment travels in a note as well',
    ask: duplicated,
  },
  {
    id: 'sort',
    asks: 'What moves along when a block, and when a sheet with a frozen heading is sorted?',
    knobs: [],
    sureness: 'observed',
    means:
      'Answers could stand beside other people’s rows: each row is told by a ledger in a hidden cell of its own.',
    ask: sorted,
  },
  {
    id: 'folded-rows',
    asks: 'Do rows of a folded group count as hidden by hand?',
    knobs: [],
    sureness: 'assumed',
    means: 'Rows that nobody sees could count as visible, and be asked and paid for.',
    ask: ({ sheet, facts }) => {
      sheet.getRange('A1:A4').setValues([['Name'], ['a'], ['b'], ['c']]);
      sheet.getRange('2:3').shiftRowGroupDepth(1);
      sheet.getRowGroup(2, 1)?.collapse();
      facts['in the group'] = sheet.isRowHiddenByUser(2);
      facts['below it'] = sheet.isRowHiddenByUser(4);
    },
  },
  {
    id: 'merged-cells',
    asks: 'What becomes of what is written into merged cells, and can they be sorted?',
    knobs: [],
    sureness: 'observed',
    means:
      'Answers that were paid for would be lost in cells that show nothing: the product refuses such columns before it asks.',
    ask: (desk) => {
      const { sheet, facts } = desk;
      sheet.getRange('A1:A2').merge();
      sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
      facts['A1, A2, A3'] = sheet.getRange('A1:A3').getValues().join(', ');
      facts['merged ranges that are told of'] = sheet.getRange('A1:A3').getMergedRanges().length;
      desk.tries('sort()', () => sheet.getRange('A1:A3').sort(1));
    },
  },
  {
    id: 'filter-positions',
    asks: 'Does the position of a filter’s column count from the sheet’s first column, or from the filter’s?',
    knobs: ['filterPositions'],
    sureness: 'assumed',
    means: 'Rows that are hidden could count as visible, and be asked and paid for.',
    adapts: 'which one it is, is found out before a criterion is read',
    ask: filtered,
  },
  {
    id: 'filter-judging',
    asks: 'With what does a filter compare hidden values and conditions, and what becomes of its rows when its column is deleted?',
    knobs: [],
    sureness: 'assumed',
    means: 'Selected rows that a filter hides could be asked and paid for.',
    adapts:
      'of more than forty rows a dozen are asked of Google first, and what is judged otherwise is refused in words',
    ask: judged,
  },
];

function columnOf(sheet: Sheet): number | null {
  const [found] = sheet.createDeveloperMetadataFinder().withKey(KEY).find();
  return found?.getLocation().getColumn()?.getColumn() ?? null;
}

function followed({ sheet, facts }: Desk): void {
  sheet.getRange('C:C').addDeveloperMetadata(KEY);
  sheet.insertColumnsBefore(1, 1);
  facts['C after one is inserted before it'] = columnOf(sheet);
  sheet.moveColumns(sheet.getRange('D:D'), 2);
  facts['then moved before B'] = columnOf(sheet);
  sheet.deleteColumn(2);
  facts['then deleted'] = columnOf(sheet);
}

function duplicated({ spreadsheet, sheet, facts }: Desk): void {
  sheet.getRange('B1').setValue('x').setNote('a note');
  sheet.getRange('B:B').addDeveloperMetadata(KEY);
  sheet.hideColumns(2);
  sheet.activate();
  const copy = spreadsheet.duplicateActiveSheet();
  facts.metadata = columnOf(copy) === null ? 'none' : 'copied';
  facts['the sheet’s id'] = copy.getSheetId() === sheet.getSheetId() ? 'the same' : 'another';
  facts.note = copy.getRange('B1').getNote();
  facts['hidden column'] = copy.isColumnHiddenByUser(2);
  spreadsheet.deleteSheet(copy);
}

function sorted({ sheet, facts }: Desk): void {
  sheet.getRange('A1:C3').setValues([
    ['Name', 'hidden', 'beside'],
    ['b', 'of b', 'beside b'],
    ['a', 'of a', 'beside a'],
  ]);
  sheet.getRange('A2').setNote('note of b');
  sheet.hideColumns(2);
  sheet.getRange('A2:B3').sort(1);
  facts['row 3 after A2:B3 was sorted'] = sheet.getRange('A3:C3').getValues()[0]?.join(', ') ?? '';
  facts['its note'] = sheet.getRange('A3').getNote();
  sheet.setFrozenRows(1);
  sheet.sort(3, false);
  facts['C after the sheet was sorted'] = sheet.getRange('C1:C3').getValues().join(', ');
}

function filtered(desk: Desk): void {
  const { sheet, facts } = desk;
  sheet.getRange('B1:C3').setValues([
    ['One', 'Two'],
    ['x', ''],
    ['', 'x'],
  ]);
  const filter = sheet.getRange('B1:C3').createFilter();
  const hideX = SpreadsheetApp.newFilterCriteria().setHiddenValues(['x']).build();
  desk.tries('position 2', () => filter.setColumnFilterCriteria(2, hideX));
  facts['x in B is hidden'] = sheet.isRowHiddenByFilter(2);
  facts['x in C is hidden'] = sheet.isRowHiddenByFilter(3);
}

function judged({ sheet, facts }: Desk): void {
  sheet.getRange('A1:B4').setValues([
    ['Name', 'Staff'],
    ['acme inc', 1234],
    ['ACME', 5],
    ['Bolt', 6],
  ]);
  sheet.getRange('B2').setNumberFormat('#,##0');
  const filter = sheet.getRange('A1:B4').createFilter();
  const hidden = (): string => [2, 3, 4].filter((row) => sheet.isRowHiddenByFilter(row)).join(', ');
  const hiding = (value: string) => SpreadsheetApp.newFilterCriteria().setHiddenValues([value]).build();
  filter.setColumnFilterCriteria(1, hiding('Acme'));
  facts['rows without “Acme”'] = hidden();
  filter.setColumnFilterCriteria(1, hiding('ACME'));
  facts['rows without “ACME”'] = hidden();
  filter.setColumnFilterCriteria(2, hiding('1,234'));
  facts['and without “1,234”'] = hidden();
  filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenTextContains(' ACME').build());
  facts['rows that do not contain “ ACME”, or have “1,234”'] = hidden();
  sheet.deleteColumn(1);
  facts['the same once the column is gone'] = hidden();
}
