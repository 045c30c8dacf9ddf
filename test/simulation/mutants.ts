/** The engine broken on purpose, in each of the ways that the simulation must notice. */
import type { Patch } from './engine/bundles';

/** One broken engine. */
export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
}

/** All mutants. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'write by remembered row number',
    patches: [
      {
        file: 'run/rows/apply.ts',
        find: 'const before = freshRows(job, inOrder(find()));',
        replace: 'const before: Row[] | undefined = inOrder(find());',
      },
      {
        file: 'run/rows/apply.ts',
        find: 'if (landed(job, patches, before)) return;',
        replace: 'if (job.renew(job.reread(patches.map(({ at }) => at)) ?? []) === undefined) return;',
      },
    ],
  },
  {
    name: 'skip the verify after writing',
    patches: [
      {
        file: 'run/rows/apply.ts',
        find: 'if (landed(job, patches, before)) return;',
        replace: 'if (landed(job, patches, before) || attempt >= 0) return;',
      },
    ],
  },
  {
    // The reservation that a POST rests on is the run's intent: a document property, saved before the POST.
    name: 'POST before the reservation is flushed',
    patches: [
      {
        file: 'run/cycle/submit.ts',
        find: 'this.intend(job, chunk, now);\n    return this.post(job, chunk, now);',
        replace:
          'const sent = this.post(job, chunk, now);\n    this.intend(job, chunk, now);\n    return sent;',
      },
    ],
  },
  {
    name: 're-send after an unknown outcome without listing',
    patches: [
      {
        file: 'run/cycle/settle.ts',
        find: 'if (unsettled.length === 0) return settled(job, []);',
        replace: 'if (unsettled.length >= 0) return settled(job, unsettled);',
      },
    ],
  },
  {
    name: 'ignore the fingerprint when writing',
    patches: [
      {
        file: 'run/cycle/write.ts',
        find: 'const print = asked(row);',
        replace: 'const print = row.ledger.question || asked(row);',
      },
    ],
  },
  {
    // What a task answers is compared once more when it is collected, which would heal a wrong pair.
    name: 'pair responses by index unchecked',
    patches: [
      {
        file: 'run/cycle/collect.ts',
        find: 'if (text === undefined || subjectOf',
        replace: 'if (task.id !== "" || text === undefined || subjectOf',
      },
      {
        file: 'linkup/match.ts',
        find: 'return task && subjectOf(task) === subjectOf(question) ? task : undefined;',
        replace: 'return task;',
      },
    ],
  },
  {
    name: 'drop the lock',
    patches: [
      {
        file: 'platform/lock.ts',
        find: 'if (!lock.tryLock(waitMs)) return undefined;',
        replace: 'lock.tryLock(waitMs);',
      },
    ],
  },
  {
    name: 'forget the overlap of the watermarks',
    patches: [
      { file: 'run/cycle/settle.ts', find: 'const SKEW = 2 * 60_000;', replace: 'const SKEW = 0;' },
      { file: 'run/cycle/collect.ts', find: 'const SKEW = 60_000;', replace: 'const SKEW = 0;' },
    ],
  },
  {
    name: 'leave the trigger behind',
    patches: [
      {
        file: 'platform/triggers.ts',
        find: 'disarm: () => removeAll(app),',
        replace: 'disarm: () => void ours(app),',
      },
    ],
  },
  {
    name: 'count the cap per chunk',
    patches: [
      {
        file: 'run/cycle/submit.ts',
        find: 'const left = Math.floor((run.cap + 1e-9) / run.price) - run.asked;',
        replace: 'const left = Math.floor((run.cap + 1e-9) / run.price);',
      },
    ],
  },
  {
    name: 'treat TASKS_QUEUE_LIMIT_EXCEEDED like no credits',
    patches: [
      {
        file: 'linkup/errors.ts',
        find: "TASKS_QUEUE_LIMIT_EXCEEDED: 'queue-full',",
        replace: "TASKS_QUEUE_LIMIT_EXCEEDED: 'no-credits',",
      },
    ],
  },
  {
    name: 'write text unescaped',
    patches: [
      {
        file: 'sheet/cells.ts',
        find: "return text === '' ? '' :",
        replace: "return text !== '' ? cut(text) :",
      },
    ],
  },
];
