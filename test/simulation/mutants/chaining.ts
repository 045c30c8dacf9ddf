/** Engines that break what chains promise: caught by the scenarios of `answers/chains`, for the simulator does not choose chains. */
import type { Mutant } from './mutant';

export const CHAINING: readonly Mutant[] = [
  {
    // A row whose first answer is only on its way meets a condition that wants none.
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
