/** Rows that a sort has parted from their answers, because the range that was sorted ended before our columns. Pure. */
import type { Row } from '../../sheet/table';
import { partedQuestions } from './questions';
import { fingerprintOf } from './standing';

/** Rows that ask what no row beside its ledger asks, and whose ledger stands beside a row that asks something else. */
export function partedRows(rows: readonly Row[]): Row[] {
  const parted = partedQuestions(rows);
  if (parted.size === 0) return [];
  const astray = new Set(
    rows.filter((row) => row.ledger.question !== fingerprintOf(row)).map(({ ledger }) => ledger.question),
  );
  const isParted = (print: string): boolean => parted.has(print) && astray.has(print);
  return rows.filter((row) => 'text' in row.question && isParted(fingerprintOf(row)));
}
