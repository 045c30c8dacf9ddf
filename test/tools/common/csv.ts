/** Tables as CSV files: read tolerantly, written as plain data. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { BadInput, oneLine } from './bad-input';
import { decoded } from './decode';

/** Most rows of a table, without its headings: what one run is made for. */
const MAX_ROWS = 10_000;

/** Most columns: more than people have, and few enough to draw. */
const MAX_COLUMNS = 200;

/** Most cells once all rows are equally wide: what the page draws in some seconds. */
const MAX_CELLS = 250_000;

/** Most characters in a cell: Google Sheets' limit. */
const MAX_CELL = 50_000;

/** Reads a table: headings, then rows, all equally wide; `rows` keeps only the first so many. Throws BadInput. */
export function readCsv(file: string, rows = Number.POSITIVE_INFINITY): string[][] {
  try {
    return checked(raggedCsv(decoded(readFileSync(file))), rows);
  } catch (thrown) {
    const hint = thrown instanceof TooLong ? '; take the first ones with --rows' : '';
    throw new BadInput(`--csv: ${file} ${reason(thrown)}${hint}`);
  }
}

/** A table from the text of a CSV file: headings, then rows, all equally wide. Throws BadInput, without the name of a file. */
export function tableOf(text: string): string[][] {
  try {
    return checked(raggedCsv(text), Number.POSITIVE_INFINITY);
  } catch (thrown) {
    throw new BadInput(`This file ${reason(thrown)}.`);
  }
}

/** Parses the text of a CSV file: comma, semicolon or tab, quoted line breaks, ragged rows padded. */
export function parseCsv(text: string): string[][] {
  return padded(raggedCsv(text));
}

/** The rows as they are in the file, however long each is. */
function raggedCsv(text: string): string[][] {
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

function padded(table: readonly string[][]): string[][] {
  const width = widthOf(table);
  return table.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}

/** Not by spreading: a call takes some hundred thousand arguments at most. */
function widthOf(table: readonly string[][]): number {
  return table.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Writes a table, making its folder. The cells are data: nothing in them is changed. */
export function writeCsv(file: string, table: readonly (readonly string[])[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stringify(table.map((row) => [...row])));
}

/** Whichever stands most often between the headings. */
function delimiterOf(text: string): string {
  const headings = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const times = (mark: string): number => headings.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

/** What could be taken in part. */
class TooLong extends BadInput {}

/** Limits come before anything is padded: a single long row would make all of them long. */
function checked(table: readonly string[][], rows: number): string[][] {
  const [headings, ...all] = table;
  const kept = all.slice(0, rows);
  if (!headings?.some((heading) => heading.trim())) throw new BadInput('has no column names in row 1');
  if (kept.length === 0) throw new BadInput('has no rows below its column names');
  checkSize([headings, ...kept]);
  const long = kept.findIndex((row) => row.some((cell) => cell.length > MAX_CELL));
  if (long >= 0) throw new BadInput(`has a cell of more than ${MAX_CELL} characters in row ${long + 2}`);
  return padded([headings, ...kept]);
}

function checkSize(table: readonly string[][]): void {
  const [rows, width] = [table.length - 1, widthOf(table)];
  const most = (n: number): string => `and ${count(n)} are the most`;
  if (rows > MAX_ROWS) throw new TooLong(`has ${count(rows)} rows, ${most(MAX_ROWS)}`);
  if (width > MAX_COLUMNS) {
    const at = table.findIndex(({ length }) => length === width) + 1;
    throw new BadInput(`has ${count(width)} columns in row ${at}, ${most(MAX_COLUMNS)}`);
  }
  const cells = table.length * width;
  if (cells > MAX_CELLS)
    throw new TooLong(
      `has ${count(cells)} cells (${count(table.length)} rows of ${width}), ${most(MAX_CELLS)}`,
    );
}

const count = (n: number): string => n.toLocaleString('en-US');

function reason(thrown: unknown): string {
  if (thrown instanceof BadInput) return thrown.message;
  // Node repeats the system call and the file at the end.
  return `cannot be read: ${oneLine(thrown).replace(/, (open|read)\b.*$/, '')}`;
}
