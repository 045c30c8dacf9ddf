/** A look right before a POST whether rows still ask what they asked when they were read: nobody pays for a question of a minute ago. */
import { stretches } from '../../sheet/patches';
import { readDisplay } from '../../sheet/reading';
import type { Row } from '../../sheet/table';
import type { Job } from './job';
import { fingerprintOf } from './standing';

/** Whether they do: what shows the same is the same, and only what does not is read anew. */
export function stillAsk(job: Job, rows: readonly Row[]): boolean {
  const { inputs, headings } = job.view;
  const doubtful = stretches(rows.map(({ at }) => at)).flatMap(([first, last]) => {
    const display = readDisplay(job.sheet, first, last, headings.length);
    const isSame = (row: Row): boolean =>
      inputs.every((c) => row.display[c] !== '' && display?.[row.at - first]?.[c] === row.display[c]);
    return rows.filter((row) => row.at >= first && row.at <= last && !isSame(row));
  });
  if (doubtful.length === 0) return true;
  const now = new Map(job.reread(doubtful.map(({ at }) => at))?.map((row) => [row.at, fingerprintOf(row)]));
  return doubtful.every((row) => now.get(row.at) === fingerprintOf(row));
}
