/** Broken at the table and in what is kept: where an answer goes, what a mark is for, and how a run ends. */
import type { Mutant } from './mutant';

/** Each writes, keeps or ends wrongly. */
export const WRITING: readonly Mutant[] = [
  {
    name: 'write by remembered row number',
    patches: [
      {
        file: 'run/rows/apply.ts',
        find: 'isJustRead && attempt === 0 ?',
        replace: 'attempt >= 0 ?',
      },
      {
        file: 'run/rows/apply.ts',
        find: 'if (landed(job, patches, before)) {',
        replace: 'if (job.renew(reread(job, patches.map(({ at }) => at)) ?? []) === undefined) {',
      },
    ],
  },
  {
    name: 'skip the verify after writing',
    patches: [
      {
        file: 'run/rows/apply.ts',
        find: 'if (landed(job, patches, before)) {',
        replace: 'if (landed(job, patches, before) || attempt >= 0) {',
      },
    ],
  },
  {
    name: 'ignore the fingerprint when writing',
    patches: [
      {
        file: 'run/cycle/write.ts',
        find: 'const print = fingerprintOf(row);',
        replace: 'const print = row.ledger.question || fingerprintOf(row);',
      },
    ],
  },
  {
    name: 'drop the lock',
    patches: [
      {
        file: 'platform/lock.ts',
        find: 'if (!isHeld) return undefined;',
        replace: '',
      },
    ],
  },
  {
    name: 'leave the trigger behind',
    patches: [
      {
        file: 'platform/triggers.ts',
        find: 'disarm: () => remove(app, seen(app)),',
        replace: 'disarm: () => void seen(app),',
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
    name: 'bridge over a cell that holds something',
    patches: [
      {
        file: 'run/rows/bridge.ts',
        find: "return value === '' && row.display[column - 1] === '' ? '' : undefined;",
        replace: "return '';",
      },
    ],
  },
  {
    name: 'a bound column’s typed cell is overwritten',
    patches: [
      {
        file: 'run/rows/outcome.ts',
        find: 'overwrite || isFree(row, slot)',
        replace: 'overwrite || row.theirs.has(slot) || isFree(row, slot)',
      },
    ],
  },
  {
    name: 'undo takes cells of a later run',
    patches: [
      {
        file: 'run/rows/undoable.ts',
        find: "if (state.run !== run) return wasFilledBy(state, run) ? 'later' : undefined;",
        replace: 'if (state.run !== run && !wasFilledBy(state, run)) return undefined;',
      },
    ],
  },
  {
    name: 'a window writes over a row that it does not hold',
    patches: [
      {
        file: 'run/rows/bridge.ts',
        find: "if (row === undefined || !isPlain || typeof value !== 'string') return undefined;",
        replace: "if (row?.ledger.state === undefined || typeof value !== 'string') return '';",
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
    patches: [{ file: 'enrichment/passing.ts', find: "  'cannot-read',\n", replace: '' }],
  },
  {
    name: 'receipt before the run is removed, and never looked for',
    patches: [
      {
        file: 'sheet/receipts.ts',
        find: "if (before?.lines.some((line) => textAt(before, line, 'Run') === receipt.run)) return;",
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
