/** The table of agreements and differences on a sheet, and the JSON to send. */
import { kept } from './answers';
import { fresh } from './asking';
import EXPECTED from './expected.json';
import { QUESTIONS } from './questions';
import { judge, type Said, type Verdict } from './verdict';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TABLE = 'Parity';
const HEADINGS = [
  'Question',
  'Agrees?',
  'Here and on the local Google',
  'Knobs',
  'How sure we were',
  'What a difference means',
];

/** What is sent: answers by id, and in which language and locale they were given. */
export interface Letter {
  readonly parity: 1;
  readonly at: string;
  readonly language: string;
  readonly locale: string;
  readonly answers: Readonly<Record<string, Said>>;
}

/** Everything that was said, as it is sent. */
export function letter(spreadsheet: Spreadsheet): Letter {
  return {
    parity: 1,
    at: new Date().toISOString(),
    language: Session.getActiveUserLocale(),
    locale: spreadsheet.getSpreadsheetLocale(),
    answers: kept(),
  };
}

/** Writes the table anew, with the JSON below it. */
export function writeTable(spreadsheet: Spreadsheet, { answers, ...rest }: Letter): void {
  const lines = QUESTIONS.map((question) => lineOf(judge(question, answers[question.id], EXPECTED)));
  const json = JSON.stringify({ ...rest, answers });
  const cells = [HEADINGS, ...lines, ['To send:', json, '', '', '', '']];
  const sheet = fresh(spreadsheet, TABLE);
  const range = sheet.getRange(1, 1, cells.length, HEADINGS.length);
  range.setValues(cells.map((line) => line.map((text) => `'${text}`)));
  range.setWrap(true).setVerticalAlignment('top');
  sheet.getRange(1, 1, 1, HEADINGS.length).setFontWeight('bold');
  sheet.setFrozenRows(1);
  for (const column of [1, 3, 6]) sheet.setColumnWidth(column, 300);
}

function lineOf({ question, state, differences, failed = '' }: Verdict): string[] {
  const { asks, knobs, sureness, means, adapts } = question;
  const told = differences.map(({ what, here, local }) => `${what}: ${here}; local: ${local}`).join('\n');
  const meant = adapts === undefined ? means : `${means} It adapts: ${adapts}.`;
  return [asks, state, told || failed, knobs.join(', '), sureness, meant];
}
