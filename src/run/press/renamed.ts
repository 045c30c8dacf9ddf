/**
 * The column that stands where one stood that a question names: its heading was changed. What rows were asked tells which it is, for with
 * the right column in the question they ask just the same now.
 */
import type { Enrichment } from '../../enrichment/definition';
import { asProblem, unlessProblem } from '../../enrichment/problem';
import { possibleHeadings, withColumn } from '../../enrichment/rename-column';
import { rowReader } from '../../enrichment/row-question';
import { headingsToAsk, ownPlaces, type Places } from '../../sheet/layout';
import type { Reading } from '../../sheet/reading';
import { type Row, textIn, viewOf } from '../../sheet/table';
import { fingerprintOf } from '../rows/standing';
import type { Renamed } from './renamed-types';

/** So many rows are compared, and so many columns at most. */
const MOST = { rows: 40, columns: 30 };

/** A table as far as it takes to look. */
interface Table {
  readonly headings: readonly string[];
  readonly placed: Places;
  /** Those that a question may name. */
  readonly nameable: readonly string[];
  /** Reads all of it: only where a column is missing. */
  readonly read: () => Reading;
}

/** What became of a column that a question names and the table does not have; null where it has them all, or a heading is only loading. */
export function renamedIn(e: Enrichment, { headings, placed, nameable, read }: Table): Renamed | null {
  const there = headingsToAsk(e, headings, placed);
  const gone = goneFrom(e, there);
  if (gone === undefined) return null;
  const reading = read();
  if (reading.unknownHeading) return null;
  const others = possibleHeadings(
    e.template,
    there.filter((heading) => nameable.includes(heading)),
  ).slice(0, MOST.columns);
  const asked = askedIn(e, reading);
  const [only, ...more] = others;
  const instead = asked ? likeliest(e, gone, others, asked) : more.length === 0 ? only : undefined;
  return { gone, instead: instead ?? '' };
}

function goneFrom(e: Enrichment, headings: readonly string[]): string | undefined {
  try {
    rowReader(e, headings);
    return undefined;
  } catch (thrown) {
    const { code, subject } = asProblem(thrown);
    return code === 'unknown-column' ? subject : undefined;
  }
}

/** The first rows whose ledgers name what they were asked; undefined where none was. */
function askedIn({ id }: Enrichment, reading: Reading): Reading | undefined {
  const question = ownPlaces(id, reading.places).get('question') ?? 0;
  const first = reading.values.findIndex((row) => textIn(row, question) !== '');
  if (first < 0) return undefined;
  const { values, display, firstRow } = reading;
  const [from, to] = [first, first + MOST.rows];
  return {
    ...reading,
    values: values.slice(from, to),
    display: display.slice(from, to),
    firstRow: firstRow + from,
  };
}

/** The column with which most of them ask what they were asked; undefined where it is none, or two are alike. */
function likeliest(
  e: Enrichment,
  gone: string,
  columns: readonly string[],
  asked: Reading,
): string | undefined {
  const found = columns.map((column) => ({ column, rows: askingAsBefore(e, gone, column, asked) }));
  const most = Math.max(0, ...found.map(({ rows }) => rows));
  const best = found.filter(({ rows }) => rows === most);
  return most > 0 && best.length === 1 ? best[0]?.column : undefined;
}

function askingAsBefore(e: Enrichment, gone: string, column: string, asked: Reading): number {
  const asking = { ...e, template: withColumn(e.template, gone, column) };
  const rows: readonly Row[] = unlessProblem(() => viewOf(asking, asked).rows(asked)) ?? [];
  return rows.filter((row) => 'text' in row.question && row.ledger.question === fingerprintOf(row)).length;
}
