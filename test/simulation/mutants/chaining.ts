/** Broken where enrichments use each other's answers: what is asked before its time. */
import type { Mutant } from './mutant';

/** Each asks with what does not yet, or no longer, stand in its row. */
export const CHAINING: readonly Mutant[] = [
  {
    // A row that is asked anew still holds its old first answer; and one whose first answer is only on its way meets a condition that wants none.
    name: 'asks the second question before the first is verified',
    patches: [
      {
        file: 'run/rows/ready.ts',
        find: 'return this.earlier(id).some((link) => this.isUnsettled(link, at));',
        replace: 'return false;',
      },
    ],
  },
];
