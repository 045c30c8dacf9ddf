/** Reading rows again that are known: some of them before and after a write, and all of them before a run ends. */
import { headingRow, ownBlocks, type Places, places } from '../../sheet/layout';
import { stretches } from '../../sheet/patches';
import { glanceAt, headingsAt, type Reading, readRows, type Stretch } from '../../sheet/reading';
import type { Row } from '../../sheet/table';
import type { Job } from './job';
import { presuming } from './questions';
import { belongsTogether } from './read-whole';

/**
 * Reads some rows anew, and what lies between them, with their formulas before they are written. Undefined when columns have moved:
 * then only `load` helps.
 */
export function reread(job: Job, positions: readonly number[], withFormulas = false): Row[] | undefined {
  const readings = readAgain(job, positions, withFormulas);
  return (
    readings &&
    presuming(
      readings.flatMap((reading) => job.view.rows(reading)),
      job.parted,
    )
  );
}

/** The same as it was read: for others than this enrichment as well, where `isWide`. */
export function readAgain(
  job: Job,
  positions: readonly number[],
  withFormulas = false,
  isWide = false,
): Reading[] | undefined {
  const displayed = (at: number): readonly string[] | undefined => job.rows[at - job.view.firstRow]?.display;
  const before = isWide ? undefined : displayed;
  const readings = stretches(positions).map((stretch) =>
    readRows(job.sheet, stretch, job.view, withFormulas, before),
  );
  // Last, for columns may move while rows are being read; what was read of them then says nothing.
  if (!columnsStand(job)) return undefined;
  return readings.flatMap((reading) => reading ?? []);
}

/** Looks at rows again that are known, no further than our columns and what the question names. Undefined when columns have moved. */
export function glance(job: Job, known: readonly Row[]): Row[] | undefined {
  const rows = stretches(known.map(({ at }) => at)).flatMap((stretch) =>
    glanceWithin(
      job,
      stretch,
      known.filter(({ at }) => at >= stretch[0] && at <= stretch[1]),
    ),
  );
  return columnsStand(job) ? presuming(rows, job.parted) : undefined;
}

function glanceWithin({ sheet, view }: Job, stretch: Stretch, known: readonly Row[]): readonly Row[] {
  const seen = glanceAt(sheet, stretch, ownBlocks(view.layout), view.inputs);
  const rows = seen ? known.map((row) => view.glanced(row, seen)) : [];
  if (!rows.includes(undefined)) return rows.filter((row) => row !== undefined);
  const reading = readRows(sheet, stretch, view, false);
  const wanted = new Set(known.map(({ at }) => at));
  return reading ? view.rows(reading).filter(({ at }) => wanted.has(at)) : [];
}

/** Makes sure that every row asks what its ledger names, with a glance at all of them; reads the whole table anew where one does not. */
export function lookOverRows(job: Job): void {
  const isComplete = job.sheet.getLastRow() - job.view.firstRow + 1 === job.rows.length;
  const now = isComplete ? glance(job, job.rows) : undefined;
  if (now && now.length === job.rows.length && now.every(belongsTogether)) job.renew(now);
  else job.load();
}

/** A cheap look. Columns that have changed places and are called the same it does not see: `columnsStand` does, which then asks where they are. */
export function headingsStand({ sheet, view }: Job): boolean {
  const { headings, firstRow } = view;
  const now = headingsAt(sheet, firstRow - 1, headings.length);
  return headings.every((heading, i) => now?.[i] === heading);
}

/** Whether our columns are where they were: their headings tell, each of which is there once, and else their metadata, at four calls a column. */
function columnsStand(job: Job): boolean {
  const { sheet, view } = job;
  return (isToldByHeadings(job) && headingsStand(job)) || samePlaces(places(sheet), view.placed);
}

function isToldByHeadings({ view: { headings, placed } }: Job): boolean {
  return [...placed.values()].every((column) => {
    const heading = headings[column - 1] ?? '';
    return heading !== '' && headings.indexOf(heading) === headings.lastIndexOf(heading);
  });
}

function samePlaces(a: Places, b: Places): boolean {
  return (
    headingRow(a) === headingRow(b) &&
    a.size === b.size &&
    [...a].every(([part, column]) => b.get(part) === column)
  );
}
