/** Undo: what the last run of an enrichment wrote goes again, from every row where nobody has changed it since. */
import type { Enrichment } from '../../enrichment/definition';
import { Problem } from '../../enrichment/problem';
import type { Row } from '../../sheet/table';
import { checkWritable } from '../../sheet/writable';
import { type LastRun, lastIn } from '../record/last-run';
import { checkLayout } from '../record/layout';
import { underMark } from '../record/marks';
import { isAsWritten, liveRun } from '../report/report';
import { rowsOf } from '../report/tally';
import { apply } from '../rows/apply';
import { Job } from '../rows/job';
import { movedPatch, releasedPatch } from '../rows/patching';
import { holdsOurs } from '../rows/standing';
import type { Services } from '../services';
import { inTurn } from '../turn';
import type { Undone } from './choice-types';

/** Undoes the run, if it is the enrichment's last. Throws `busy`, `already-running` or `nothing-to-undo`, with nothing changed. */
export function undoRun(services: Services, e: Enrichment, run: string): Undone {
  const { documents, workbook } = services;
  return inTurn(services, () => {
    checkLayout(services.documents, e);
    const properties = documents.all();
    if (liveRun(properties, e.id)) throw new Problem('already-running', e.name);
    const last = lastIn(properties, e.id);
    if (last?.run.id !== run) throw new Problem('nothing-to-undo');
    const job = jobOf(services, e, last);
    const mark = { sheetId: e.sheetId, by: services.newId(), enrichment: e.id };
    return underMark(documents, mark, () => clear(job, () => workbook.flush()));
  });
}

function jobOf({ workbook }: Services, e: Enrichment, { run }: LastRun): Job {
  const sheet = workbook.sheetById(e.sheetId);
  if (!sheet) throw new Problem('sheet-gone', e.name);
  const job = new Job(run, e, sheet);
  checkWritable(sheet, job.view, job.rows.length);
  return job;
}

/**
 * First the answers, while the ledger still tells which row they belong to: should the table move at that moment, the write is
 * recognised as misplaced and taken back. It goes on saying what was written: cut short here, the Undo can be done again. Only
 * then the ledger.
 */
function clear(job: Job, flush: () => void): Undone {
  const own = (): Row[] => rowsOf(job.rows, job.run.id);
  const written = (): Row[] => own().filter(isAsWritten);
  const isMine = (row: Row): boolean => row.ledger.state?.run === job.run.id && isAsWritten(row);
  apply(job, flush, written, (row) => {
    const { state, taskId, question } = row.ledger;
    if (!state || !isMine(row) || !holdsOurs(row)) return undefined;
    return movedPatch(job.view, row, { state, taskId, question }, true);
  });
  const cleared = written().length;
  const kept = own().length - cleared;
  apply(job, flush, written, (row) => (isMine(row) ? releasedPatch(job.view, row, '') : undefined));
  return { cleared, kept };
}
