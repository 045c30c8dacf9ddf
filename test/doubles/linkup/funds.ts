/** Who can pay for what: credits of the organisation and budget of the key, at submission or at completion. */
import type { Caller } from './accounts';
import type { Bill } from './bill';
import { ApiError } from './errors';
import type { LinkupKnobs } from './knobs';
import { micros } from './prices';
import type { TaskStore } from './tasks';

/** Guards the bill. */
export class Funds {
  constructor(
    private readonly bill: Bill,
    private readonly store: TaskStore,
    private readonly knobs: LinkupKnobs,
  ) {}

  /** Throws the 429 for money unless the price, and what is in flight before it, is covered. */
  requireForSubmission(caller: Caller, price: number): void {
    if (this.knobs.creditCheck === 'completion') {
      // Undocumented; the least that can be assumed is that an empty purse buys nothing.
      this.require(caller, Number.EPSILON, 0);
      return;
    }
    this.require(caller, price, 1);
  }

  /** Throws the 429 for money unless the balance and the budget cover this one price now. */
  requireForCompletion(caller: Caller, price: number): void {
    if (this.knobs.creditCheck === 'completion') this.require(caller, price, 0);
  }

  private require(caller: Caller, price: number, weightOfOpen: 0 | 1): void {
    const open = this.store.openOf(caller.organization);
    const ofKey = open.filter((task) => task.caller.key === caller.key);
    const wanted = Math.max(1, micros(price));
    const held = weightOfOpen * sumOf(open);
    if (micros(this.bill.balanceOf(caller.organization)) < held + wanted) {
      throw new ApiError(this.knobs.noCreditsCode);
    }
    const heldByKey = weightOfOpen * sumOf(ofKey);
    if (caller.budget !== null && micros(caller.budget - this.bill.total(caller.key)) < heldByKey + wanted) {
      throw new ApiError('EXCEED_BUDGET_LIMIT');
    }
  }
}

function sumOf(tasks: readonly { readonly price: number }[]): number {
  return tasks.reduce((sum, task) => sum + micros(task.price), 0);
}
