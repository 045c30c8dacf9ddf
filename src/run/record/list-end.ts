/** What a press of a list came to: plain data, the same for the page and the engine. */
import type { Money } from '../../enrichment/money';

/** The end of a press. */
export interface ListEnd {
  readonly outcome: 'written' | 'nothing' | 'no new' | 'failed';
  readonly rows: number;
  /** Rows left out: of what was there already or came twice, without a key, beyond the most that a list may have. */
  readonly doubles: number;
  readonly keyless: number;
  readonly beyond: number;
  /** Why it failed, in a sentence; '' otherwise. */
  readonly reason: string;
  readonly price: Money;
}
