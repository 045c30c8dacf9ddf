/** At which step an agreement pays for questions: with the payer, for whoever may edit the document could make it a dearer one. */
import type { Money } from '../../enrichment/money';
import { type Agreements, askedBy, spentBy } from './agreement';
import type { Run } from './run';

/** Which step a run's questions are asked at, from 1. */
export function agreedStep(agreements: Agreements, run: Run): number {
  return agreements.of(run)?.step ?? 1;
}

/**
 * From now on a run's questions are asked at a further step, at its price, under the same cap. False while something of it is open, which
 * could turn out not to have been asked, at the price before.
 */
export function agreeDeeper(agreements: Agreements, run: Run, step: number, price: Money): boolean {
  const found = agreements.of(run);
  if (!found || found.open.length > 0) return false;
  const before = { spent: spentBy(found), asked: askedBy(found) };
  agreements.save([{ ...found, step, price, asked: 0, before }]);
  return true;
}
