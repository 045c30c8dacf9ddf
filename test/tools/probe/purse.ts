/** The money of a probe: nothing is sent whose price would pass what was agreed, and at any moment it is known what was asked and for how much. */
import { agree, count, usd } from '../../../src/enrichment/amounts';
import { inUsd, type Money, moneyOf } from '../../../src/enrichment/money';
import { mostFor } from './price';
import { REQUESTS, type Sent, STEPS } from './requests';

/** A probe never costs more, whatever it may come to ask. */
export const LIMIT: Money = moneyOf(0.1);

/** What all requests together may cost. */
export function planned(): Money {
  return STEPS.reduce((sum, name) => sum + mostFor(REQUESTS[name]), 0);
}

/** A request that was sent, and what it has or may have cost. */
class Bill {
  private isAnswered = false;

  constructor(private most: Money) {}

  /** An answer came, and it cost no more than this. */
  answered(atMost = this.most): void {
    this.isAnswered = true;
    this.most = Math.min(this.most, atMost);
  }

  /** What may have to be paid for it. */
  get price(): Money {
    return this.most;
  }

  /** Whether it reached anybody, or may have at a price. */
  get counts(): boolean {
    return this.isAnswered || this.most > 0;
  }
}

/** What was agreed, and what has been counted against it. */
export class Purse {
  private readonly bills: Bill[] = [];

  constructor(private readonly agreed: Money) {}

  /** What was asked so far costs at most this. */
  get counted(): Money {
    return this.bills.reduce((sum, { price }) => sum + price, 0);
  }

  /** Counts a request before it is sent. Throws where it would pass what was agreed. */
  open(sent: Sent): Bill {
    const most = mostFor(sent);
    if (this.counted + most > Math.min(this.agreed, LIMIT))
      throw new Error(`${sent.method} ${sent.path} would pass the price that was agreed, so it was not sent`);
    const bill = new Bill(most);
    this.bills.push(bill);
    return bill;
  }

  /** What was asked so far, in words. */
  account(): string {
    const asked = this.bills.filter(({ counts }) => counts).length;
    if (asked === 0) return 'Nothing was asked, and nothing is billed.';
    const cost =
      this.counted === 0
        ? `which ${agree(asked, 'is', 'are')} free`
        : `which ${agree(asked, 'costs', 'cost')} at most ${usd(inUsd(this.counted))}`;
    return `Asked so far: ${count(asked, 'request')}, ${cost} by Linkup’s price list.`;
  }
}
