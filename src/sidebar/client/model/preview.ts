/** The question as the first row asks it, and the question's text cut where its columns stand. Pure. */
import { columnsNamed, fill, parseTemplate, resolveColumns, spoken } from '../../../enrichment/template';
import type { Start } from '../../protocol';
import { type Form, templateOf } from './form';

/** A stretch of the question: plain, or a placeholder for a column that is there or not. */
export interface Piece {
  readonly text: string;
  readonly kind: 'plain' | 'column' | 'unknown';
}

/** The text in pieces, which joined are the text again. Without headings, every column passes for known. */
export function pieces(template: string, headings: readonly string[] | undefined): Piece[] {
  return template
    .split(/(\{\{[^{}]*\}\})/)
    .filter((text) => text !== '')
    .map((text) => ({ text, kind: kindOf(text, headings) }));
}

function kindOf(text: string, headings: readonly string[] | undefined): Piece['kind'] {
  if (!/^\{\{[^{}]*\}\}$/.test(text)) return 'plain';
  return headings && !isColumn(text.slice(2, -2), headings) ? 'unknown' : 'column';
}

/** Whether a name stands for one of the headings, and for one only. */
function isColumn(name: string, headings: readonly string[]): boolean {
  try {
    return resolveColumns([name], headings).size === 1;
  } catch {
    return false;
  }
}

/** What the first row asks, as a sentence; '' while the question cannot be read or the table has no row. */
export function previewOf(form: Form, start: Start | undefined): string {
  if (!start || Object.keys(start.sample).length === 0) return '';
  try {
    return filledIn(form, start);
  } catch {
    return '';
  }
}

/** Throws while a column is unknown. */
function filledIn(form: Form, { headings, sample }: Start): string {
  const parts = parseTemplate(templateOf(form));
  const columns = resolveColumns(columnsNamed(parts), headings);
  const cell = (column: string) => (sample[headings[columns.get(column) ?? -1] ?? ''] ?? '').trim();
  const blank = [...columns.keys()].find((column) => cell(column) === '');
  return blank === undefined
    ? fill(parts, cell)
    : `Nothing: “${spoken(blank, headings[columns.get(blank) ?? -1] ?? '')}” is empty there.`;
}
