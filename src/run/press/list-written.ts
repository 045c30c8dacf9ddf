/** The rows of a list, from Linkup's answer to the sheet: written as one block, read back, and only then said to be done. What a kill leaves is finished at the next look. */
import { outputColumns } from '../../enrichment/columns';
import { listKey, MOST_LISTED } from '../../enrichment/list';
import { inUsd, type Money } from '../../enrichment/money';
import { asProblem, orLog, Problem, type ProblemCode } from '../../enrichment/problem';
import { failureOf } from '../../linkup/failures';
import { itemsIn } from '../../linkup/list-items';
import type { Task } from '../../linkup/types';
import {
  blockOn,
  dressList,
  isBegun,
  keysIn,
  type ListTable,
  listName,
  readList,
  writeRows,
} from '../../sheet/list-sheet';
import { addReceipt } from '../../sheet/receipts';
import type { Sheet, Workbook } from '../../sheet/spreadsheet';
import { NO_ROWS } from '../cycle/end-now';
import {
  isPressed,
  type KeptList,
  listsOf,
  type OpenPress,
  type Pressed,
  type Writing,
} from '../record/kept-lists';
import type { ListEnd } from '../record/list-end';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { type Block, blockOf } from './list-block';

const NO_LIST = 'What came back is no list. Say in the question what one row is, then ask again.';

/** Longest reason that is kept, in characters. */
const MOST_SAID = 400;

/** Ends the press of a list whose task has ended. Throws `list-unwritten`, and why rows that are paid for cannot be written. */
export function finishList(services: Services, list: Pressed, task: Task): KeptList {
  return alone(services, list, (now) => {
    if (task.status === 'failed') {
      const failure = failureOf(task.error);
      if (failure.kind === 'failed') return failed(services, now, 0, failure.reason);
      return ended(services, now, { ...NOTHING, price: 0, outcome: nothingNew(now) });
    }
    const items = itemsIn(task.output);
    return items ? written(services, now, items) : failed(services, now, now.price, NO_LIST);
  });
}

/** Ends a press whose answer Linkup has forgotten. It had a task, so it was most likely billed. */
export function goneList(services: Services, list: Pressed, reason: string): KeptList {
  return alone(services, list, (now) => failed(services, now, now.price, reason));
}

function failed(services: Services, list: Pressed, price: Money, reason: string): KeptList {
  takeSheetAway(services, list);
  return ended(services, list, { ...NOTHING, price, reason: reason.slice(0, MOST_SAID) });
}

const NOTHING = { outcome: 'failed', rows: 0, doubles: 0, keyless: 0, beyond: 0, reason: '' } as const;

function nothingNew({ sheetId }: KeptList): ListEnd['outcome'] {
  return sheetId === undefined ? 'nothing' : 'no new';
}

/** Another window, or the trigger, may have ended it meanwhile. */
function alone(services: Services, meant: Pressed, end: (now: Pressed) => KeptList): KeptList {
  return inTurn(services, () => {
    const now = listsOf(services).of(meant.id);
    if (!now) throw new Problem('list-closed');
    return isPressed(now) && now.open.id === meant.open.id ? end(now) : now;
  });
}

function written(services: Services, list: Pressed, items: readonly unknown[]): KeptList {
  try {
    return onSheet(services, list, items);
  } catch (thrown) {
    const problem = asProblem(thrown);
    throw UNWRITTEN.includes(problem.code) ? new Problem('list-unwritten', problem.subject) : problem;
  }
}

const UNWRITTEN: readonly ProblemCode[] = ['cannot-write', 'cannot-store', 'storage-full'];

function onSheet(services: Services, list: Pressed, items: readonly unknown[]): KeptList {
  const { asked, open, price } = list;
  const begun = sheetSoFar(services, list);
  const table = begun && readList(begun, outputColumns(asked));
  const { block, row } = toWrite(list, items, table);
  const { rows, ...left } = block;
  const end = { ...left, rows: rows.length, reason: '', price };
  if (rows.length === 0)
    return ended(services, list, { ...end, outcome: left.beyond > 0 ? 'full' : nothingNew(list) });
  const name = begun ? '' : listName(services.workbook, asked.template);
  const writing: Writing = {
    ...{ name: open.writing?.name || name, row, rows: rows.length },
    ...(begun && { sheetId: begun.getSheetId() }),
  };
  const noting = (known: Writing): void => keepOpen(services, list, { ...open, writing: known });
  noting(writing);
  const sheet = begun ?? newSheet(services, list, writing, noting);
  const { at } = readList(sheet, outputColumns(asked));
  writeRows(sheet, at, row, rows);
  services.workbook.flush();
  if (blockOn(readList(sheet, outputColumns(asked)), row, rows) !== 'whole')
    throw new Problem('list-unwritten');
  const all = { ...list, sheetId: sheet.getSheetId() };
  return ended(services, all, { ...end, outcome: 'written' });
}

