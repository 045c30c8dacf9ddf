/** In which language and by which locale Google speaks. */
import { type Desk, type Question, textOf, told } from '../question';

/** The questions about language and locale. */
export const WORDS: readonly Question[] = [
  {
    id: 'language',
    asks: 'Do exceptions and errors in cells come in the person’s language?',
    knobs: ['language'],
    sureness: 'observed',
    means: 'Nothing of ours: no text of Google’s is understood, in any language.',
    adapts: 'errors are told by their shape, exceptions by what was tried',
    ask: (desk) => {
      const { sheet, facts, quotes } = desk;
      const isPersonEnglish = /^en/.test(Session.getActiveUserLocale());
      const exception = exceptionOf(() => sheet.getRange('A1').setValues([[1], [2]]));
      facts['exceptions speak it'] = /^The number of rows/.test(exception) === isPersonEnglish;
      quotes.exception = exception;
      const shown = unknownFunction(desk);
      facts['an error begins with #'] = shown.startsWith('#');
      quotes.error = shown;
    },
  },
  {
    id: 'locale',
    asks: 'What does a German spreadsheet make of numbers, days and errors?',
    knobs: [],
    sureness: 'documented',
    means: 'Numbers of answers would be texts in spreadsheets that write them with a comma.',
    ask: german,
  },
  {
    id: 'zone',
    asks: 'By whose clock are days read and shown in a spreadsheet with a time zone of its own?',
    knobs: [],
    sureness: 'documented',
    means:
      'A day of somebody’s column would be sent as the one before it, and an answer that is a day written as another one.',
    ask: inTokyo,
  },
];

function exceptionOf(act: () => void): string {
  try {
    act();
    return '';
  } catch (error) {
    return textOf(error);
  }
}

function unknownFunction({ sheet }: Desk): string {
  const cell = sheet.getRange('A9').setValue('=NOSUCHFUNCTION()');
  SpreadsheetApp.flush();
  return String(cell.getDisplayValue());
}

function inTokyo({ spreadsheet, sheet, facts }: Desk): void {
  try {
    spreadsheet.setSpreadsheetTimeZone('Asia/Tokyo');
    const cells = sheet.getRange('A1:A2').setValues([['2026-10-02'], [new Date(Date.UTC(2026, 9, 2, 20))]]);
    facts['a day that was typed is in UTC'] = told(cells.getValues()[0]?.[0], 'Etc/UTC');
    facts['20:00 UTC is shown as'] = sheet.getRange('A2').getDisplayValue();
  } finally {
    spreadsheet.setSpreadsheetTimeZone('Etc/UTC');
  }
}

function german(desk: Desk): void {
  const { spreadsheet, sheet, facts } = desk;
  const before = unknownFunction(desk);
  const zone = spreadsheet.getSpreadsheetTimeZone();
  try {
    spreadsheet.setSpreadsheetLocale('de_DE');
    const written = [1234.5, '1,5', '1.5', '31.12.2026', new Date(Date.UTC(2026, 9, 2, 12))];
    const cells = sheet.getRange(1, 1, written.length, 1).setValues(written.map((each) => [each]));
    const values = cells.getValues();
    const shown = cells.getDisplayValues();
    written.forEach((each, i) => {
      const name = typeof each === 'object' ? 'a Date' : JSON.stringify(each);
      facts[name] = `${told(values[i]?.[0], zone)}, shown ${JSON.stringify(shown[i]?.[0])}`;
    });
    facts['errors change with it'] = unknownFunction(desk) !== before;
  } finally {
    spreadsheet.setSpreadsheetLocale('en_US');
  }
}
