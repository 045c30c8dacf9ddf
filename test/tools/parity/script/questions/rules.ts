/** Where a rule that rejects throws, what it leaves behind, and what inserted columns take over. */
import type { Desk, Question } from '../question';

/** The questions about validation rules, and about writes that are not carried out yet. */
export const RULES: readonly Question[] = [
  {
    id: 'rule-rejects',
    asks: 'Where does a rule that rejects throw, and which cells of the call hold values then?',
    knobs: ['validationThrows'],
    sureness: 'observed',
    means: 'Answers of a call that was half carried out would be asked, and paid for, again.',
    adapts: 'each write is flushed inside its own guard, and read again afterwards',
    ask: rejected,
  },
  {
    id: 'inserted-columns',
    asks: 'Which formats and rules has a column that is inserted to the right of another?',
    knobs: ['insertedColumnsInherit'],
    sureness: 'observed',
    means: 'Nothing of ours: new columns are cleared of both before they are used.',
    adapts: 'formats and rules of new columns are cleared',
    ask: ({ sheet, facts }) => {
      sheet.getRange('A1:A3').setNumberFormat('0.00').setDataValidation(onlyYes());
      sheet.insertColumnsAfter(1, 1);
      facts.format = sheet.getRange('B2').getNumberFormat();
      facts.rule = sheet.getRange('B2').getDataValidation() !== null;
    },
  },
  {
    id: 'reads-its-writes',
    asks: 'Does a script read what it has just written, without a flush?',
    knobs: [],
    sureness: 'documented',
    means: 'The product would take its own answers for somebody else’s.',
    ask: ({ sheet, facts }) => {
      sheet.getRange('A1').setValue('new');
      facts['getValue()'] = sheet.getRange('A1').getValue();
      sheet.getRange('A2').setValue('moved');
      sheet.insertRowsBefore(1, 1);
      facts['a write before rows are inserted goes along'] = sheet.getRange('A3').getValue() === 'moved';
    },
  },
  {
    id: 'script-edits',
    asks: 'Does a script’s own write fire onEdit?',
    knobs: [],
    sureness: 'documented',
    means: 'Every answer would look like something that a person has typed.',
    ask: ({ sheet, facts }) => {
      const store = PropertiesService.getDocumentProperties();
      store.deleteProperty(EDITED);
      sheet.getRange('A1').setValue('by a script');
      SpreadsheetApp.flush();
      Utilities.sleep(4_000);
      facts.onEdit = store.getProperty(EDITED) === null ? 'did not fire' : 'fired';
    },
  },
];

/** The property that `onEdit` leaves. */
export const EDITED = 'parity.edited';

function onlyYes(): GoogleAppsScript.Spreadsheet.DataValidation {
  return SpreadsheetApp.newDataValidation().requireValueInList(['yes']).setAllowInvalid(false).build();
}

function rejected(desk: Desk): void {
  const { sheet, facts } = desk;
  sheet.getRange('A2').setDataValidation(onlyYes());
  SpreadsheetApp.flush();
  const cells = sheet.getRange('A1:A3');
  desk.tries('setValues()', () => cells.setValues([['a'], ['no'], ['c']]));
  desk.tries('flush()', () => SpreadsheetApp.flush());
  const filled = cells.getValues().flatMap(([value], i) => (value === '' ? [] : [`A${i + 1}`]));
  facts['cells that hold a value'] = filled.join(', ') || 'none';
  desk.tries('a blank', () => {
    sheet.getRange('A2').setValue('');
    SpreadsheetApp.flush();
  });
}
