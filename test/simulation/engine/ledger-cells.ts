/** The hidden cells of a row, as whoever unhides them reads them. */
import type { Shadow } from './shadow';

/** Where a part of the ledger of an enrichment is, from 1; 0 where it is gone. */
export function ledgerColumn(shadow: Shadow, name: string, part: 'state' | 'task'): number {
  const columns = shadow.columnsOf('ledger');
  return columns.find((column) => shadow.ownerAt(column).name.startsWith(`${name} ${part}`)) ?? 0;
}

/** The ids that stand beside the rows of an enrichment. */
export function idsBeside(shadow: Shadow, name: string): ReadonlySet<string> {
  const column = ledgerColumn(shadow, name, 'task');
  const rows = column === 0 ? [] : Array.from({ length: Math.max(0, shadow.lastRow - 1) }, (_, i) => i + 2);
  return new Set(rows.map((at) => shadow.real.display(at, column)).filter((id) => id !== ''));
}
