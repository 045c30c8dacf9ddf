/** Question templates: text with `{{Column}}` placeholders, filled from a row's cells as they are displayed. */
import { folded } from './names';
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

/** As it is written, for a heading may have spaces round it as well. */
function columnName(written: string): string {
  if (!written.trim()) throw new Problem('empty-placeholder');
  return written;
}

/** The columns a template names, each once, in order. */
export function columnsNamed(parts: readonly TemplatePart[]): string[] {
  const names = parts.map((part) => ('column' in part ? part.column : undefined));
  return [...new Set(names.filter((name): name is string => name !== undefined))];
}

/** Where each named column stands among the headings (from 0); `placeOf` a heading is how people know it. Throws `unknown-column` or `ambiguous-column`. */
export function resolveColumns(
  names: readonly string[],
  headings: readonly string[],
  placeOf: (index: number) => string = () => '',
): Map<string, number> {
  return new Map(names.map((name) => [name, columnIndex(name, headings, placeOf)]));
}

/** What a heading may be compared by, from its very letters to what anybody takes for the same. */
const MANNERS: readonly ((text: string) => string)[] = [(text) => text, (text) => text.trim(), folded];

/** `{{Latitude:exact}}` asks with what a cell holds, and not with what it displays of it. */
export const EXACT = /\s*:\s*exact\s*$/i;

/** Whether a name wants what the cells below a heading hold; a heading may itself end so. */
export function isExact(name: string, heading: string): boolean {
  return EXACT.test(name) && folded(heading) !== folded(name);
}

/** What a column is called where people read of it. */
export function spoken(name: string, heading: string): string {
  return (isExact(name, heading) ? name.replace(EXACT, '') : name).trim();
}

/** A heading that is called so, or one whose cells are wanted in full. */
function columnIndex(name: string, headings: readonly string[], placeOf: (index: number) => string): number {
  const index = indexOf(name, headings, placeOf) ?? indexOf(name.replace(EXACT, ''), headings, placeOf);
  if (index === undefined) throw new Problem('unknown-column', name.replace(EXACT, '').trim());
  return index;
}

/** A name means the heading that is most like it: exactly, without the outer spaces of the name, or as `folded` has it. */
function indexOf(
  name: string,
  headings: readonly string[],
  placeOf: (index: number) => string,
): number | undefined {
  for (const manner of MANNERS) {
    const wanted = manner(name);
    const found = headings.flatMap((heading, i) =>
      (manner === folded ? folded(heading) : heading) === wanted ? [i] : [],
    );
    const [first] = found;
    if (found.length > 1) throw new Problem('ambiguous-column', ambiguity(name, found, headings, placeOf));
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Most columns that are named where a name may mean several. */
const NAMED = 4;

function ambiguity(
  name: string,
  found: readonly number[],
  headings: readonly string[],
  placeOf: (index: number) => string,
): string {
  const columns = found.slice(0, NAMED).map((i) => {
    const place = placeOf(i);
    return `“${headings[i] ?? ''}”${place && ` in column ${place}`}`;
  });
  const more = found.length - columns.length;
  return `“${name.trim()}” may be ${columns.join(' or ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** The template with each placeholder replaced by its column's text. */
export function fill(parts: readonly TemplatePart[], textIn: (column: string) => string): string {
  return parts
    .map((part) => ('text' in part ? part.text : textIn(part.column)))
    .join('')
    .trim();
}
