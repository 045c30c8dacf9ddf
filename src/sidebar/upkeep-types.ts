/** What crosses to the page about the add-on itself: how it stands, and how it goes. */
import type { Removal } from '../run/press/remove-all-types';

export type { Removal } from '../run/press/remove-all-types';

/** The calls about it. */
export interface UpkeepCalls {
  /** What would go, and what would stay. */
  removal: { argument: null; result: Removal };
  /** Removes everything. Refused with `already-running` where a run has begun that is not among the ones that were told of. */
  removeAll: { argument: { readonly runs: readonly string[] }; result: Removal };
  /** How things stand here, in lines for whoever helps: without names, questions, cells, key or address. */
  supportReport: { argument: null; result: { readonly text: string } };
}
