/** A look before a POST whether rows still ask what they asked when they were read: nobody pays for a question of a minute ago. */
import { isUnseen } from '../../enrichment/row-question';
import { stretches } from '../../sheet/patches';
import { readDisplay } from '../../sheet/reading';
import type { Row } from '../../sheet/table';
import type { Job } from './job';
import { glance, reread } from './read-again';
import { fingerprintOf } from './standing';

/** As old as a question may be when it is sent, in ms: a look costs as much as a hundred questions. */
const FRESH = 10_000;

/** Looks at rows before they are asked, at many of them at once, and knows for how long that will do. */
export class Looks {
  private readonly seen = new WeakMap<Row, number>();

  constructor(private readonly now: () => number) {}

  /** Whether these rows still ask the same: what shows the same is the same, and only what does not is read anew. `next` will be asked soon. */
  stillAsk(job: Job, rows: readonly Row[], next: () => readonly Row[]): boolean {
    const isNew = ({ question }: Row): boolean => isUnseen(question);
    if (rows.some(isNew) && !this.see(job, [...rows, ...next()].filter(isNew))) return false;
    return this.areFresh(
      job,
      rows.filter((row) => !isNew(row)),
      next,
    );
  }

  private areFresh(job: Job, rows: readonly Row[], next: () => readonly Row[]): boolean {
    const now = this.now();
    const isFresh = (row: Row): boolean => now - (this.seen.get(row) ?? Number.NEGATIVE_INFINITY) < FRESH;
    if (rows.every(isFresh)) return true;
    for (const row of unchanged(job, [...rows, ...next()])) this.seen.set(row, now);
    return stand(
      job,
      rows.filter((row) => !isFresh(row)),
    );
  }

  /** The first look at rows of which only our own columns are known. */
  private see(job: Job, rows: readonly Row[]): boolean {
    const seen = glance(job, rows);
    const isAll = seen?.length === rows.length;
    if (!isAll || !seen.every((row) => fingerprintOf(row) === row.ledger.question)) return false;
    job.renew(seen);
    for (const row of seen) this.seen.set(row, this.now());
    return true;
  }
}

/** The rows of these that display in the columns of the question what they displayed before, and not nothing. */
function unchanged(job: Job, rows: readonly Row[]): Row[] {
  const { inputs } = job.view;
  const [from, to] = [Math.min(...inputs), Math.max(...inputs)];
  if (inputs.length === 0) return [];
  return stretches(rows.map(({ at }) => at)).flatMap(([first, last]) => {
    const display = readDisplay(job.sheet, [first, last], [from + 1, to + 1]);
    const isSame = ({ at, display: before }: Row): boolean =>
      inputs.every((c) => before[c] !== '' && display?.[at - first]?.[c - from] === before[c]);
    return rows.filter((row) => row.at >= first && row.at <= last && isSame(row));
  });
}

/** Whether rows that show something else ask the same all the same. */
function stand(job: Job, rows: readonly Row[]): boolean {
  if (rows.length === 0) return true;
  const now = new Map(
    reread(
      job,
      rows.map(({ at }) => at),
    )?.map((row) => [row.at, fingerprintOf(row)]),
  );
  return rows.every((row) => now.get(row.at) === fingerprintOf(row));
}
