/**
 * What a person typed into an output, and a write replaced because rows moved under it: the row that stands there now asks the same as
 * the one it was meant for, so that its ledger looks right. Pure.
 */
import type { Content } from '../../sheet/cells';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { shows } from './cell-shows';
import type { Counterparts } from './counterparts';
import type { IsMissing } from './left-behind';

/** What is known of a write and what moved under it. */
interface Known {
  readonly view: TableView;
  readonly rows: readonly Row[];
  readonly counterparts: Counterparts;
  readonly isMissing: IsMissing;
  /** What a row of before held in a column, from 1. */
  readonly contentOf: (was: Row, column: number) => Content;
}

/** What puts it back. */
export function typedOver(
  patches: readonly Patch[],
  { view, rows, counterparts, isMissing, contentOf }: Known,
): Patch[] {
  const outputs = view.layout.outputs.map(({ at }) => at);
  const positions = new Map(rows.map((row) => [row.at, row]));
  return patches.flatMap(({ at, cells }) => {
    const [row, was] = [positions.get(at), counterparts.at(at)];
    if (!row || !was) return [];
    const lost = outputs.filter((column) => {
      const content = cells.get(column);
      const isHit = content !== undefined && shows(row, column, content);
      return isHit && !shows(row, column, contentOf(was, column)) && isMissing(was, column);
    });
    const back = lost.map((column) => [column, contentOf(was, column)] as const);
    return back.length > 0 ? [{ at, cells: new Map(back) }] : [];
  });
}
