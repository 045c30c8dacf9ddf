/** The calls about a list that is there, as they cross google.script.run. */
import type { Listed } from '../run/press/list-types';

export type { Listed } from '../run/press/list-types';

/** By what the list is kept under. Money in USD. */
export interface ListCalls {
  /** Asks for more rows, none of them there already. */
  moreOfList: { argument: { readonly kept: string; readonly total: number }; result: Listed };
  /** How a list is by now; writes its rows once they have come. */
  lookAtList: { argument: { readonly kept: string }; result: Listed };
  /** Forgets it; its rows stay. */
  dropList: { argument: { readonly kept: string }; result: null };
}
