/** Writing what a try brought into the row that asks it, as if a run had answered it: nothing is asked for it, and nothing billed. */
import { orLog, Problem } from '../../enrichment/problem';
import { sheetOf } from '../../sheet/spreadsheet';
import type { Row } from '../../sheet/table';
import { checkWritable } from '../../sheet/writable';
import { Refusals } from '../cycle/refused-columns';
import { enrichmentMeant } from '../record/enrichments';
import { type KeptTry, triesOf } from '../record/kept-tries';
import { checkLayout, claimLayout } from '../record/layout';
import { underMark } from '../record/marks';
import { liveRun } from '../record/run';
import type { TryEnd } from '../record/try-end';
import { apply } from '../rows/apply';
import { around } from '../rows/around-refusals';
import { Job } from '../rows/job';
import { outcomePatch } from '../rows/outcome';
import { realign } from '../rows/realign';
import { hasPlace } from '../rows/standing';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { asRun } from './as-run';
import { endOfKept } from './look-after-try';
import { valuesFor } from './tried';

/** Writes the answer of a kept try; says into which row. Throws why it cannot be, with nothing changed. */
export function writeTried(services: Services, enrichment: string, id: string): { readonly row: number } {
  const tries = triesOf(services);
  const kept = tries.of(id);
  if (!kept) throw new Problem('try-not-kept');
  const end = endOfKept(services, kept);
  if (end?.outcome !== 'done') throw new Problem('try-unanswered');
  const row = inTurn(services, () => written(services, enrichment, kept, end));
  // From now on it is on the sheet.
  orLog(() => tries.forget(id));
  return { row };
}

function written(services: Services, enrichment: string, kept: KeptTry, end: TryEnd): number {
  const { documents, workbook, newId } = services;
  const e = enrichmentMeant(documents, enrichment);
  const properties = documents.all();
  checkLayout(documents, e, properties);
  if (liveRun(properties, e.id)) throw new Problem('already-running', e.name);
  const sheet = sheetOf(services.workbook, e);
  const job = new Job(asRun(services, e), e, sheet);
  rowFor(job, kept);
  checkWritable(sheet, job.view, job.rows.length);
  claimLayout(documents);
  const mark = { sheetId: e.sheetId, by: newId(), enrichment: e.id };
  return underMark(documents, mark, () => write(job, () => workbook.flush(), kept, end));
}

/** Answers and ledgers that a sort has parted are put together first: the row's ledger may be another's. */
function write(job: Job, flush: () => void, kept: KeptTry, end: TryEnd): number {
  realign(job, flush);
  const { fingerprint, at } = kept;
  const about = { run: job.run.id, fingerprint, ordinal: 0, at };
  const outcome = { state: 'done', values: valuesFor(job.enrichment, end), inForm: end.inForm } as const;
  new Refusals().write(job, [fingerprint], (_, refused) =>
    apply(
      job,
      flush,
      () => [rowFor(job, kept)],
      (row) => around(job.view, row, outcomePatch(job.view, row, about, outcome, false, kept.task), refused),
      { afterMove: () => realign(job, flush) },
    ),
  );
  return rowFor(job, kept).at;
}

/** The row that asks what was tried: the one that was tried if it still does, else the first into which nobody has typed. */
function rowFor(job: Job, { fingerprint, row: tried }: KeptTry): Row {
  const asking = job.asking(fingerprint).filter(({ question }) => 'text' in question);
  const [first] = asking;
  if (!first) throw new Problem('try-row-gone', job.enrichment.name);
  const free = asking.filter(hasPlace);
  const row = free.find(({ at }) => at === tried) ?? free[0];
  if (!row) throw new Problem('try-typed', `row ${first.at}`);
  return row;
}
