/** A list as the page is told of it: plain data. */
import type { ListEnd } from '../record/list-end';

/** One list. Money in USD. */
export interface Listed {
  /** What it is kept under. */
  readonly kept: string;
  readonly question: string;
  /** What its sheet is called now; '' where it has none, or none any more. */
  readonly sheet: string;
  /** Whether a press is under way. */
  readonly pending: boolean;
  /** When it was last asked, in ms since 1970. */
  readonly askedAt: number;
  /** What another press costs. */
  readonly price: number;
  /** What the last press came to; null where none has ended. */
  readonly last: (Omit<ListEnd, 'price'> & { readonly billed: number }) | null;
}
