/** Which rows of a table do not meet the condition of their enrichment, and why, in words. */
import { type Compared, meets } from '../../enrichment/compare';
import { conditionColumn, isComparing, unknownInWords, unmetInWords } from '../../enrichment/condition';
import type { Enrichment } from '../../enrichment/definition';
import type { Mode } from '../../enrichment/selection';
import { Picture, type Value } from '../../sheet/cells';
import { headingsToAsk } from '../../sheet/layout';
import { type Custom, mannerOf } from '../../sheet/manner';
import type { Reading } from '../../sheet/reading';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row, TableView } from '../../sheet/table';

/** By row, from 1: why it is left out. Rows that meet the condition are missing. */
export type Unmet = ReadonlyMap<number, string>;

/** Every row meets what is not wanted. */
export const ALL_MET: Unmet = new Map();

/** A row, with what it holds and displays by column from 0. */
type Cells = Pick<Row, 'at' | 'values' | 'display'>;

/** Why a row is left out, in words; undefined for one that the enrichment is for. */
type Judge = (row: Cells) => string | undefined;

/** Among the rows of a view, for a mode. Throws what `judgeIn` throws. */
export function unmetIn(view: TableView, rows: readonly Row[], sheet: Sheet, mode: Mode): Unmet {
  if (!view.enrichment.onlyIf) return ALL_MET;
  return new Map(
    rows.flatMap((row) => {
      const why = whyUnmet(view, row, sheet, mode);
      return why === undefined ? [] : [[row.at, why] as const];
    }),
  );
}

/** The same of one row; who means a single row has it asked whatever the enrichment is for. */
export function whyUnmet(view: TableView, row: Row, sheet: Sheet, mode: Mode): string | undefined {
  return mode === 'again' ? undefined : judgeOf(view, sheet)(row);
}

/** By view: columns and condition are looked up once. */
const JUDGES = new WeakMap<TableView, Judge>();

function judgeOf(view: TableView, sheet: Sheet): Judge {
  const { enrichment, headings, placed: places, unknowns } = view;
  const known = JUDGES.get(view) ?? judgeIn(enrichment, { headings, places, unknowns }, sheet);
  JUDGES.set(view, known);
  return known;
}

/** The judge of a table, which need have no columns of the enrichment's. Throws `no-condition-column` or `ambiguous-column`. */
export function judgeIn(
  e: Enrichment,
  { headings, places, unknowns }: Pick<Reading, 'headings' | 'places' | 'unknowns'>,
  sheet: Sheet,
): Judge {
  const { onlyIf } = e;
  if (!onlyIf) return () => undefined;
  const askable = headingsToAsk(e, headings, places);
  const column = conditionColumn(onlyIf, askable);
  const heading = askable[column] ?? '';
  // How numbers and days are written matters only where something is compared.
  const manner = isComparing(onlyIf.test) ? mannerOf(sheet) : PLAIN;
  const isMet = meets(onlyIf, manner);
  return ({ at, values, display }) => {
    const unknown = unknowns(at, column);
    if (unknown) return unknownInWords(heading, unknown);
    const cell = comparedIn(values[column] ?? '', display[column] ?? '', manner);
    return isMet(cell) ? undefined : unmetInWords(heading, onlyIf);
  };
}

const PLAIN: Custom = { decimal: '.', order: [], dayOf: () => '' };

function comparedIn(value: Value, shown: string, { dayOf }: Pick<Custom, 'dayOf'>): Compared {
  if (typeof value === 'string') return { text: value, isEmpty: value.trim() === '' };
  const cell = { text: shown, isEmpty: false };
  if (typeof value === 'number') return { ...cell, number: value };
  if (typeof value === 'boolean') return { ...cell, yes: value };
  return value instanceof Picture ? cell : { ...cell, day: dayOf(value) };
}
