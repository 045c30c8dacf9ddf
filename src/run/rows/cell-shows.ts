/** Comparing what a cell holds with what was, or would be, written into it. Never by what it displays: a format may show anything. */
import { type Content, Formatted, Picture, reading, type Value } from '../../sheet/cells';
import { Linked } from '../../sheet/linked';
import type { Row } from '../../sheet/table';

/** Whether a cell already holds what a content would make it hold. */
export function shows(row: Row, column: number, content: Content): boolean {
  const value = row.values[column - 1] ?? '';
  if (content instanceof Linked) return value === content.text;
  if (content instanceof Formatted) return shows(row, column, content.content);
  // One picture cannot be told from another.
  if (content instanceof Picture) return value instanceof Picture;
  if (typeof content === 'object')
    return typeof value === 'object' && !(value instanceof Picture) && value.getTime() === content.getTime();
  if (typeof content !== 'string') return value === content;
  const wanted = content.startsWith("'") ? content.slice(1) : content;
  return (
    value === wanted ||
    (typeof value === 'object' && reading(value, row.display[column - 1] ?? '') === wanted)
  );
}

/** Whether two cells hold the same. One picture cannot be told from another. */
export function alike(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a === 'object' && typeof b === 'object') return String(a) === String(b);
  return a === b;
}
