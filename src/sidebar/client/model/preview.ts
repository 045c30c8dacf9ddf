/** The question as the first row asks it, and the question's text cut where its columns stand. Pure. */
import { fill, parseTemplate, resolveColumns } from '../../../enrichment/template';
import { webAddress } from '../../../enrichment/web-address';
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
  return headings && headingOf(text.slice(2, -2).trim(), headings) === undefined ? 'unknown' : 'column';
}

/** The heading that a name stands for; undefined where none does, or several do. */
function headingOf(name: string, headings: readonly string[]): string | undefined {
  try {
    return headings[resolveColumns([name], headings).get(name) ?? -1];
  } catch {
    return undefined;
  }
}

/** What the first row asks, or why it asks nothing. */
export interface Preview {
  readonly text: string;
  /** Why the row would be left out; '' when it would be asked. */
  readonly skipped: string;
}

/** The preview; undefined while the question cannot be read or the table has no row. */
export function previewOf(form: Form, start: Start | undefined): Preview | undefined {
  if (!start || Object.keys(start.sample).length === 0 || templateOf(form).trim() === '') return undefined;
  try {
    return filledIn(form, start);
  } catch {
    return undefined;
  }
}

function filledIn(form: Form, { headings, sample }: Start): Preview | undefined {
  let blank = '';
  let unknown = false;
  const text = fill(parseTemplate(templateOf(form)), (column) => {
    const heading = headingOf(column, headings);
    if (heading === undefined) unknown = true;
    const cell = (sample[heading ?? ''] ?? '').trim();
    if (cell === '') blank ||= column;
    return cell;
  });
  if (unknown) return undefined;
  if (blank) return { text: '', skipped: `“${blank}” is empty there, so this row would be left out.` };
  if (form.type !== 'fetch') return { text, skipped: '' };
  const address = webAddress(text);
  return {
    text: address ?? text,
    skipped: address ? '' : 'That is no web address, so this row would be left out.',
  };
}
