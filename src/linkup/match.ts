/** Recognising our own questions in what Linkup echoes: its input comes back normalised, and in no promised order. */
import { canonicalJson } from '../enrichment/fingerprint';
import type { TaskType } from '../enrichment/options';
import { parseJson } from '../enrichment/parse';
import type { Question } from '../enrichment/question';
import type { Task } from './types';

type Input = Readonly<Record<string, unknown>>;

/** Where search and research look: options without a constant default. */
const SCOPE: Input = { includeDomains: null, excludeDomains: null, fromDate: null, toDate: null };

/**
 * Every option of the API with its default, null where it has none (reference pages and SDK fixtures, November 2026;
 * `maxResults` by the migration guide). An option that is not here is newer than this table.
 */
const DEFAULTS: Readonly<Record<TaskType, Input>> = {
  search: {
    ...SCOPE,
    depth: null,
    outputType: null,
    structuredOutputSchema: null,
    includeSources: false,
    includeInlineCitations: false,
    includeImages: false,
    maxResults: 10,
  },
  fetch: {
    mode: 'standard',
    renderJs: false,
    includeRawContent: false,
    includeRawHtml: false,
    extractImages: false,
    schema: null,
    instructions: null,
  },
  research: {
    ...SCOPE,
    outputType: null,
    structuredOutputSchema: null,
    mode: 'auto',
    reasoningDepth: 'L',
    includeImages: false,
  },
};

/**
 * Whether a task asks a question: the same type, everything that we sent, and nothing else that would change the answer.
 * What Linkup adds under a name that is new to us is no difference: taking our own task for a stranger's would bill it twice.
 */
export function asks(task: Task, question: Question): boolean {
  if (task.type !== question.type) return false;
  const defaults = DEFAULTS[question.type];
  const echo = withoutFilledDate(task, question);
  const names = new Set([...Object.keys(question.input), ...Object.keys(defaults)]);
  return [...names].every(
    (name) => comparable(defaults, name, echo[name]) === comparable(defaults, name, question.input[name]),
  );
}

/** Without an end of the range Linkup may fill in the day of creation; any other end was asked for by somebody else. */
function withoutFilledDate({ input, createdAt }: Task, question: Question): Input {
  const filled = !('toDate' in question.input) && day(input.toDate) === day(createdAt);
  return filled ? { ...input, toDate: null } : input;
}

/** An option as it counts: '' where it says no more than its default. */
function comparable(defaults: Input, name: string, value: unknown): string {
  const isEmpty = value === undefined || value === null || value === '' || isEmptyList(value);
  return isEmpty || value === defaults[name] ? '' : canonicalJson(plain(name, value));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A schema is sent as text and echoed as an object; a day may be echoed with its time. */
function plain(name: string, value: unknown): unknown {
  if (name === 'structuredOutputSchema' && typeof value === 'string') return parseJson(value);
  return name === 'fromDate' || name === 'toDate' ? day(value) : value;
}

/** The `YYYY-MM-DD` that a time begins with. */
function day(time: unknown): string {
  return String(time).slice(0, 10);
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

/**
 * Pairs what was sent with what came back: by index where that fits, by question where the order differs. These tasks answer
 * our own POST, so a type and a query or URL are enough where the order agrees, whatever else Linkup made of the options.
 */
export function pair(questions: readonly Question[], tasks: readonly Task[]): (Task | undefined)[] {
  const paired = questions.map((question, i) => {
    const task = tasks[i];
    return task && subjectOf(task) === subjectOf(question) ? task : undefined;
  });
  const used = new Set(paired);
  const rest = new TaskFinder(tasks.filter((task) => !used.has(task)));
  return questions.map((question, i) => paired[i] ?? rest.take(question));
}
