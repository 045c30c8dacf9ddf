/** Collecting answers: one look at Linkup's list serves every formula of the document that waits. */
import { definitionOf } from '../../enrichment/linkup-formula';
import { Problem, unlessProblem } from '../../enrichment/problem';
import { answerOf } from '../../linkup/answers';
import { MAX_PAGE } from '../../linkup/client';
import { failureOf } from '../../linkup/failures';
import { sourcesOf } from '../../linkup/sources';
import type { Task } from '../../linkup/types';
import {
  bytesOfEntry,
  bytesTaken,
  entriesIn,
  type FormulaEnd,
  type FormulaEntry,
  fitted,
} from '../record/formula-entries';
import { countAsKept, countIn, termsIn } from '../record/formula-terms';
import { accountIn } from '../record/key';
import { inPassing } from '../turn';
import type { Recalculation } from './recalculation';

/** Linkup wants its list to be read once a second at most (Tasks best practices, November 2026): so long others leave it alone, in ms. */
const LOOK = 1_500;

/** How long a look waits for the document, in ms: somebody else looks otherwise. */
const PATIENCE = 1_000;

/** How long answers wait for the document to be kept, in ms. */
const KEEP_PATIENCE = 4_000;

/** A task that is older is asked for by its id, in ms: others may have ended since. */
const OLD = 60_000;

/** Most that are asked for by id in one recalculation, and how long each may take, in ms. */
const MOST_BY_ID = 20;
const ONE_BY_ID = 2_000;

/** Whether it is this execution's turn to ask Linkup for its list, which nobody else does for so many ms. */
export function mayLook(r: Recalculation, ms = LOOK): boolean {
  const { documents } = r.services;
  const taken = inPassing(r.services, PATIENCE, () => {
    const count = countIn(documents.all(), {}, '', r.now);
    if (count.looking > r.now) return false;
    documents.setAll(countAsKept({ ...count, looking: r.now + ms }));
    return true;
  });
  return taken?.result === true;
}

/** Takes what has ended lately, for whichever formula. */
export function look(r: Recalculation): void {
  if (!mayLook(r)) return;
  const page = { page: 1, pageSize: MAX_PAGE, statuses: ['completed', 'failed'] } as const;
  keepEnds(r, r.client.list({ sortBy: 'updatedAt', ...page }).tasks);
}

/** Takes what was asked in an earlier recalculation. */
export function collectOld(r: Recalculation): void {
  const old = r.waiting().filter((each) => {
    const entry = r.entryOf(each);
    return entry?.task !== undefined && r.now - entry.at > OLD;
  });
  const found: Task[] = [];
  for (const each of old.slice(0, MOST_BY_ID)) {
    if (!r.hasTime(ONE_BY_ID + KEEP_PATIENCE)) break;
    const task = r.client.get(r.entryOf(each)?.task ?? '');
    if (task) found.push(task);
    else r.trouble = new Problem(hasOtherKey(r) ? 'formula-key-gone' : 'formula-gone');
  }
  keepEnds(r, found);
}

/** Whether its owner has another key than the one that is to pay for its formulas: that one need not see what they asked. */
function hasOtherKey({ services: { user, workbook } }: Recalculation): boolean {
  const own = user.all();
  return termsIn(own, workbook.id())?.account !== accountIn(own);
}

/** Keeps the answers of tasks that formulas wait for. Those of this recalculation are shown even where they cannot be kept. */
function keepEnds(r: Recalculation, tasks: readonly Task[]): void {
  if (tasks.length === 0) return;
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const { documents } = r.services;
  for (const [name, entry] of ended(r.entries, byId, 0)) r.entries.set(name, entry);
  unlessProblem(() =>
    inPassing(r.services, KEEP_PATIENCE, () => {
      const properties = documents.all();
      r.keep(ended(entriesIn(properties), byId, bytesTaken(properties)));
    }),
  );
}

/** Those of some questions that have ended, where so much is taken: what one takes more than was kept free for it, the next has less. */
function ended(
  entries: ReadonlyMap<string, FormulaEntry>,
  byId: ReadonlyMap<string, Task>,
  before: number,
): Map<string, FormulaEntry> {
  let taken = before;
  return new Map(
    [...entries].flatMap(([name, entry]) => {
      const task = entry.end ? undefined : byId.get(entry.task ?? '');
      const end = task && endOf(entry, task, taken);
      if (!end) return [];
      const kept = settled(entry, end);
      taken += bytesOfEntry(name, kept) - bytesOfEntry(name, entry);
      return [[name, kept] as const];
    }),
  );
}

/** Of what has ended only that is kept which its cells need. */
function settled({ form, at, drawn, used }: FormulaEntry, end: FormulaEnd): FormulaEntry {
  return { form, at, drawn, used, end };
}

/** How a task has ended; undefined while it goes on. */
function endOf({ form }: FormulaEntry, { status, output, error }: Task, taken: number) {
  if (status === 'failed') {
    const failure = failureOf(error);
    const reason = failure.kind === 'failed' ? failure.reason : 'nothing was found';
    return { kind: 'failed', reason: fitted(reason, taken) } as const;
  }
  if (status !== 'completed') return undefined;
  return answerIn(form, output, taken);
}

function answerIn(form: FormulaEntry['form'], output: unknown, taken: number): FormulaEnd {
  if (form.what === 'sources') return textOf(addressesIn(output), taken);
  const [value] = answerOf(definitionOf(form), output).values;
  if (value?.kind === 'number') return { kind: 'number', number: value.number };
  if (value?.kind === 'yes/no') return { kind: 'yes/no', yes: value.yes };
  if (value?.kind === 'date') return { kind: 'text', text: value.iso };
  return textOf(value?.kind === 'text' ? value.text : '', taken);
}

function addressesIn(output: unknown): string {
  return [...new Set(sourcesOf(output).map(({ url }) => url))].join('\n');
}

function textOf(text: string, taken: number): FormulaEnd {
  return text.trim() === '' ? { kind: 'nothing' } : { kind: 'text', text: fitted(text, taken) };
}
