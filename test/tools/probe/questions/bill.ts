/** Whether the account pays what the price list says: the offer before a run is worked out by that. */
import { usd } from '../../../../src/enrichment/amounts';
import { inUsd, type Money, moneyOf } from '../../../../src/enrichment/money';
import { pair } from '../../../../src/linkup/match';
import { balanceIn, type Evidence, type Exchange, isSuccess } from '../evidence';
import { mostFor, pricedItems } from '../price';
import { open, type Question, settled, withoutKnob } from '../question';
import { BATCH, REQUESTS, type Sent } from '../requests';

/** What two balances may be off by their rounding. */
const ROUNDING: Money = moneyOf(0.0005);

/** In their order. */
export const BILL: readonly Question[] = [
  withoutKnob({
    id: 'bill',
    asks: 'Does the account pay what the price list says?',
    basis: 'documented',
    expected: true,
    sends: ['balance', 'balanceAfter'],
    difference:
      'The price before a run, its cap and its receipt would be wrong; where others use the account, they may have spent it.',
    adapts: false,
    read: (evidence) => {
      const [before, after] = (['balance', 'balanceAfter'] as const).map((name) => {
        const exchange = evidence.last(name);
        return exchange && balanceIn(exchange);
      });
      if (before === undefined || after === undefined) return open('the balance was not told twice');
      const [paid, listed] = [moneyOf(before) - moneyOf(after), listedPrice(evidence)];
      const seen = `${usd(inUsd(paid))} of ${usd(inUsd(listed))}`;
      if (paid < listed - ROUNDING) return open(`${seen}: the rest may be charged later`);
      return settled(paid <= listed + ROUNDING, seen);
    },
  }),
];

/** What succeeded, by the price list. */
function listedPrice(evidence: Evidence): Money {
  return evidence.exchanges.filter(isSuccess).reduce((sum, exchange) => sum + priceOf(evidence, exchange), 0);
}

function priceOf(evidence: Evidence, { name }: Exchange): Money {
  const sent: Sent = REQUESTS[name];
  if (sent.path !== '/tasks' || sent.method !== 'POST') return mostFor(sent);
  const created = evidence.created(name) ?? [];
  const items = pricedItems(sent);
  // But for the batch all that may succeed in a POST is alike, and one may be missing.
  const dearest = Math.max(...items.map(({ price }) => price));
  const placed = name === 'batch' ? pair(BATCH, created).tasks : created;
  return placed.reduce((sum, task, i) => {
    const isPaid = task && evidence.task(task.id)?.status === 'completed';
    return sum + (isPaid ? (name === 'batch' ? (items[i]?.price ?? 0) : dearest) : 0);
  }, 0);
}
