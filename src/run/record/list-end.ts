/** What a press of a list came to: plain data, the same for the page and the engine. */
import type { Money } from '../../enrichment/money';

/** The end of a press. */
export interface ListEnd {
  /** full: what came is new, and the list has as many rows as it may have. */
  readonly outcome: 'written' | 'nothing' | 'no new' | 'full' | 'failed';
  readonly rows: number;
  /** Rows left out: of what was there already or came twice, without a key, beyond the most that a list may have. */
  readonly doubles: number;
  readonly keyless: number;
  readonly beyond: number;
  /** Why it failed, in a sentence; '' otherwise. */
  readonly reason: string;
  readonly price: Money;
}
