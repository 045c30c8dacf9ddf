/** A list: asked once as a task, at a price that was agreed; more of it; and looking after it until its rows are on their sheet. */

import { usd } from '../../enrichment/amounts';
import { outputColumns } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { checkList, listQuestion, MOST_LISTED } from '../../enrichment/list';
import { inUsd, type Money } from '../../enrichment/money';
import { asProblem, Problem, type ProblemCode } from '../../enrichment/problem';
import { sentence } from '../../enrichment/words';
import { isRefusal } from '../../linkup/errors';
import { priceOf } from '../../linkup/prices';
import { agrees } from '../../linkup/shape';
import { subjectHash } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import { checkSheetCanBeAdded, keysIn, readList } from '../../sheet/list-sheet';
import { type KeptList, listsOf, type OpenPress } from '../record/kept-lists';
import { keyOf } from '../record/key';
import { isNamedIn } from '../record/named';
import type { Services } from '../services';
import { counted, createTask, type Note, taskOf } from './asked-task';
import type { Listed } from './list-types';
import { failedList, finishList, takeAway } from './list-written';
import { inOwnWords, noted } from './try-faults';

/** Asks for a new list, for at most `total`. Nothing is on any sheet before all of its rows are there. */
export function makeList(services: Services, asked: Enrichment, total: Money): Listed {
  checkList(asked);
  const price = agreed(asked, total);
  checkSheetCanBeAdded(services.workbook);
  const list: KeptList = { id: services.newId(), at: services.clock.now(), asked, price };
  return askRows(services, list, []);
}

/** Asks for rows that the list has not yet; looks after the press under way where there is one. */
export function moreOfList(services: Services, id: string, total: Money): Listed {
  const list = listOf(services, id);
  if (list.open) return lookAtList(services, id);
  if (list.last?.outcome === 'no new') throw new Problem('list-complete');
  const price = agreed(list.asked, total);
  const there = keysOn(services, list);
  if (there.length >= MOST_LISTED) throw new Problem('list-full', String(there.length));
  return askRows(services, { ...list, price, at: services.clock.now() }, there);
}

/** How a list is; once its rows have come, they are written. */
export function lookAtList(services: Services, id: string): Listed {
  const list = listOf(services, id);
  if (!list.open) return told(services, list);
  try {
    const task = taskOf(services, { at: list.at, task: list.open.task }, noteOf(services, list, list.open));
    if (!task || task.status === 'pending' || task.status === 'processing') return told(services, list);
    return told(services, finishList(services, list, task));
  } catch (thrown) {
    const problem = saidOfLists(asProblem(thrown));
    if (problem.code !== 'list-gone') throw problem;
    return told(services, failedList(services, list, sentence(problem)));
  }
}

/** All lists of this person in the document, the newest first. Neither Linkup nor any sheet's cells are read. */
export function listsToTell(services: Services): Listed[] {
  return listsOf(services)
    .all(services.clock.now())
    .map((list) => told(services, list));
}

/** Faults whose own sentences speak of a try. */
const OF_LISTS: Partial<Record<ProblemCode, ProblemCode>> = {
  'try-gone': 'list-gone',
  'try-unseen': 'list-unseen',
  'try-lost': 'list-lost',
};

function saidOfLists(problem: Problem): Problem {
  const code = OF_LISTS[problem.code];
  return code ? new Problem(code) : problem;
}

/** Nobody pays more than they have seen. */
function agreed(asked: Enrichment, total: Money): Money {
  const price = priceOf(asked);
  if (price > total) throw new Problem('list-price', usd(inUsd(price)));
  return price;
}

function listOf(services: Services, id: string): KeptList {
  const list = listsOf(services).of(id);
  if (!list) throw new Problem('list-closed');
  return list;
}

/** What is on its sheet already; checks that more can be written there. */
function keysOn({ workbook }: Services, { asked, sheetId }: KeptList): string[] {
  if (sheetId === undefined) {
    checkSheetCanBeAdded(workbook);
    return [];
  }
  const sheet = workbook.sheetById(sheetId);
  if (!sheet) throw new Problem('list-sheet-gone');
  const table = readList(sheet, outputColumns(asked));
  const next = Math.min(table.last + 1, sheet.getMaxRows());
  for (const column of table.at)
    if (!sheet.getRange(next, column).canEdit())
      throw new Problem('protected', `the columns of the list on “${sheet.getName()}”`);
  return keysIn(table);
}

/** Noted before it is sent, as a try is: only what certainly was not created is forgotten. */
function askRows(services: Services, list: KeptList, there: readonly string[]): Listed {
  const client = services.linkup(keyOf(services.user));
  const question = listQuestion(list.asked, there);
  const open: OpenPress = {
    id: services.newId(),
    task: '',
    subject: subjectHash(question),
    named: isNamedIn(services.user.all()),
  };
  const before = listsOf(services).of(list.id);
  return counted(services, list.price, () => {
    if (!listsOf(services).keep({ ...list, open }))
      throw new Problem('bad-option', 'Question and fields together are too long to be kept');
    try {
      const task = createTask(client, question);
      noted(() => listsOf(services).add(list.id, { open: { ...open, task: task.id } }));
      return told(services, { ...list, open: { ...open, task: task.id } });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (!isRefusal(problem)) return told(services, { ...list, open });
      noted(() => (before ? listsOf(services).keep(before) : listsOf(services).forget(list.id)));
      throw inOwnWords(problem);
    }
  });
}

/** How the task of a press is known, and what becomes of its note. */
function noteOf(services: Services, list: KeptList, open: OpenPress): Note {
  const lists = listsOf(services);
  const shape = listQuestion(list.asked, []);
  return {
    isIt: (task: Task) => subjectHash(task) === open.subject && agrees(task, shape),
    found: ({ id: task }) => lists.add(list.id, { open: { ...open, task } }),
    lost: () => (list.last ? lists.keep(withoutPress(list)) : lists.forget(list.id)),
  };
}

function withoutPress({ open: _, ...list }: KeptList): KeptList {
  return list;
}

function told({ workbook }: Services, { id, at, asked, price, open, sheetId, last }: KeptList): Listed {
  const sheet = sheetId === undefined ? '' : (workbook.sheetById(sheetId)?.getName() ?? '');
  const common = { kept: id, question: asked.template, sheet, pending: open !== undefined, askedAt: at };
  if (!last) return { ...common, price: inUsd(price), last: null };
  const { price: billed, ...end } = last;
  return { ...common, price: inUsd(price), last: { ...end, billed: inUsd(billed) } };
}

/** Forgets a list; its rows stay. Of one that was being written, an empty sheet goes. */
export function dropList(services: Services, id: string): void {
  const list = listsOf(services).of(id);
  if (!list) return;
  takeAway(services, list);
  listsOf(services).forget(id);
}