function keepOpen(services: Services, { id }: KeptList, open: OpenPress): void {
  if (!listsOf(services).add(id, { open })) throw new Problem('cannot-store');
}

/** The list's sheet, or the one that was begun for it; undefined where one is still to be made: somebody may have deleted it meanwhile. */
function sheetSoFar(services: Services, { asked, sheetId, open }: Pressed): Sheet | undefined {
  const { workbook } = services;
  const known = sheetId === undefined ? undefined : workbook.sheetById(sheetId);
  if (known) return known;
  const begun = begunSheet(workbook, open.writing);
  if (!begun || !isBegun(begun, outputColumns(asked))) return undefined;
  dressList(begun, outputColumns(asked));
  workbook.flush();
  return begun;
}

function begunSheet(workbook: Workbook, writing: Writing | undefined): Sheet | undefined {
  if (!writing) return undefined;
  const made = writing.sheetId === undefined ? undefined : workbook.sheetById(writing.sheetId);
  return made ?? (writing.name === '' ? undefined : workbook.sheetNamed(writing.name));
}

/** Takes the sheet away again that was made for a list whose rows cannot come any more: only where nothing but headings stands on it. */
export function takeSheetAway({ workbook }: Services, { asked, sheetId, open }: KeptList): void {
  const sheet = sheetId === undefined ? begunSheet(workbook, open?.writing) : undefined;
  if (!sheet || sheet.getLastRow() > 1 || !isBegun(sheet, outputColumns(asked))) return;
  orLog(() => workbook.removeSheet(sheet));
}

/** Made, and known by its id, before anything stands on it. */
function newSheet(
  { workbook }: Services,
  { asked }: KeptList,
  writing: Writing,
  noting: (known: Writing) => void,
): Sheet {
  const sheet = workbook.addSheet(writing.name);
  workbook.flush();
  noting({ ...writing, sheetId: sheet.getSheetId() });
  dressList(sheet, outputColumns(asked));
  workbook.flush();
  return sheet;
}

/**
 * What is to be written, and where. Rows that were begun are no doubles of themselves: where they still are what is being written, or
 * blank, they are written over; where a person has been at them, only what is nowhere on the sheet is added below.
 */
function toWrite(
  { asked, open: { writing } }: Pressed,
  items: readonly unknown[],
  table: ListTable | undefined,
): { readonly block: Block; readonly row: number } {
  const blockBeside = (keys: readonly string[]): Block => {
    const there = new Set(keys.map(listKey));
    return blockOf(asked, items, there, Math.max(0, MOST_LISTED - there.size));
  };
  if (!table) return { block: blockBeside([]), row: 2 };
  if (writing) {
    const { row, rows } = writing;
    const block = blockBeside(keysIn({ ...table, last: Math.min(table.last, row - 1) }));
    const isOurs = block.rows.length === rows && table.last < row + rows;
    if (isOurs && blockOn(table, row, block.rows) !== 'other') return { block, row };
  }
  return { block: blockBeside(keysIn(table)), row: Math.max(table.last, table.first - 1) + 1 };
}

/** The receipt first: once the press has no note any more, nobody would write one. */
function ended(services: Services, list: KeptList, last: ListEnd): KeptList {
  const { open, ...rest } = list;
  if (open)
    orLog(() => {
      receipt(services, rest, open, last);
      services.workbook.flush();
      return true;
    });
  const all: KeptList = { ...rest, last };
  if (!listsOf(services).keep(all)) throw new Problem('cannot-store');
  return all;
}

function receipt(
  { workbook, clock, currentUser }: Services,
  list: KeptList,
  open: OpenPress,
  last: ListEnd,
): void {
  const sheet = list.sheetId === undefined ? undefined : workbook.sheetById(list.sheetId);
  const left = last.doubles + last.keyless + last.beyond;
  addReceipt(workbook, {
    ...NO_ROWS,
    run: open.id,
    startedAt: new Date(list.at).toISOString(),
    endedAt: new Date(clock.now()).toISOString(),
    by: open.named ? currentUser() : '',
    enrichment: sheet?.getName() ?? list.asked.name,
    enrichmentId: list.id,
    ...{ rows: last.rows, asked: 1, done: last.rows, skipped: left, shared: 0, copied: 0 },
    notFound: last.outcome === 'failed' || last.rows > 0 ? 0 : 1,
    failed: last.outcome === 'failed' ? 1 : 0,
    estimate: inUsd(last.price),
    balanceBefore: undefined,
    note: last.reason || `A list from one question${left > 0 ? `; ${left} rows of it left out` : ''}`,
  });
}
