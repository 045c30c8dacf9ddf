/** Writes that Google refuses: tried once more, then halved until one row is left, which gets what its cells take. */

import { outputColumns } from '../../enrichment/columns';
import { columnLetters } from '../../enrichment/letters';
import { Problem } from '../../enrichment/problem';
import { alsoCheck } from '../../enrichment/status';
import { asTextContent, readingOf } from '../../sheet/cells';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { checkWritable } from '../../sheet/writable';
import type { Ended, Job } from '../rows/job';

/** Rows that one column must refuse before it is the column's fault: from then on it is left out. */
const COLUMNS_FAULT = 3;

/** Output columns that are left out of a write, by part. */
export type LeftOut = ReadonlySet<string>;

/** Writes what is known of some questions, without some columns. */
export type Write = (prints: readonly string[], leftOut: LeftOut) => void;

/** The columns of a run that have refused answers, and how often. */
export class Refusals {
  private readonly counts = new Map<string, number>();

  /** Columns that are left out of every write. */
  get leftOut(): LeftOut {
    return new Set([...this.counts].flatMap(([part, rows]) => (rows >= COLUMNS_FAULT ? [part] : [])));
  }

  /** Writes what is known of these questions, as far as Google lets it be written. Throws `cannot-write` where it lets nothing. */
  write(job: Job, prints: readonly string[], write: Write): void {
    const all: Write = (some) => write(some, this.leftOut);
    if (!refusal(() => all(prints, this.leftOut))) return;
    const again = refusal(() => all(prints, this.leftOut));
    if (!again) return;
    checkOpen(job);
    this.halve(job, prints, write, again);
  }

  private halve(job: Job, prints: readonly string[], write: Write, said: Problem): void {
    const [only] = prints;
    if (prints.length === 1 && only !== undefined) {
      this.alone(job, only, write, said);
      return;
    }
    const middle = Math.ceil(prints.length / 2);
    for (const half of [prints.slice(0, middle), prints.slice(middle)]) {
      const problem = refusal(() => write(half, this.leftOut));
      if (problem) this.halve(job, half, write, problem);
    }
  }

  /** Finds the column that refuses, or two of them: without these the row can be written. Where there are more, it is written without any. */
  private alone(job: Job, print: string, write: Write, said: Problem): void {
    const parts = job.view.layout.outputs.map(({ column }) => column.part);
    const pairs = parts.flatMap((one, i) => parts.slice(i + 1).map((other) => [one, other]));
    const guesses = [...parts.map((part) => [part]), ...pairs, parts].map(
      (each) => new Set([...this.leftOut, ...each]),
    );
    const right = guesses.find((leftOut) => !refusal(() => write([print], leftOut)));
    if (!right) throw said;
    if (right.size <= this.leftOut.size + 2)
      for (const part of right) this.counts.set(part, (this.counts.get(part) ?? 0) + 1);
  }
}

/** What Google refused; undefined where it did not. */
function refusal(write: () => void): Problem | undefined {
  try {
    write();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'cannot-write') return thrown;
    throw thrown;
  }
}

/** A sheet that was protected or merged meanwhile is no fault that passes: the person is told at once. */
function checkOpen({ sheet, view, rows }: Job): void {
  try {
    checkWritable(sheet, view, rows.length);
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'protected')
      throw new Problem('now-protected', sheet.getName());
    throw thrown;
  }
}

/** The end of a question without the answers of the columns that are left out. */
export function without(job: Job, { outcome, ...ended }: Ended, leftOut: LeftOut): Ended {
  if (outcome.state !== 'done') return { ...ended, outcome };
  const parts = outputColumns(job.enrichment).map(({ part }) => part);
  const values = outcome.values.map((value, i) => (leftOut.has(parts[i] ?? '') ? undefined : value));
  return { ...ended, outcome: { ...outcome, values } };
}

/** The patch without those cells; its Status says which cell does not take what, besides what it says of the others. */
export function around(
  job: Pick<Job, 'view' | 'enrichment'>,
  row: Row,
  patch: Patch,
  { outcome }: Ended,
  leftOut: LeftOut,
): Patch {
  const { outputs, status } = job.view.layout;
  const gone = outputs.filter(({ column }) => leftOut.has(column.part));
  if (gone.length === 0) return patch;
  const parts = outputColumns(job.enrichment).map(({ part }) => part);
  const values = outcome.state === 'done' ? outcome.values : [];
  const said = gone.flatMap(({ at, column }) => {
    const text = readingOf(values[parts.indexOf(column.part)]);
    return text === '' ? [] : [`${columnLetters(at)}${row.at} does not take “${text.slice(0, 200)}”`];
  });
  const cells = new Map([...patch.cells].filter(([column]) => !gone.some(({ at }) => at === column)));
  const before = String(cells.get(status) ?? '').replace(/^'/, '');
  if (status > 0 && said.length > 0) cells.set(status, asTextContent(alsoCheck(before, said.join('; '))));
  return { ...patch, cells };
}
