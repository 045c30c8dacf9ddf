/** One cell in the grid: its text, and how it looks. Content is only ever set as text. */
import type { RichCell, ShownCell } from '../../wire';

/** Text on a coloured cell that names no colour of its own: the colours are light ones, in the dark too. */
const ON_COLOUR = '#202124';

/** A cell as a record, however it came. */
export function rich(cell: ShownCell | undefined): RichCell {
  if (cell === undefined) return { text: '' };
  return typeof cell === 'string' ? { text: cell } : cell;
}

/** What a person edits: the formula where there is one. */
export function edited(cell: ShownCell | undefined): string {
  const { text, formula } = rich(cell);
  return formula ?? text;
}

/** Titles that lead somewhere stand a line each. As in a cell of Sheets that clips, a row does not grow with them. */
function firstLineOf(text: string): HTMLElement {
  const lines = document.createElement('div');
  lines.className = 'clipped';
  lines.textContent = text;
  return lines;
}

/** Makes an element show a cell. */
export function paint(element: HTMLElement, cell: ShownCell | undefined): void {
  const { text, fault, background, color, bold, note, right, links } = rich(cell);
  if (element.textContent !== text) element.textContent = text;
  if (links && text.includes('\n') && !element.firstElementChild) element.replaceChildren(firstLineOf(text));
  const { style } = element;
  style.backgroundColor = background ?? '';
  style.color = color ?? (background ? ON_COLOUR : '');
  style.fontWeight = bold ? 'bold' : '';
  // Long texts are cut like all others: the formula bar has them whole.
  style.whiteSpace = '';
  style.textAlign = right ? 'right' : 'left';
  element.classList.toggle('linked', links !== undefined);
  element.classList.toggle('noted', note !== undefined);
  element.title = fault ?? '';
  element.ariaDescription = note ?? null;
}
