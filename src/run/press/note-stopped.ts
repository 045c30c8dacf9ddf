/** A schedule that stopped says so among the receipts: nobody was there to be told. */
import { NO_ROWS, receiptOfRecord, writeDown } from '../cycle/end-now';
import { readableById } from '../record/enrichments';
import { isNamedIn } from '../record/named';
import type { Schedule } from '../record/schedules';
import type { Services } from '../services';
import { asRun } from './as-run';

/** Adds a line of its own to “Linkup runs”, with why, as a sentence. */
export function noteStopped(services: Services, id: string, { by }: Schedule, why: string): void {
  const { documents, workbook, clock, user } = services;
  const e = readableById(documents, id);
  const name = e?.name ?? '';
  const run = {
    ...asRun(services, { id, name, sheetId: e?.sheetId ?? 0 }),
    by,
    named: isNamedIn(user.all()),
  };
  const receipt = { ...receiptOfRecord(run, clock.now()), ...NO_ROWS, asked: 0, estimate: 0 };
  writeDown(workbook, { ...receipt, note: `Refreshing by itself has stopped: ${why}` });
}
