/** Whether answers can be written at all: found out before anything is asked. */
import { Problem } from '../enrichment/problem';
import type { Layout } from './layout';
import type { Sheet } from './spreadsheet';
import type { TableView } from './table';

/** Throws `protected` or `merged-outputs` when our columns cannot take answers in the first `rows` rows below the headings. */
export function checkWritable(sheet: Sheet, { layout, firstRow }: TableView, rows: number): void {
  const height = Math.max(1, rows);
  for (const [first, last] of columnRuns(layout)) {
    const range = sheet.getRange(firstRow, first, height, last - first + 1);
    if (!range.canEdit()) throw new Problem('protected', `the columns for answers on “${sheet.getName()}”`);
    const [merged] = range.getMergedRanges();
    if (merged) throw new Problem('merged-outputs', merged.getA1Notation());
  }
}

function columnRuns({ outputs, status, state, task, question }: Layout): (readonly [number, number])[] {
  const columns = [...outputs.map(({ at }) => at), status, state, task, question].filter((at) => at > 0);
  const runs: [number, number][] = [];
  for (const column of columns.sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}
