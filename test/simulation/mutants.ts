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
        find: 'outstanding.open(post, sending);',
        replace: '',
      },
      {
        file: 'run/cycle/submit.ts',
        find: 'const answered = this.means.linkup.submit(questions);',
        replace:
          'const answered = this.means.linkup.submit(questions);\n      this.means.outstanding.open(post, job.run);',
      },
    ],
  },
  {
    name: 're-send after an unknown outcome without listing',
    patches: [
      {
        file: 'run/cycle/judge-posts.ts',
        find: 'findTasks(sought, evidence.listing.tasks, evidence.isNamed);',
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
    name: 'drop the lock',
    patches: [
      {
        file: 'platform/lock.ts',
        find: 'if (!taken(lock, waitMs)) return undefined;',
        replace: 'taken(lock, waitMs);',
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
        file: 'run/record/agreement.ts',
        find: 'return Math.max(0, Math.floor(cap / price) - asked);',
        replace: 'return Math.max(0, Math.floor(cap / price) - 0 * asked);',
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
        find: 'return undecided || unexplained || now',
        replace: 'return now',
      },
    ],
  },
  {
    name: 'any run clears the mark',
    patches: [
      {
        file: 'run/cycle/clear-marks.ts',
        find: 'for (const [by, mark] of this.left) if',
        replace:
          'for (const mark of this.found) clearMark(this.documents, mark);\n    for (const [by, mark] of this.left) if',
      },
    ],
  },
  {
    name: 'a Save that makes columns first',
    patches: [
      {
        file: 'run/press/setup.ts',
        find: 'takeBack(services, sheet, e.id);',
        replace: 'if (services === undefined) takeBack(services, sheet, e.id);',
      },
      {
        file: 'run/press/setup.ts',
        find: 'else if (saving.inserting) dropStrays(sheet, saving.inserting);',
        replace: '',
      },
      {
        file: 'run/record/open-saves.ts',
        find: '{ sheetId, id, ...rest }: Saving): void {',
        replace: "{ sheetId, id, ...rest }: Saving): void {\n  if (id !== '') return;",
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
        find: 'isNamed: (id) => named.has(id),',
        replace: 'isNamed: (id) => named.has(id) && false,',
      },
    ],
  },
  {
    name: 'bridge over a cell that holds something',
    patches: [
      {
        file: 'sheet/patches.ts',
        find: 'if (last && last.column + last.contents.length === column) last.contents.push(content);',
        replace:
          "if (last) {\n      while (last.column + last.contents.length < column) last.contents.push('');\n      last.contents.push(content);\n    }",
      },
    ],
  },
  {
    name: 'trust a price from the document',
    patches: [
      {
        file: 'run/record/agreement.ts',
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
    name: 'loading taken for changed',
    patches: [
      {
        file: 'run/rows/standing.ts',
        find: "return 'fingerprint' in question ? question.fingerprint : presumed;",
        replace: "return 'fingerprint' in question ? question.fingerprint : presumed.slice(0, 0);",
      },
    ],
  },
  {
    name: 'a passing fault pauses',
    patches: [
      { file: 'run/cycle/faults.ts', find: "'cannot-read': 'passing',", replace: "'cannot-read': 'run'," },
    ],
  },
  {
    name: 'page loops without a deadline',
    patches: [
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
    name: 'receipt before the run is removed, and never looked for',
    patches: [
      {
        file: 'sheet/receipts.ts',
        find: 'if (known && rows > 0 && hasReceipt(known, rows, receipt.run)) return;',
        replace: '',
      },
    ],
  },
  {
    name: 'judge tearing by text against display',
    patches: [
      {
        file: 'run/rows/read-whole.ts',
        find: 'if (read === READS',
        replace:
          "const isTorn = rows.some((row) => row.values.some((value, i) => typeof value === 'string' && value !== row.display[i]));\n    if (isTorn && read === READS) throw new Error('the table keeps moving');\n    if (isTorn) continue;\n    if (read === READS",
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
  {
    name: 'a record saved by one who does not hold the lock',
    patches: [
      {
        file: 'run/press/stop.ts',
        find: "import { type Run, runsIn } from '../record/run';",
        replace: "import { type Run, runsIn, saveRun } from '../record/run';",
      },
      {
        file: 'run/press/stop.ts',
        find: 'request(documents, run.id, what, String(clock.now()));',
        replace:
          "if (what === 'stop') saveRun(documents, { ...run, stopping: true });\n    else request(documents, run.id, what, String(clock.now()));",
      },
    ],
  },
];
