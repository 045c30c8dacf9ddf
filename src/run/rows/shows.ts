/** Comparing what a cell shows with what was, or would be, written into it. */
import type { Content } from '../../sheet/cells';
import type { Row } from '../../sheet/table';

/** Whether a cell already shows what a content would make it show. */
export function shows(row: Row, column: number, content: Content): boolean {
  const value = row.values[column - 1] ?? '';
  if (typeof content === 'object') return typeof value === 'object' && value.getTime() === content.getTime();
  if (typeof content !== 'string') return value === content;
  const wanted = content.startsWith("'") ? content.slice(1) : content;
  return value === wanted || (typeof value === 'object' && row.display[column - 1] === wanted);
}
