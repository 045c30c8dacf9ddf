/** Broken in what an execution does between two looks, and where it makes way. */
import type { Mutant } from './mutant';

/** Each waits, yields or verifies wrongly. */
export const WAITING: readonly Mutant[] = [
  {
    name: 'ids are written without verification',
    patches: [
      {
        file: 'run/rows/apply.ts',
        find: 'if (landed(job, patches, before)) {',
        replace:
          'if (job.created.size > 0 && job.ended.size === 0) return;\n    if (landed(job, patches, before)) {',
      },
    ],
  },
  {
    name: 'the worker forgets a stop',
    patches: [
      {
        file: 'run/cycle/obey.ts',
        find: "if (job.run.stopping || isWanted('stop')) letGo(execution, job);",
        replace: 'if (job.run.stopping) letGo(execution, job);',
      },
    ],
  },
  {
    name: 'an execution goes on though others had the document',
    patches: [
      {
        file: 'run/turn.ts',
        find: 'if (note === undefined || isUndisturbed(properties, note)) return properties;',
        replace: 'if (properties !== undefined) return properties;',
      },
    ],
  },
  {
    name: 'every look reads the table',
    patches: [
      {
        file: 'run/cycle/cycle.ts',
        find: 'each(obey);',
        replace: 'each(obey);\n  each((_, job) => job.load());',
      },
    ],
  },
];
