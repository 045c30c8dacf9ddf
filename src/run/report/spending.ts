/** What a run may be billed by now, and how far it may go: told from its agreement while it lives. */
import { inUsd } from '../../enrichment/money';
import { type Agreements, spentByAll } from '../record/agreement';
import type { Run } from '../record/run';
import type { Spending } from './report-types';

/** Of all that draw on its cap; null where somebody else agreed to it. */
export function spendingOf(agreements: Agreements, run: Run): Spending | null {
  const all = agreements.beside(run);
  const [own] = all;
  if (!own) return null;
  const pool = own.pool?.id ?? own.id;
  return { pool, shared: all.length > 1, asked: inUsd(spentByAll(all)), cap: inUsd(own.cap) };
}
