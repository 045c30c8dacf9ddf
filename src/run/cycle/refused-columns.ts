/** Writes that Google refuses: tried once more around what the rules of cells say, then halved until one row is left, which gets what its cells take. */
import { asProblem, Problem } from '../../enrichment/problem';
import { clearOwnRules, type Refuses, rulesIn } from '../../sheet/validation';
import { checkWritable } from '../../sheet/writable';
import { NOTHING_REFUSED, type Refused } from '../rows/around-refusals';
import type { Job } from '../rows/job';

/** Questions, or rows that ask the same one, that a column must refuse before it is the column's fault: from then on it is left out. */
const COLUMNS_FAULT = 3;

/** Writes what is known of some questions, without what is refused. */
export type Write = (prints: readonly string[], refused: Refused) => void;

/** How often each column has refused, by the part of its output. */
class Faults {
  private readonly counts = new Map<string, number>();

  /** Of more than two columns that were left out together nobody knows which of them refused. */
  add(parts: ReadonlySet<string>): void {
    if (parts.size <= 2) for (const part of parts) this.counts.set(part, this.of(part) + 1);
  }

  /** Counts each column once that has refused anything by another count. */
  addAll({ counts }: Faults): void {
    for (const part of counts.keys()) this.counts.set(part, this.of(part) + 1);
  }

  of(part: string): number {
    return this.counts.get(part) ?? 0;
  }

  /** The columns that are not tried any more. */
  get untried(): ReadonlySet<string> {
    return new Set([...this.counts].flatMap(([part, times]) => (times >= COLUMNS_FAULT ? [part] : [])));
  }
}

/** What a sheet has refused of a run, and how many questions each column has refused for reasons that cannot be read. */
export class Refusals {
  private readonly faults = new Faults();
  private byRule: Refuses = NOTHING_REFUSED.byRule;

  /** What is left out of every write: also of columns that have refused too much to be tried again. */
  private get refused(): Refused {
    return { ...NOTHING_REFUSED, byRule: this.byRule, untried: this.faults.untried };
  }

  /** Writes what is known of these questions, as far as Google lets it be written. Throws `cannot-write` where it lets nothing. */
  write(job: Job, prints: readonly string[], write: Write): void {
    if (!refusal(() => write(prints, this.refused))) return;
    this.byRule = rulesFor(job, prints);
    const again = refusal(() => write(prints, this.refused));
    if (!again) return;
    checkOpen(job);
    const some = (half: readonly string[]): void => write(half, this.refused);
    halve(prints, again, some, (print, said) => this.one(job, print, write, said));
  }

  /** One question that is refused: by the row that asks it, or by some of the rows. */
  private one(job: Job, print: string, write: Write, said: Problem): void {
    const rows = job.asking(print).map(({ at }) => at);
    if (rows.length > 1) {
      this.byRows(job, rows, said, (refused) => write([print], refused));
      return;
    }
    const guess = (parts: ReadonlySet<string>): void =>
      write([print], { ...this.refused, found: () => parts });
    this.faults.add(guessed(guess, this.suspects(job), said));
  }

  /**
   * Row by row, for the one beside a row that refuses takes what its own cells take; of a column that some have refused the rest is
   * spared. At last the question is written as a whole, which verifies it.
   */
  private byRows(
    job: Job,
    rows: readonly number[],
    said: Problem,
    writeRows: (refused: Refused) => void,
  ): void {
    const found = new Map<number, ReadonlySet<string>>();
    const here = new Faults();
    const known = (): Refused => {
      const { refused } = this;
      const untried = new Set([...refused.untried, ...here.untried]);
      return { ...refused, untried, found: (row) => found.get(row) ?? NOTHING_REFUSED.found(row) };
    };
    const some = (half: readonly number[]): void => writeRows({ ...known(), only: new Set(half) });
    halve(rows, said, some, (row, problem) => {
      const only = new Set([row]);
      const guess = (parts: ReadonlySet<string>): void => writeRows({ ...known(), only, found: () => parts });
      const right = guessed(guess, this.suspects(job, here), problem);
      found.set(row, right);
      here.add(right);
    });
    writeRows(known());
    this.faults.addAll(here);
  }

  /** The columns, those first that refused others: each guess that is wrong is a write that has to be taken back. */
  private suspects(job: Job, here = this.faults): string[] {
    const parts = job.view.layout.outputs.map(({ column }) => column.part);
    const { faults } = this;
    return parts.sort((one, other) => here.of(other) - here.of(one) || faults.of(other) - faults.of(one));
  }
}

/** Writes the halves of what was refused, and the halves of those that are, until what is refused is one. */
function halve<T>(
  all: readonly T[],
  said: Problem,
  write: (some: readonly T[]) => void,
  alone: (one: T, said: Problem) => void,
): void {
  const [only] = all;
  if (all.length === 1 && only !== undefined) {
    alone(only, said);
    return;
  }
  const middle = Math.ceil(all.length / 2);
  for (const half of [all.slice(0, middle), all.slice(middle)]) {
    const problem = refusal(() => write(half));
    if (problem) halve(half, problem, write, alone);
  }
}

/** The column that refuses, or two of them: without these the row could be written. Where there are more, it is written without any. */
function guessed(
  write: (without: ReadonlySet<string>) => void,
  parts: readonly string[],
  said: Problem,
): ReadonlySet<string> {
  const pairs = parts.flatMap((one, i) => parts.slice(i + 1).map((other) => [one, other]));
  const guesses = [...parts.map((part) => [part]), ...pairs, parts].map((each) => new Set<string>(each));
  const right = guesses.find((found) => !refusal(() => write(found)));
  if (!right) throw said;
  return right;
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
