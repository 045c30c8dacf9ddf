/** A list: asked once as a task, at a price that was agreed; more of it; and looking after it until its rows are on their sheet. */
import { usd } from '../../enrichment/amounts';
import { outputColumns } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { checkList, MOST_LISTED } from '../../enrichment/list';
import { inUsd, type Money } from '../../enrichment/money';
import { asProblem, Problem, unlessProblem } from '../../enrichment/problem';
import { sentence } from '../../enrichment/words';
import { priceOf } from '../../linkup/prices';
import type { Properties } from '../../platform/properties';
import { checkRoomFor, checkSheetCanBeAdded, keysIn, readList } from '../../sheet/list-sheet';
import {
  isPressed,
  type KeptList,
  listsOf,
  listsUnderWay,
  MOST_LISTS,
  type Pressed,
} from '../record/kept-lists';
import { accountIn, ownAccount } from '../record/key';
import { checkLayout } from '../record/layout';
import type { Services } from '../services';
import { taskOf } from './asked-task';
import { askRows, noteOf } from './list-ask';
import type { Listed } from './list-types';
import { finishList, goneList, takeSheetAway } from './list-written';

/** Asks for a new list, for at most `total`. Nothing is on any sheet before all of its rows are there. */
export function makeList(services: Services, asked: Enrichment, total: Money): Listed {
  checkList(asked);
  checkLayout(services.documents);
  const price = agreed(asked, total);
  checkSheetCanBeAdded(services.workbook);
  checkFewUnderWay(services);
  return told(services, askRows(services, { id: services.newId(), at: 0, asked, price }, []));
}

/** Asks for rows that the list has not yet; looks after the press under way where there is one. */
export function moreOfList(services: Services, id: string, total: Money): Listed {
  const list = listOf(services, id);
  if (list.open) return lookAtList(services, id);
  checkLayout(services.documents);
  if (list.last?.outcome === 'no new') throw new Problem('list-complete');
  const price = agreed(list.asked, total);
  const there = keysOn(services, list);
  if (there.length >= MOST_LISTED) throw new Problem('list-full', String(there.length));
  return told(services, askRows(services, { ...list, price }, there));
}

/** How a list is; once its rows have come, they are written. */
export function lookAtList(services: Services, id: string): Listed {
  const list = listOf(services, id);
  return told(services, isPressed(list) ? lookedAfter(services, list) : list);
}

function lookedAfter(services: Services, list: Pressed): KeptList {
  const { at, open } = list;
  const isOther = open.account !== ownAccount(services.user);
  // What it does not see has not therefore never arrived.
  if (isOther && open.task === '') throw new Problem('list-other-key');
  try {
    const task = taskOf(services, { at, task: open.task }, noteOf(services, list));
    if (!task || task.status === 'pending' || task.status === 'processing') return list;
    return finishList(services, list, task);
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.code !== 'list-gone') throw problem;
    if (isOther) throw new Problem('list-other-key');
    return goneList(services, list, sentence(problem));
  }
}

/** The trigger's look at the lists of this person in this document; `own` is what their store holds. What goes wrong with one keeps no other from coming. */
export function collectLists(services: Services, own: Properties): void {
  if (accountIn(own) === '') return;
  const underWay = listsUnderWay(own, () => services.workbook.id(), services.clock.now());
  for (const { id } of underWay) unlessProblem(() => lookAtList(services, id));
}

/** All lists of this person in the document, the newest first. Neither Linkup nor any sheet's cells are read. */
export function listsToTell(services: Services): Listed[] {
  return listsOf(services)
    .all(services.clock.now())
    .map((list) => told(services, list));
}

/** Nobody pays more than they have seen. */
function agreed(asked: Enrichment, total: Money): Money {
  const price = priceOf(asked);
  if (price > total) throw new Problem('list-price', usd(inUsd(price)));
  return price;
}

/** Those under way are paid for: none of them may be pushed out. */
function checkFewUnderWay({ user, workbook, clock }: Services): void {
  const underWay = listsUnderWay(user.all(), () => workbook.id(), clock.now());
  if (underWay.length >= MOST_LISTS) throw new Problem('list-waiting', String(MOST_LISTS));
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
  checkRoomFor(workbook, sheet, table);
  const next = Math.min(table.last + 1, sheet.getMaxRows());
  for (const column of table.at)
    if (!sheet.getRange(next, column).canEdit())
      throw new Problem('protected', `the columns of the list on “${sheet.getName()}”`);
  return keysIn(table);
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
  takeSheetAway(services, list);
  listsOf(services).forget(id);
}
