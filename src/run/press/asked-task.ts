/** A single question that is asked as a task and outlives the page: its id is noted at once, and where it got lost it is looked for in Linkup's list. */
import type { Money } from '../../enrichment/money';
import { asProblem, orLog, Problem, type ProblemCode } from '../../enrichment/problem';
import type { Question } from '../../enrichment/question';
import type { Linkup } from '../../linkup/client';
import type { Task } from '../../linkup/types';
import { glance, unhurried } from '../cycle/read-back';
import { keyOf } from '../record/key';
import { MonthCount } from '../record/month';
import type { Services } from '../services';
import { looked } from './try-faults';

/** A question that was sent. */
export interface AskedTask {
  /** When, in ms since 1970. */
  readonly at: number;
  /** '' while no id is known. */
  readonly task: string;
}

/** The problems of a kind of question, each in its own words. */
export interface Faults {
  /** Linkup has forgotten it. */
  readonly gone: ProblemCode;
  /** Linkup does not tell how far it is. */
  readonly unseen: ProblemCode;
  /** It never arrived. */
  readonly lost: ProblemCode;
}

/** Its note, with whoever pays for it. */
export interface Note {
  readonly faults: Faults;
  /** Whether a task of Linkup's list is the one. */
  readonly isIt: (task: Task) => boolean;
  /** Its id has become known. */
  readonly found: (task: Task) => unknown;
  /** It never arrived. */
  readonly lost: () => void;
}

/** Faults of a question that may have been billed all the same. */
const PERHAPS_BILLED: readonly ProblemCode[] = ['not-tried', 'unexpected'];

/** A question counts for the person's own limit at its price, unless it certainly is not billed. Throws `own-limit`. */
export function counted<T>(services: Services, price: Money, step: () => T): T {
  const month = new MonthCount(services);
  month.spend(price);
  try {
    return step();
  } catch (thrown) {
    if (!PERHAPS_BILLED.includes(asProblem(thrown).code)) orLog(() => month.giveBack(price));
    throw thrown;
  }
}

/** Asks Linkup for the task. */
export function createTask(client: Linkup, question: Question): Task {
  if (question.type === 'research') return client.research(question);
  const [task] = client.submit([question]);
  if (!task) throw new Problem('bad-response', 'no task');
  return task;
}

/** The task as Linkup knows it now; undefined while it may still arrive. Throws one of the note's faults. */
export function taskOf(services: Services, asked: AskedTask, note: Note): Task | undefined {
  const client = services.linkup(keyOf(services.user));
  return asked.task === '' ? found(services, client, asked, note) : known(client, asked.task, note.faults);
}

/** The task of an id. Throws `gone` once Linkup has forgotten it. */
export function known(client: Linkup, id: string, { gone, unseen }: Faults): Task {
  const task = looked(unseen, () => client.get(id));
  if (!task) throw new Problem(gone);
  return task;
}

/** How far Linkup's clock and Google's may be apart, in ms. */
const SKEW = 60_000;

/** So long after its POST a task that is not in the list is not expected any more, in ms: the POST itself had a minute. */
const LOST_AFTER = 3 * 60_000;

/** By what it asks; noted, so that it is not looked for again. */
function found({ clock }: Services, client: Linkup, { at }: AskedTask, note: Note): Task | undefined {
  const stretch = { since: at - SKEW, until: Number.POSITIVE_INFINITY };
  const { unseen, lost } = note.faults;
  const { tasks, whole } = looked(unseen, () => glance(unhurried(client, clock), stretch));
  const task = tasks.find(note.isIt);
  if (task) orLog(() => note.found(task));
  if (task || clock.now() - at < LOST_AFTER) return task;
  if (!whole) throw new Problem(unseen);
  note.lost();
  throw new Problem(lost);
}
