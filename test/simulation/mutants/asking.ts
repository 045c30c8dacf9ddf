/** Broken on the way to Linkup and back: what is asked, at whose cost, and how a task is known again. */
import type { Mutant } from './mutant';

/** Each asks, counts or recognises wrongly. */
export const ASKING: readonly Mutant[] = [
  {
    // The reservation that a POST rests on is the run's intent: a document property, saved before the POST.
    name: 'POST before the reservation is flushed',
    patches: [
      {
        file: 'run/cycle/submit.ts',
        find: 'if (!outstanding.open(post, sending)) return undefined;',
        replace: '',
      },
      {
        file: 'run/cycle/submit.ts',
        find: 'const answered = this.means.linkup.submit(questions);',
        replace:
          'const answered = this.means.linkup.submit(questions);\n      this.means.outstanding.open(\n        post,\n        chunks.map(({ job }) => job.run),\n      );',
      },
    ],
  },
  {
    name: 're-send after an unknown outcome without listing',
    patches: [
      {
        file: 'run/cycle/judge-posts.ts',
        find: 'findTasks(sought, tasks, evidence.isNamed);',
        replace: 'findTasks(sought, [], evidence.isNamed);',
      },
      {
        file: 'run/cycle/judge-posts.ts',
        find: "if (post.failure === 'refused' && !undecided) return 'absent';",
        replace: "if (post.at >= 0) return 'absent';",
      },
    ],
  },
  {
    // What is not in one key's list was asked with another one.
    name: 'carry on with the POSTs of another key',
    patches: [
      {
        file: 'run/press/carry-on.ts',
        find: 'for (const post of postsIn(documents.all())) forgetParts(documents, post, (part) => part.run === run.id);',
        replace: '',
      },
    ],
  },
  {
    // What a task answers is compared once more when it is collected, which would heal a wrong pair.
    name: 'pair responses by index unchecked',
    patches: [
      {
        file: 'run/cycle/list-ended.ts',
        find: 'if (text === undefined || sameSubject',
        replace: 'if (task.id !== "" || text === undefined || sameSubject',
      },
      {
        file: 'linkup/match.ts',
        find: 'const pairing = new Pairing(questions, answered);',
        replace:
          'if (questions.length > 0) return { tasks: answered, recognised: answered.length, inKnownForm: true };\n  const pairing = new Pairing(questions, answered);',
      },
    ],
  },
  {
    name: 'forget the overlap of the watermarks',
    patches: [
      { file: 'run/cycle/judge-posts.ts', find: 'const SKEW = 2 * 60_000;', replace: 'const SKEW = 0;' },
      { file: 'run/cycle/list-ended.ts', find: 'const SKEW = 60_000;', replace: 'const SKEW = 0;' },
    ],
  },
  {
    name: 'a step is not counted in the cap',
    patches: [
      {
        file: 'run/cycle/deepen.ts',
        find: 'priceOf(atStep(job.enrichment, next))',
        replace: 'priceOf(job.enrichment)',
      },
    ],
  },
  {
    name: 'count the cap per chunk',
    patches: [
      {
        file: 'run/record/agreement.ts',
        find: 'Math.floor((cap - spentByAll(all) - besides) / price)',
        replace: 'Math.floor(cap / price)',
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
    name: 'compare subjects byte for byte',
    patches: [
      {
        file: 'linkup/subject.ts',
        find: "about.type === 'fetch' ? normalAddress(text) : normalText(text)",
        replace: "text === '' ? normalAddress(text) + normalText(text) : text",
      },
    ],
  },
  {
    name: 're-send with an unexplained task in the list',
    patches: [
      {
        file: 'run/cycle/judge-posts.ts',
        find: 'return undecided || unexplained || mayBeForgotten',
        replace: 'return mayBeForgotten',
      },
    ],
  },
  {
    name: 'adopt a foreign shape',
    patches: [
      {
        file: 'linkup/shape.ts',
        find: 'return !isPlainPage && mayAsk(task, question);',
        replace: 'return isPlainPage || task.type === question.type;',
      },
    ],
  },
  {
    name: 'adopt an id that a ledger names',
    patches: [
      {
        file: 'run/cycle/settle-posts.ts',
        find: 'isNamed: (id) => named().has(id),',
        replace: 'isNamed: (id) => named().has(id) && false,',
      },
    ],
  },
  {
    name: 'trust a price from the document',
    patches: [
      {
        file: 'run/record/agreed-terms.ts',
        find: "if (agreed && agreed.revision !== revision) throw new Problem('agreement-void', run.name);",
        replace: "if (agreed && revision === '') throw new Problem('agreement-void', run.name);",
      },
      {
        file: 'run/record/first-edition.ts',
        find: 'if (!agreements.areFirst) return live;',
        replace: '',
      },
    ],
  },
  {
    // The time is looked at before each request, and by each loop over pages for itself.
    name: 'page loops without a deadline',
    patches: [
      {
        file: 'run/cycle/collect.ts',
        find: 'const isTime = (): boolean => !execution.isLate;',
        replace: 'const isTime = (): boolean => now > 0;',
      },
      {
        file: 'run/cycle/settle-posts.ts',
        find: 'const isTime = (): boolean => !execution.isLate;',
        replace: 'const isTime = (): boolean => execution.deadline > 0;',
      },
      {
        file: 'run/cycle/pace.ts',
        find: 'if (this.clock.now() >= deadline) throw',
        replace: 'if (this.clock.now() < 0) throw',
      },
    ],
  },
  {
    name: 'give “asked” back on absence from one look',
    patches: [
      {
        file: 'run/cycle/settle-posts.ts',
        find: "if (verdict.kind === 'found') noteFound(doubt, verdict.task);",
        replace:
          "if (verdict.kind === 'found') noteFound(doubt, verdict.task);\n    else execution.agreements.settle(doubt.job.run, doubt.post.id, 1e6, sealOfPost(doubt.post));",
      },
    ],
  },
  {
    name: 'ask rows that the condition leaves out all the same',
    patches: [
      {
        file: 'run/rows/only-if.ts',
        find: 'return isMet(cell) ? undefined : unmetInWords(heading, onlyIf);',
        replace: "return isMet(cell) || heading !== '' ? undefined : unmetInWords(heading, onlyIf);",
      },
    ],
  },
  {
    name: 'two starts at once pass the month’s limit together',
    patches: [
      {
        file: 'run/record/month.ts',
        find: 'if (limitIn(known) === 0) this.write(known, next, more);',
        replace: 'if (limitIn(known) >= 0) this.write(known, next, more);',
      },
    ],
  },
  {
    name: 'the month’s limit forgets what runs that go on may cost',
    patches: [
      {
        file: 'run/record/month.ts',
        find: 'open.reduce((sum, { cap }) => sum + cap, spent)',
        replace: 'open.reduce((sum, { cap }) => sum + 0 * cap, spent)',
      },
    ],
  },
  {
    name: 'forget the watermark between executions',
    patches: [
      {
        file: 'run/cycle/list-ended.ts',
        find: 'return ended.size === 0 ? { ...run, seen: this.watermark } : run;',
        replace: 'return others;',
      },
    ],
  },
];
