/** The rows of an offer after a start has put ledgers and answers right: the same rows, with other cells. Pure. */
import type { Row } from '../../sheet/table';
import { isOurs, NO_CELLS } from '../../sheet/written';
import { fingerprintOf } from '../rows/standing';
import { identityOf, type Offer } from './offer';

/** The offer, about its rows as they were and as they are now: what they hold of the machine's has changed since, and nothing else. */
export function asOffered(offer: Offer, before: readonly Row[], now: readonly Row[]): Offer {
  const were = new Map(before.map((row) => [row.at, row]));
  const changed = now.flatMap((row) => {
    const was = were.get(row.at);
    return was && was !== row && isPutRight(was, row) ? [[identityOf(was), identityOf(row)] as const] : [];
  });
  if (changed.length === 0) return offer;
  const also = (some: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...some, ...changed.flatMap(([was, is]) => (some.has(was) ? [is] : []))]);
  return { ...offer, rows: also(offer.rows), unmet: also(offer.unmet) };
}

/** Whether a row asks what it asked in its place, and holds what was typed into it: should the table have moved, it may be another one. */
function isPutRight(was: Row, row: Row): boolean {
  if (fingerprintOf(row) !== fingerprintOf(was)) return false;
  const { cells, ledger } = row;
  const wrote = was.ledger.state?.cells ?? NO_CELLS;
  const writes = ledger.state?.cells ?? NO_CELLS;
  return [...cells].every(([slot, hash]) => {
    const held = was.cells.get(slot);
    if (held === hash) return true;
    const wasFree = held === '' || isOurs(wrote, was.cells, slot);
    return wasFree && (hash === '' || isOurs(writes, cells, slot));
  });
}
