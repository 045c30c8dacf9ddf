/** Asks one question after another, each on a scratch sheet of its own, as long as there is time. */
import { keep, kept } from './answers';
import { Desk, type Question, textOf } from './question';
import { QUESTIONS } from './questions';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How far into an execution a question is begun: the longest one still fits into Google's six minutes. */
const ASKING_MS = 150_000;

/** How a scratch sheet is called. */
export const SCRATCH = 'Scratch ';

/** Asks what was not asked yet. What does not fit into the execution, which began then, is left for the next one. */
export function askOn(spreadsheet: Spreadsheet, startedAt: number): void {
  const answered = kept();
  for (const question of QUESTIONS) {
    if (!question.ask || answered[question.id]) continue;
    if (Date.now() > startedAt + ASKING_MS) return;
    askOne(spreadsheet, question, question.ask);
  }
}

function askOne(spreadsheet: Spreadsheet, { id }: Question, ask: (desk: Desk) => void): void {
  const nothing = { facts: {}, figures: {}, quotes: {} };
  // Should Google end the script here, the question is not asked again and again.
  keep(id, { ...nothing, failed: 'Google ended the script while this was asked.' });
  const sheet = fresh(spreadsheet, SCRATCH + id);
  const desk = new Desk(spreadsheet, sheet);
  try {
    ask(desk);
    keep(id, desk.answer());
  } catch (error) {
    keep(id, { ...desk.answer(), failed: textOf(error) });
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
}

/** Takes away what is left of scratch sheets where an execution was ended. */
export function sweep(spreadsheet: Spreadsheet): void {
  const left = spreadsheet.getSheets().filter((sheet) => sheet.getName().startsWith(SCRATCH));
  for (const sheet of left) spreadsheet.deleteSheet(sheet);
}

/** An empty sheet of that name, in place of an earlier one. */
export function fresh(spreadsheet: Spreadsheet, name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const old = spreadsheet.getSheetByName(name);
  if (old) spreadsheet.deleteSheet(old);
  return spreadsheet.insertSheet(name);
}
