/** Finding our own tasks in Linkup's list, when the answer to their POST was lost or a sheet forgot their ids. */
import { canonicalJson } from '../enrichment/fingerprint';
import { grouped } from '../enrichment/grouped';
import type { Question } from '../enrichment/question';
import { agrees, differences, mayAsk } from './shape';
import { exactSubject, type SubjectOf, subjectHash, unsharedSubject } from './subject';
import type { Task } from './types';

/** A question that is looked for. Where its text is lost (its row was edited, deleted or is loading), `hash` names its subject. */
export interface Sought {
  /** The question; where its text is lost, only its type and options count. */
  readonly question: Question;
  /** Its `subjectHash`, as an intent noted it, where that is all that is known. */
  readonly hash?: string;
  /** Which tasks come into question at all, such as those of the time in which it was sent; any where it is missing. */
  readonly within?: (task: Task) => boolean;
}

/** A task; or none; or `undecided`: some task could be this question's or another one's, so this one is not proved absent. */
export type Found = Task | 'undecided' | undefined;

/**
 * Looks for a task for each question, each task at most once, and none that a ledger or record of the document names already.
 * A subject that means the same as another one of ours decides nothing, unless it is the same to the letter. Ask once for all
 * runs of a document: who asks for one run after the other gives the first what is the second's.
 */
export function findTasks(
  sought: readonly Sought[],
  tasks: readonly Task[],
  isNamed: (id: string) => boolean,
): Found[] {
  const search = new Search(
    sought,
    tasks.filter(({ id }) => !isNamed(id)),
  );
  const written = sought.filter(({ hash }) => hash === undefined).map(({ question }) => question);
  const unshared = unsharedSubject(written);
  search.look(exactSubject, ifWritten(exactSubject));
  search.look(unshared, ifWritten(unshared));
  if (written.length < sought.length) search.look(subjectHash, ifAlone(sought));
  return search.results();
}

type NameOf = (item: Sought) => string | undefined;

function ifWritten(subjectOf: SubjectOf): NameOf {
  return ({ question, hash }) => (hash === undefined ? subjectOf(question) : undefined);
}

/** The hash of a question whose text is lost, unless another question with the same options has it too. */
function ifAlone(sought: readonly Sought[]): NameOf {
  const times = new Map<string, number>();
  for (const item of sought) times.set(nameWithOptions(item), (times.get(nameWithOptions(item)) ?? 0) + 1);
  return (item) => (times.get(nameWithOptions(item)) === 1 ? item.hash : undefined);
}

function hashOf({ question, hash }: Sought): string {
  return hash ?? subjectHash(question);
}

function nameWithOptions(item: Sought): string {
  const { q, url, ...options } = item.question.input;
  return `${hashOf(item)} ${canonicalJson(options)}`;
}

/** A search as it goes on. */
class Search {
  private readonly free: Set<Task>;
  private readonly found: (Task | undefined)[];

  constructor(
    private readonly sought: readonly Sought[],
    tasks: readonly Task[],
  ) {
    this.free = new Set(tasks);
    this.found = sought.map(() => undefined);
  }

  /** Gives what is left free to whoever is left without, where both have the same name. */
  look(subjectOf: SubjectOf, nameOf: NameOf): void {
    const tasks = grouped(this.free, subjectOf);
    for (const [i, item] of this.sought.entries()) {
      const named = this.found[i] ? [] : (tasks.get(nameOf(item) ?? '') ?? []);
      const task = likeliest(
        named.filter((each) => this.free.has(each)),
        item,
      );
      if (!task) continue;
      this.found[i] = task;
      this.free.delete(task);
    }
  }

  results(): Found[] {
    const left =
      this.free.size === 0 || this.found.every(Boolean) ? undefined : grouped(this.free, subjectHash);
    return this.sought.map((item, i) => {
      const could = left
        ?.get(hashOf(item))
        ?.some((task) => mayAsk(task, item.question) && isWithin(task, item));
      return this.found[i] ?? (could ? 'undecided' : undefined);
    });
  }
}

/** Of tasks that agree with a question, the one most like it; completed before running before failed. */
function likeliest(tasks: readonly Task[], item: Sought): Task | undefined {
  const ranked = tasks
    .filter((task) => agrees(task, item.question) && isWithin(task, item))
    .map((task) => ({ task, rank: 3 * differences(task, item.question) + rankOf(task) }));
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.task;
}

function isWithin(task: Task, { within }: Sought): boolean {
  return within?.(task) ?? true;
}

function rankOf({ status }: Task): number {
  if (status === 'completed') return 0;
  return status === 'failed' ? 2 : 1;
}
