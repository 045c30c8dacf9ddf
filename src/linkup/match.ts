/** Recognising our own questions in what Linkup echoes: its input comes back normalised, and in no promised order. */
import { canonicalJson } from '../enrichment/fingerprint';
import { parseJson } from '../enrichment/parse';
import type { Question } from '../enrichment/question';
import type { Task } from './types';

/** Defaults that the API fills in where nothing was sent (tasks reference and SDK fixtures, November 2026). */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  includeImages: false,
  includeInlineCitations: false,
  includeSources: false,
  renderJs: false,
  includeRawContent: false,
  includeRawHtml: false,
  extractImages: false,
};

/** Filled in by the server when they were not sent, with values that cannot be foreseen. */
const FILLED_BY_SERVER = ['fromDate', 'toDate', 'maxResults'];

/** Whether a task asks a question: type and every parameter, apart from what the server fills in by itself. */
export function asks(task: Task, question: Question): boolean {
  return (
    task.type === question.type && comparable(task.input, question) === comparable(question.input, question)
  );
}

function comparable(input: Readonly<Record<string, unknown>>, question: Question): string {
  const members: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const foreign = FILLED_BY_SERVER.includes(key) && !(key in question.input);
    if (!foreign && !isDefault(key, value)) members[key] = plain(key, value);
  }
  return canonicalJson(members);
}

function isDefault(key: string, value: unknown): boolean {
  return value === null || value === undefined || DEFAULTS[key] === value || isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A schema is sent as text and echoed as an object. */
function plain(key: string, value: unknown): unknown {
  return key === 'structuredOutputSchema' && typeof value === 'string' ? parseJson(value) : value;
}

/** What a question and a task are first compared by: the type and the query or URL. */
export function subjectOf(item: { type: string; input: Readonly<Record<string, unknown>> }): string {
  return `${item.type} ${String(item.input.q ?? item.input.url ?? '')}`;
}

/** Finds tasks by question, each task at most once. */
export class TaskFinder {
  private readonly bySubject = new Map<string, Task[]>();

  constructor(tasks: readonly Task[]) {
    for (const task of tasks) {
      const same = this.bySubject.get(subjectOf(task));
      if (same) same.push(task);
      else this.bySubject.set(subjectOf(task), [task]);
    }
  }

  /** Takes a task that asks the question, completed ones first; undefined where none is left. */
  take(question: Question): Task | undefined {
    const candidates = this.bySubject.get(subjectOf(question)) ?? [];
    const fitting = candidates.filter((task) => asks(task, question));
    const found =
      fitting.find((task) => task.status === 'completed') ??
      fitting.find((t) => t.status !== 'failed') ??
      fitting[0];
    if (found) candidates.splice(candidates.indexOf(found), 1);
    return found;
  }
}

/** Pairs what was sent with what came back: by index where that fits, by question where the order differs. */
export function pair(questions: readonly Question[], tasks: readonly Task[]): (Task | undefined)[] {
  const paired = questions.map((question, i) => {
    const task = tasks[i];
    return task && asks(task, question) ? task : undefined;
  });
  const used = new Set(paired);
  const rest = new TaskFinder(tasks.filter((task) => !used.has(task)));
  return questions.map((question, i) => paired[i] ?? rest.take(question));
}
