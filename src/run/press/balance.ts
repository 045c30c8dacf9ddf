/** The balance, asked for when a person waits: the free call that also shows whether a key and the network are good. */
import { type Money, moneyOf } from '../../enrichment/money';
import { asProblem, type ProblemCode, withCause } from '../../enrichment/problem';
import type { Linkup } from '../../linkup/client';

/** Faults that say nothing about the account, and whose own sentences speak of a run. */
const OUT_OF_REACH: readonly ProblemCode[] = ['network', 'bandwidth', 'server-error', 'bad-response'];

/** The balance. Where Linkup is out of reach, throws `code` instead of a Problem that speaks of a run. */
export function balanceOr(code: 'not-connected' | 'not-started' | 'no-balance', linkup: Linkup): Money {
  try {
    return moneyOf(linkup.balance());
  } catch (thrown) {
    const problem = asProblem(thrown);
    throw OUT_OF_REACH.includes(problem.code) ? withCause(code, String(problem)) : problem;
  }
}
