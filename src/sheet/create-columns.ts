/** Creates an enrichment's columns next to the table: outputs, Status, and the hidden ledger. */
import { type OutputColumn, outputColumns } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { Problem } from '../enrichment/problem';
import { STATUS_COLOURS } from '../enrichment/status';
import { columnLetters, keepColumns, LEDGER_PARTS, type LedgerPart, markColumn } from './layout';
import { conditionalFormat, type Sheet } from './spreadsheet';

interface NewColumn {
  readonly part: string;
  readonly heading: string;
  readonly output?: OutputColumn;
}

const LEDGER_HEADING: Record<LedgerPart, string> = {
  status: 'status',
  state: 'state (Linkup, do not edit)',
  task: 'task (Linkup, do not edit)',
  question: 'question (Linkup, do not edit)',
};

/** Creates whatever columns of the enrichment are not there yet, and lets go of those it no longer fills. Throws `protected`. */
export function createColumns(sheet: Sheet, e: Enrichment): void {
  const first = sheet.getLastColumn() + 1;
  checkRoom(sheet, first);
  const wanted = columnsOf(e);
  const kept = keepColumns(sheet, e, new Set(wanted.map(({ part }) => part)));
  const missing = wanted.filter(({ part }) => !kept.has(part));
  if (missing.length > 0) addColumns(sheet, e, first, missing);
}

/** Looks before anything is changed: all rows of what is beside the table, or of its last column where nothing is beside it. */
function checkRoom(sheet: Sheet, first: number): void {
  const last = sheet.getMaxColumns();
  const from = columnLetters(Math.min(first, last));
  if (sheet.getRange(`${from}:${columnLetters(last)}`).canEdit()) return;
  throw new Problem('protected', `the columns next to the table of “${sheet.getName()}”`);
}

function columnsOf(e: Enrichment): NewColumn[] {
  const outputs = outputColumns(e).map((output) => ({ part: output.part, heading: output.heading, output }));
  const ledger = LEDGER_PARTS.map((part) => ({ part, heading: `${e.name} ${LEDGER_HEADING[part]}` }));
  return [...outputs, ...ledger];
}

function addColumns(sheet: Sheet, e: Enrichment, first: number, columns: readonly NewColumn[]): void {
  const shortBy = first + columns.length - 1 - sheet.getMaxColumns();
  if (shortBy > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), shortBy);
  const header = sheet.getRange(1, first, 1, columns.length);
  header.setValues([columns.map(({ heading }) => `'${heading}`)]);
  header.setFontWeight('bold');
  columns.forEach((column, i) => {
    markColumn(sheet, first + i, e, column.part);
    dress(sheet, first + i, column);
  });
  hideLedger(sheet, first, columns);
}

function dress(sheet: Sheet, at: number, { part, output }: NewColumn): void {
  const letters = columnLetters(at);
  const cells = sheet.getRange(`${letters}2:${letters}`);
  if (output?.kind === 'date') cells.setNumberFormat('yyyy-mm-dd');
  if (part === 'status') colourStatus(sheet, cells);
}

function colourStatus(sheet: Sheet, cells: GoogleAppsScript.Spreadsheet.Range): void {
  const rules = STATUS_COLOURS.map(([startsWith, text, background]) =>
    conditionalFormat()
      .whenTextStartsWith(startsWith)
      .setFontColor(text)
      .setBackground(background)
      .setRanges([cells])
      .build(),
  );
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...rules]);
}

/** The ledger is created last, so what is hidden is one run of columns at the end. */
function hideLedger(sheet: Sheet, first: number, columns: readonly NewColumn[]): void {
  const from = columns.findIndex(({ part }) => part === 'state' || part === 'task' || part === 'question');
  if (from >= 0) sheet.hideColumns(first + from, columns.length - from);
}
