/**
 * In which order a window goes out. What lands of an answer in a person's own column, before an execution dies, can only be told from
 * what they typed if its State has landed before it. Pure.
 */
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { shows } from './cell-shows';

/**
 * The columns whose blocks are to be written before all others, in their order: an id before the State that leads to it. None where
 * something is replaced: a State that speaks of the new would take what still stands there for typed.
 */
export function ledgerFirst(
  { layout, filled }: TableView,
  patches: readonly Patch[],
  before: readonly Row[],
): readonly number[] {
  if (filled.length === 0) return [];
  const rows = new Map(before.map((row) => [row.at, row]));
  const replaces = ({ at, cells }: Patch): boolean => {
    const row = rows.get(at);
    return layout.outputs.some((output) => {
      const content = cells.get(output.at);
      const isHeld = row !== undefined && (row.values[output.at - 1] ?? '') !== '';
      return isHeld && content !== undefined && !shows(row, output.at, content);
    });
  };
  return patches.some(replaces) ? [] : [layout.question, layout.task, layout.state];
}
