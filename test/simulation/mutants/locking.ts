/** Engines that trust Google's lock with money or answers: caught by `lost-lock`, for scenarios seldom lose it in the one moment that matters. */
import type { Mutant } from './mutant';

export const LOCKING: readonly Mutant[] = [
  {
    name: 'sends what is written down without a look at whose turn it is',
    patches: [
      { file: 'run/cycle/open-posts.ts', find: 'if (!this.isOurs()) {', replace: 'if (post.at < 0) {' },
    ],
  },
  {
    name: 'reserves rows without a look at whose turn it is',
    patches: [
      {
        file: 'run/press/start.ts',
        find: 'if (!turn.isMine()) withdraw(services, run, agreements, mark);',
        replace: 'if (run.id === "") withdraw(services, run, agreements, mark);',
      },
    ],
  },
  {
    name: 'leaves what it wrote over the answers of others',
    patches: [
      {
        file: 'run/cycle/bring-back.ts',
        find: 'if (ended.length === 0 || !execution.turn.again()) return;',
        replace: 'if (ended) return;',
      },
    ],
  },
];
