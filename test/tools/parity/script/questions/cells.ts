/** What is made of what a script writes into cells. */
import { type Desk, type Question, told } from '../question';

/** The questions about ordinary cells. */
export const CELLS: readonly Question[] = [
  {
    id: 'parsed-numbers',
    asks: 'Which texts does setValues take for numbers?',
    knobs: [],
    sureness: 'observed',
    means:
      'An answer of digits would change in its cell: the product writes texts behind an apostrophe, and only numbers as numbers.',
    ask: typed('1234', '1,234', '1,234.5', '-3', '+3', '.5', '1e3', '(12)', '1,23', '12 kg'),
  },
  {
    id: 'parsed-percent-and-money',
    asks: 'Which texts does it take for percentages and amounts?',
    knobs: [],
    sureness: 'observed',
    means: 'A percentage that the product compares with its own cell would look typed over by somebody.',
    ask: typed('12%', '12.5%', '$5', '$1,234.50', '-$5'),
  },
  {
    id: 'parsed-leading-zeros',
    asks: 'Do leading zeros and long digits survive?',
    knobs: [],
    sureness: 'observed',
    means: 'Postcodes and telephone numbers of people’s own columns would be sent otherwise than they look.',
    ask: typed('007', '00', '0123456789', '12345678901234567'),
  },
  {
    id: 'parsed-booleans',
    asks: 'Which texts does it take for TRUE and FALSE?',
    knobs: [],
    sureness: 'observed',
    means: 'Yes/no answers would be texts, and checkboxes would refuse them.',
    ask: typed('TRUE', 'false', 'True', ' true', 'yes'),
  },
  {
    id: 'parsed-dates',
    asks: 'Which texts does it take for days and times?',
    knobs: [],
    sureness: 'observed',
    means: 'Answers that are days would sort as texts, or a text would turn into a day.',
    ask: typed(
      '2026-10-02',
      '10/2/2026',
      'Oct 2, 2026',
      '2 Oct 2026',
      '14:30',
      '2026-10-02 14:30',
      '31/12/2026',
    ),
  },
  {
    id: 'parsed-formulas',
    asks: 'Which texts become formulas?',
    knobs: [],
    sureness: 'documented',
    means:
      'Text from the web could run as a formula: the product writes every text behind an apostrophe for that reason.',
    ask: (desk) => {
      const inputs = ['=1+1', '+A1', '-A1', '=', '+', '@A1', ' =1+1'];
      const cells = desk.sheet.getRange(1, 2, inputs.length, 1).setValues(inputs.map((each) => [each]));
      const formulas = cells.getFormulas();
      inputs.forEach((each, i) => {
        desk.facts[JSON.stringify(each)] =
          formulas[i]?.[0] === '' ? 'no formula' : `formula ${formulas[i]?.[0]}`;
      });
    },
  },
  {
    id: 'apostrophe',
    asks: 'Is a leading apostrophe taken off, and the rest left as text?',
    knobs: [],
    sureness: 'observed',
    means: 'Every text that the product writes would begin with an apostrophe, or be parsed.',
    ask: typed("'x", "'=1+1", "'007", "''x", "'"),
  },
  {
    id: 'blanks',
    asks: 'What do null, undefined and an empty text leave in a cell?',
    knobs: [],
    sureness: 'documented',
    means: 'Undo would leave something behind in cells that were empty.',
    ask: ({ sheet, facts }) => {
      const cells = sheet.getRange(1, 1, 1, 3).setValues([['a', 'b', 'c']]);
      // The type package allows anything here, as Google does.
      cells.setValues([[null, undefined, '']]);
      facts['null, undefined, empty'] =
        cells
          .getValues()[0]
          ?.map((value) => told(value, 'Etc/UTC'))
          .join(', ') ?? '';
      facts['last row then'] = sheet.getLastRow();
    },
  },
];

/** Writes texts in one call, one below another, and says what each has become. */
function typed(...inputs: readonly string[]): (desk: Desk) => void {
  return ({ spreadsheet, sheet, facts }) => {
    const cells = sheet.getRange(1, 1, inputs.length, 1).setValues(inputs.map((each) => [each]));
    const values = cells.getValues();
    const shown = cells.getDisplayValues();
    const zone = spreadsheet.getSpreadsheetTimeZone();
    inputs.forEach((each, i) => {
      facts[JSON.stringify(each)] = `${told(values[i]?.[0], zone)}, shown ${JSON.stringify(shown[i]?.[0])}`;
    });
  };
}
