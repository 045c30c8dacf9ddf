/** Tables as CSV files: read tolerantly, written as plain data. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { BadInput, oneLine } from './bad-input';

/** Most rows of a table, without its headings: what one run is made for. */
export const MAX_ROWS = 10_000;

/** Most characters in a cell: Google Sheets' limit. */
const MAX_CELL = 50_000;

/** Reads a table: headings, then rows, all equally wide; `rows` keeps only the first so many. Throws BadInput. */
export function readCsv(file: string, rows = Number.POSITIVE_INFINITY): string[][] {
  try {
    return checked(parseCsv(textOf(file)), rows);
  } catch (thrown) {
    throw new BadInput(`--csv: ${file} ${reason(thrown)}`);
  }
}

/** A table from the text of a CSV file: headings, then rows, all equally wide. Throws BadInput, without the name of a file. */
export function tableOf(text: string): string[][] {
  try {
    return checked(parseCsv(text), Number.POSITIVE_INFINITY);
  } catch (thrown) {
    throw new BadInput(`This file ${reason(thrown)}.`);
  }
}

/** Parses the text of a CSV file: comma, semicolon or tab, quoted line breaks, ragged rows padded. */
export function parseCsv(text: string): string[][] {
  const table = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const width = Math.max(0, ...table.map((row) => row.length));
  return table.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}

/** Writes a table, making its folder. The cells are data: nothing in them is changed. */
export function writeCsv(file: string, table: readonly (readonly string[])[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stringify(table.map((row) => [...row])));
}

function textOf(file: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
}

/** Whichever stands most often between the headings. */
function delimiterOf(text: string): string {
  const headings = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const times = (mark: string): number => headings.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

function checked(table: readonly string[][], rows: number): string[][] {
  const [headings, ...all] = table;
  const kept = all.slice(0, rows);
  if (!headings?.some((heading) => heading.trim())) throw new BadInput('has no column names in row 1');
  if (kept.length === 0) throw new BadInput('has no rows below its column names');
  if (kept.length > MAX_ROWS)
    throw new BadInput(
      `has ${kept.length} rows, and ${MAX_ROWS} are the most; take the first ones with --rows`,
    );
  const long = kept.findIndex((row) => row.some((cell) => cell.length > MAX_CELL));
  if (long >= 0) throw new BadInput(`has a cell of more than ${MAX_CELL} characters in row ${long + 2}`);
  return [headings, ...kept];
}

function reason(thrown: unknown): string {
  if (thrown instanceof BadInput) return thrown.message;
  if (thrown instanceof TypeError && 'code' in thrown && thrown.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return 'is not UTF-8 text';
  // Node repeats the system call and the file at the end.
  return `cannot be read: ${oneLine(thrown).replace(/, (open|read)\b.*$/, '')}`;
}
