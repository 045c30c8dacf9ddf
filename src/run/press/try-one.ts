/** Trying one row: what it answers is shown, with nothing written. What takes long is asked as a task, which outlives the page. */
import { checkDefinition } from '../../enrichment/check';
import type { Enrichment } from '../../enrichment/definition';
import { asProblem, orLog, Problem } from '../../enrichment/problem';
import { questionOf } from '../../enrichment/question';
import type { Linkup } from '../../linkup/client';
import { isRefusal } from '../../linkup/errors';
import { priceOf } from '../../linkup/prices';
import type { Task } from '../../linkup/types';
import { sheetOf } from '../../sheet/spreadsheet';
import { type KeptTry, triesOf } from '../record/kept-tries';
import { keyOf } from '../record/key';
import type { Services } from '../services';
import { counted, createTask } from './asked-task';
import type { Tried } from './choice-types';
import { type RowToTry, rowsNow, rowToTry } from './row-to-try';
import { endOf, pending, shown } from './tried';
import { ask, inOwnWords } from './try-faults';

/** Asks one row: the selected one, or the first that can be asked. Billed once if it is answered. */
export function tryOne(services: Services, e: Enrichment): Tried {
  const client = services.linkup(keyOf(services.user));
  const sheet = sheetOf(services.workbook, e);
  checkDefinition(e);
  const row = rowToTry(services, sheet, rowsNow(services, e));
  return counted(services, priceOf(e), () =>
    takesLong(e) ? asTask(services, client, e, row) : directly(services, client, e, row),
  );
}

/** A deep search may take two minutes, and research has no direct answer. */
function takesLong(e: Enrichment): boolean {
  return e.type === 'research' || (e.type === 'search' && e.options.depth === 'deep');
}

function newTry({ newId, clock }: Services, e: Enrichment, { at, text, fingerprint }: RowToTry): KeptTry {
  const asked = { id: newId(), at: clock.now(), asked: e, task: '' };
  return { ...asked, fingerprint, question: text, row: at, price: priceOf(e) };
}

/** Linkup keeps no direct answer: here it is kept, if it was paid for and is small enough, or nowhere. */
function directly(services: Services, client: Linkup, e: Enrichment, row: RowToTry): Tried {
  const asked = newTry(services, e, row);
  const direct = ask(() => client.direct(questionOf(e, row.text)));
  const end = endOf(e, direct, services.clock.now() - asked.at);
  const isKept = end.outcome === 'done' && orLog(() => keptInstead(services, { ...asked, end }));
  return shown(e, row, end, { task: '', kept: isKept ? asked.id : '' });
}

/** In place of the one before it. */
function keptInstead(services: Services, kept: KeptTry): boolean {
  const tries = triesOf(services);
  const isKept = tries.keep(kept);
  tries.forgetBefore(kept);
  return isKept;
}

/** A Save may have given its enrichment an id since it was noted. */
function followedBy(services: Services, asked: KeptTry, { id: task }: Task): boolean {
  const tries = triesOf(services);
  const isKept = tries.add(asked.id, { task });
  tries.forgetBefore(asked);
  return isKept;
}

/**
 * Noted before it is sent: should this execution die, or the answer to the POST get lost, it is looked for in Linkup's list. Only
 * one that certainly was not created is forgotten.
 */
function asTask(services: Services, client: Linkup, e: Enrichment, row: RowToTry): Tried {
  const asked = newTry(services, e, row);
  const kept = noteFirst(services, asked) ? asked.id : '';
  try {
    const task = createTask(client, questionOf(e, row.text));
    if (kept) orLog(() => followedBy(services, asked, task));
    return pending(row, 0, { task: task.id, kept });
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (kept && !isRefusal(problem)) return pending(row, 0, { task: '', kept });
    if (kept) orLog(() => triesOf(services).forget(kept));
    // Full of a run's questions, for instance: a search need not stand in the queue.
    if (problem.code === 'queue-full' && e.type === 'search') return directly(services, client, e, row);
    throw inOwnWords(problem);
  }
}

/** A definition that takes all the room there is cannot be kept; it is tried all the same. */
function noteFirst(services: Services, asked: KeptTry): boolean {
  try {
    return triesOf(services).keep(asked);
  } catch (thrown) {
    throw new Problem('not-noted', asProblem(thrown).subject);
  }
}
