/** Trying one row: it is asked directly and what comes back is shown, with nothing written. Research is looked after by its task. */
import type { AnswerValue } from '../../enrichment/answer';
import { checkAgainst, checkDefinition } from '../../enrichment/check';
import { outputColumns } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd } from '../../enrichment/money';
import { asProblem, Problem, type ProblemCode } from '../../enrichment/problem';
import { type Question, questionOf } from '../../enrichment/question';
import { type RowQuestion, rowReader } from '../../enrichment/row-question';
import { answerOf } from '../../linkup/answers';
import type { Direct, Linkup } from '../../linkup/client';
import { failureOf } from '../../linkup/failures';
import { priceOf } from '../../linkup/prices';
import { sourcesOf } from '../../linkup/sources';
import { sameSubject, textOf } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import { readingOf } from '../../sheet/cells';
import { headingsToAsk } from '../../sheet/layout';
import { type Reading, readTable } from '../../sheet/reading';
import type { Sheet } from '../../sheet/spreadsheet';
import { inputsOf } from '../../sheet/table';
import { keyOf } from '../record/key';
import type { Services } from '../services';
import type { Tried } from './choice-types';
import { reasonOf } from './offer';

interface TableRow {
  readonly at: number;
  readonly question: RowQuestion;
}

interface Asked {
  readonly at: number;
  readonly text: string;
}

/** Asks one row: the selected one, or the first that can be asked. Billed once if it is answered. */
export function tryOne(services: Services, e: Enrichment): Tried {
  const { clock, user } = services;
  const client = services.linkup(keyOf(user), () => {});
  const sheet = sheetOf(services, e);
  checkDefinition(e);
  const row = rowToTry(services, sheet, rowsIn(e, readTable(sheet)));
  const question = questionOf(e, row.text);
  const startedAt = clock.now();
  if (e.type === 'research') return fromTask(e, row, startTask(client, question), 0);
  const direct = inOwnWords(() => client.direct(question));
  return fromEnd(e, row, direct, clock.now() - startedAt);
}

/** Looks after a task that a try has started, at a moment of this machine's clock. Throws `try-gone` once Linkup has forgotten it. */
export function tryAgain(services: Services, e: Enrichment, taskId: string, startedAt: number): Tried {
  const client = services.linkup(keyOf(services.user), () => {});
  const task = inOwnWords(() => client.get(taskId));
  if (!task) throw new Problem('try-gone');
  const text = textOf(task);
  const rows = rowsIn(e, readTable(sheetOf(services, e)));
  const asksIt = ({ question }: TableRow) =>
    'text' in question && sameSubject(task, questionOf(e, question.text));
  const at = rows.find(asksIt)?.at ?? 0;
  return fromTask(e, { at, text }, task, Math.max(0, services.clock.now() - startedAt));
}

function sheetOf({ workbook }: Services, e: Enrichment): Sheet {
  const sheet = workbook.sheetById(e.sheetId);
  if (!sheet) throw new Problem('sheet-gone', e.name);
  return sheet;
}

/** The rows that hold anything of the person's own. The enrichment need not be saved, and need have no columns. */
function rowsIn(e: Enrichment, reading: Reading): TableRow[] {
  const { headings, places, values, firstRow } = reading;
  const askable = headingsToAsk(e, headings, places);
  checkAgainst(e, askable);
  const reader = rowReader(e, askable);
  const ours = new Set(places.values());
  return values.flatMap((cells, i) =>
    cells.some((value, c) => value !== '' && !ours.has(c + 1))
      ? [{ at: firstRow + i, question: reader.read(inputsOf(reading, i)) }]
      : [],
  );
}

function rowToTry({ workbook }: Services, sheet: Sheet, rows: readonly TableRow[]): Asked {
  if (rows.length === 0) throw new Problem('empty-table');
  const onView = workbook.activeSheet().getSheetId() === sheet.getSheetId();
  const first = onView ? workbook.firstSelected(rows.map(({ at }) => at)) : undefined;
  const selected = rows.find(({ at }) => at === first);
  const row = selected ?? rows.find(({ question }) => 'text' in question);
  if (!row || 'unseen' in row.question) throw new Problem('nothing-to-try');
  if ('text' in row.question) return { at: row.at, text: row.question.text };
  const { blocker, column } = row.question;
  throw new Problem('row-not-asked', reasonOf({ reason: blocker, column, rows: 1 }));
}

function startTask(client: Linkup, question: Question): Task {
  return inOwnWords(() => client.research(question));
}

/** Faults whose own sentences speak of a run that goes on by itself. */
const SAID_OTHERWISE: Partial<Record<ProblemCode, ProblemCode>> = {
  network: 'not-tried',
  'server-error': 'not-tried',
  'bad-response': 'not-tried',
  bandwidth: 'try-too-fast',
  'rate-limited': 'try-too-fast',
  'queue-full': 'try-too-fast',
};

function inOwnWords<T>(ask: () => T): T {
  try {
    return ask();
  } catch (thrown) {
    const problem = asProblem(thrown);
    const code = SAID_OTHERWISE[problem.code];
    throw code ? new Problem(code, String(problem)) : problem;
  }
}

/** A task's own times say how long it took, once it has ended. */
function fromTask(e: Enrichment, row: Asked, task: Task, waited: number): Tried {
  const took = Math.max(0, Date.parse(task.updatedAt) - Date.parse(task.createdAt));
  if (task.status === 'completed') return fromEnd(e, row, { kind: 'answered', output: task.output }, took);
  if (task.status === 'failed') return fromEnd(e, row, failureOf(task.error), took);
  return { ...nothing(row, waited), outcome: 'pending', task: task.id };
}

function fromEnd(e: Enrichment, row: Asked, end: Direct, ms: number): Tried {
  if (end.kind === 'not found') return { ...nothing(row, ms), outcome: 'not found' };
  if (end.kind === 'failed') return { ...nothing(row, ms), outcome: 'failed', reason: end.reason };
  const values = valuesOf(e, answerOf(e, end.output).values);
  const sources = sourcesOf(end.output);
  return { ...nothing(row, ms), values, sources, outcome: 'done', price: inUsd(priceOf(e)) };
}

/** As the cells would read; sources are shown as a list of their own. */
function valuesOf(e: Enrichment, values: readonly AnswerValue[]): Tried['values'] {
  return outputColumns(e).flatMap(({ part, heading }, i) =>
    part === 'sources' ? [] : [{ heading, text: readingOf(values[i]) }],
  );
}

function nothing({ at, text }: Asked, ms: number): Omit<Tried, 'outcome'> {
  return { row: at, question: text, values: [], sources: [], reason: '', ms, price: 0, task: '' };
}
