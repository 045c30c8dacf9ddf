/** Writes that Google refuses: tried once more around what the rules of cells say, then halved until one row is left, which gets what its cells take. */

import { asProblem, Problem } from '../../enrichment/problem';
import { clearOwnRules, type Refuses, rulesIn } from '../../sheet/validation';
import { checkWritable } from '../../sheet/writable';
import { NOTHING_REFUSED, type Refused } from '../rows/around-refusals';
import type { Job } from '../rows/job';

/** Rows that one column must refuse before it is the column's fault: from then on it is left out. */
const COLUMNS_FAULT = 3;

/** Writes what is known of some questions, without what is refused. */
export type Write = (prints: readonly string[], refused: Refused) => void;

/** What a sheet has refused of a run, and how often each column has for reasons that cannot be read. */
export class Refusals {
  private readonly counts = new Map<string, number>();
  private byRule: Refuses = NOTHING_REFUSED.byRule;

  /** What is left out of every write: also of columns that have refused too much to be tried again. */
  private get refused(): Refused {
    const untried = [...this.counts].flatMap(([part, rows]) => (rows >= COLUMNS_FAULT ? [part] : []));
    return { byRule: this.byRule, found: new Set(), untried: new Set(untried) };
  }

  /** Writes what is known of these questions, as far as Google lets it be written. Throws `cannot-write` where it lets nothing. */
  write(job: Job, prints: readonly string[], write: Write): void {
    if (!refusal(() => write(prints, this.refused))) return;
    this.byRule = rulesFor(job, prints);
    const again = refusal(() => write(prints, this.refused));
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
      const problem = refusal(() => write(half, this.refused));
      if (problem) this.halve(job, half, write, problem);
    }
  }

  /**
   * Finds the column that refuses, or two of them: without these the row can be written. Where there are more, it is written without any.
   * What refused others comes first: each guess that is wrong is a write that has to be taken back.
   */
  private alone(job: Job, print: string, write: Write, said: Problem): void {
    const times = ({ part }: { readonly part: string }): number => this.counts.get(part) ?? 0;
    const columns = job.view.layout.outputs.map(({ column }) => column);
    const parts = columns.sort((one, other) => times(other) - times(one)).map(({ part }) => part);
    const pairs = parts.flatMap((one, i) => parts.slice(i + 1).map((other) => [one, other]));
    const guesses = [...parts.map((part) => [part]), ...pairs, parts].map((each) => new Set<string>(each));
    const right = guesses.find((found) => !refusal(() => write([print], { ...this.refused, found })));
    if (!right) throw said;
    if (right.size <= 2) for (const part of right) this.counts.set(part, (this.counts.get(part) ?? 0) + 1);
  }
}

/** What single cells certainly refuse. What the machine alone writes takes everything from now on. */
function rulesFor(job: Job, prints: readonly string[]): Refuses {
  const { sheet, view } = job;
  const rows = job.askingAny(prints).map(({ at }) => at);
  try {
    clearOwnRules(sheet, view.layout);
    const span = [Math.min(...rows), Math.max(...rows)] as const;
    return rows.length === 0
      ? NOTHING_REFUSED.byRule
      : rulesIn(
          sheet,
          span,
          view.layout.outputs.map(({ at }) => at),
        );
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
    return NOTHING_REFUSED.byRule;
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
