/** Question templates: text with `{{Column}}` placeholders, filled from a row's cells as they are displayed. */
import { Problem } from './problem';

/** Text and placeholders in turn, as written. */
export type TemplatePart = { readonly text: string } | { readonly column: string };

const PLACEHOLDER = /\{\{([^{}]*)\}\}/;

/** Splits a template. Throws `unclosed-placeholder` for a `{{` that never closes, `empty-placeholder` for `{{}}`. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  // Splitting by a pattern with a group gives text and column name in turn.
  template.split(PLACEHOLDER).forEach((piece, i) => {
    if (i % 2 === 1) parts.push({ column: columnName(piece) });
    else pushText(parts, piece);
  });
  return parts;
}

function pushText(parts: TemplatePart[], piece: string): void {
  const open = piece.indexOf('{{');
  if (open >= 0) throw new Problem('unclosed-placeholder', piece.slice(open, open + 20));
  if (piece) parts.push({ text: piece });
}

function columnName(written: string): string {
  const name = written.trim();
  if (!name) throw new Problem('empty-placeholder');
  return name;
}

/** The columns a template names, each once, in order. */
export function columnsNamed(parts: readonly TemplatePart[]): string[] {
  const names = parts.map((part) => ('column' in part ? part.column : undefined));
  return [...new Set(names.filter((name): name is string => name !== undefined))];
}

/** Where each named column stands among the headings (from 0). Throws `unknown-column` or `ambiguous-column`. */
export function resolveColumns(names: readonly string[], headings: readonly string[]): Map<string, number> {
  return new Map(names.map((name) => [name, columnIndex(name, headings)]));
}

/** A heading matches exactly, or else by itself when case and outer spaces are ignored. */
function columnIndex(name: string, headings: readonly string[]): number {
  const exact = indexesOf(headings, (heading) => heading === name);
  const found = exact.length > 0 ? exact : indexesOf(headings, (heading) => loose(heading) === loose(name));
  const [first] = found;
  if (first === undefined) throw new Problem('unknown-column', name);
  if (found.length > 1) throw new Problem('ambiguous-column', name);
  return first;
}

function loose(heading: string): string {
  return heading.trim().toLowerCase();
}

function indexesOf(headings: readonly string[], wanted: (heading: string) => boolean): number[] {
  return headings.flatMap((heading, i) => (wanted(heading) ? [i] : []));
}

/** The template with each placeholder replaced by its column's text. */
export function fill(parts: readonly TemplatePart[], textIn: (column: string) => string): string {
  return parts
    .map((part) => ('text' in part ? part.text : textIn(part.column)))
    .join('')
    .trim();
}
