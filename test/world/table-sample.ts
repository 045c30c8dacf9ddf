/** A hand-made reading of a small table: Country, one output (capital), Status, and the hidden ledger. */

import { fingerprinter } from '../../src/enrichment/fingerprint';
import type { Value } from '../../src/sheet/cells';
import { type State, stateText } from '../../src/sheet/ledger';
import type { Reading } from '../../src/sheet/reading';
import { type Row, TableView } from '../../src/sheet/table';
import { unknownsIn } from '../../src/sheet/unknown';
import { cellsOf, NO_CELLS } from '../../src/sheet/written';
import { aSearch } from './definitions';
import { statusOf } from './says';

/** What a row of the sample holds; blank where it says nothing. */
export interface SampleRow {
  readonly country?: string;
  readonly capital?: Value;
  readonly state?: State | undefined;
  readonly taskId?: string;
  readonly question?: string;
}

export const FACTS = aSearch({ shape: 'fields', fields: [{ name: 'capital', kind: 'text' }] });

const PARTS = ['', 'field:capital', 'status', 'state', 'task', 'question'];

/** Where the sample's columns are, from 1. */
export const PLACES: ReadonlyMap<string, number> = new Map(
  PARTS.flatMap((part, i) => (part ? [[`e1/${part}`, i + 1] as const] : [])),
);

export const HEADINGS = [
  'Country',
  'capital',
  statusOf('Facts'),
  'Facts state',
  'Facts task',
  'Facts question',
];

export const VIEW = new TableView(FACTS, HEADINGS, PLACES);

/** The fingerprint of what a row about a country asks. */
export function printOf(country: string): string {
  return fingerprinter(FACTS)(`What is the capital of ${country}?`);
}

/** A ledger's state about a country, done by default and left with these outputs. */
export function stateOf(country: string, changes: Partial<State> = {}, ...outputs: string[]): State {
  const about = { run: 'run1', fingerprint: printOf(country), ordinal: 1, at: Date.UTC(2026, 10, 23) };
  const cells = outputs.length > 0 ? cellsOf(['a'], outputs) : NO_CELLS;
  return { state: 'done', ...about, cells, task: '', step: 1, ...changes };
}

/** The rows as the view reads them, from row 2 on. */
export function rowsOf(...rows: SampleRow[]): Row[] {
  const values = rows.map(({ country = '', capital = '', state, taskId = '', question = '' }): Value[] => [
    country,
    capital,
    'for people only',
    state ? stateText(state) : '',
    taskId,
    question,
  ]);
  return VIEW.rows(readingOf(values));
}

/** A reading of these cells, which display what they hold unless they are said to display something else. */
export function readingOf(values: readonly (readonly Value[])[], changes: Partial<Reading> = {}): Reading {
  const display = values.map((row) => row.map(String));
  const base = { headings: HEADINGS, places: PLACES, firstRow: 2, display, values };
  // What looks like the state of a formula is one here.
  const formulas = values.map((row) => row.map(() => '=1'));
  return { ...base, unknowns: unknownsIn(values, () => formulas, new Set(), 2), ...changes };
}

/** One row as the view reads it. */
export function rowOf(sample: SampleRow): Row {
  const [row] = rowsOf(sample);
  if (!row) throw new Error('no row');
  return row;
}
