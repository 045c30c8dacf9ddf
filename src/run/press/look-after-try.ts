/** Looking after a try that was asked as a task: until it has ended, on whatever day, and also where its id got lost. */
import type { Enrichment } from '../../enrichment/definition';
import { Problem, unlessProblem } from '../../enrichment/problem';
import { questionOf } from '../../enrichment/question';
import type { Linkup } from '../../linkup/client';
import { agrees } from '../../linkup/shape';
import { sameSubject, textOf } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import { glance } from '../cycle/read-back';
import { type KeptTry, triesOf } from '../record/kept-tries';
import { keyOf } from '../record/key';
import type { TryEnd } from '../record/try-end';
import type { Services } from '../services';
import type { Tried } from './choice-types';
import { rowsNow, type TableRow } from './row-to-try';
import { endOfTask, pending, shown } from './tried';
import { looked, noted } from './try-faults';

/** A try as the page knows it. */
export interface TryToLook {
  /** What it is kept under; '' where it is not kept. */
  readonly kept: string;
  readonly task: string;
  /** By this machine's clock, in ms since 1970. */
  readonly startedAt: number;
}

/** Looks how far a try is. Throws `try-gone` once Linkup has forgotten it, `try-lost` where it never arrived. */
export function tryAgain(services: Services, e: Enrichment, look: TryToLook): Tried {
  const kept = look.kept === '' ? undefined : triesOf(services).of(look.kept);
  return kept ? lookAfter(services, kept) : lookAtTask(services, e, look);
}

/** A try that is kept, as far as it is known here, without asking anybody. */
export function asKept({ asked, row, question, task, id, at, end }: KeptTry, now: number): Tried {
  const place = { at: row, text: question };
  if (end) return shown(asked, place, end, { task: '', kept: id });
  return pending(place, now - at, { task, kept: id });
}

/** How a kept try has ended, as Linkup knows it where it is not kept; undefined while it goes on. */
export function endOfKept(services: Services, kept: KeptTry): TryEnd | undefined {
  if (kept.end) return kept.end;
  const client = services.linkup(keyOf(services.user));
  const task = kept.task === '' ? found(services, client, kept) : known(client, kept.task);
  return task && endOfTask(kept.asked, task);
}

function lookAfter(services: Services, kept: KeptTry): Tried {
  const end = endOfKept(services, kept);
  if (!end) return asKept(kept, services.clock.now());
  if (!kept.end) noted(() => triesOf(services).add(kept.id, { end }));
  const asksIt = ({ question }: TableRow): boolean =>
    'text' in question && question.fingerprint === kept.fingerprint;
  // Only for the page: the table may be another by now, and what was paid for is shown all the same.
  const at = unlessProblem(() => rowsNow(services, kept.asked).find(asksIt)?.at) ?? 0;
  return shown(kept.asked, { at, text: kept.question }, end, { task: '', kept: kept.id });
}

function lookAtTask(services: Services, e: Enrichment, { task: id, startedAt }: TryToLook): Tried {
  const task = known(services.linkup(keyOf(services.user)), id);
  const end = endOfTask(e, task);
  const asksIt = ({ question }: TableRow): boolean =>
    'text' in question && sameSubject(task, questionOf(e, question.text));
  const row = { at: rowsNow(services, e).find(asksIt)?.at ?? 0, text: textOf(task) };
  if (end) return shown(e, row, end, { task: '', kept: '' });
  return pending(row, services.clock.now() - startedAt, { task: id, kept: '' });
}

function known(client: Linkup, id: string): Task {
  const task = looked(() => client.get(id));
  if (!task) throw new Problem('try-gone');
  return task;
}

/** How far Linkup's clock and Google's may be apart, in ms. */
const SKEW = 60_000;

/** So long after its POST a task that is not in the list is not expected any more, in ms: the POST itself had a minute. */
const LOST_AFTER = 3 * 60_000;

/** Linkup wants its list to be read once a second (Tasks best practices, November 2026), in ms. */
const BETWEEN_PAGES = 1_000;

/** The task of a try whose id got lost, by what it asks; noted, so that it is not looked for again. */
function found(services: Services, client: Linkup, kept: KeptTry): Task | undefined {
  const { clock } = services;
  const question = questionOf(kept.asked, kept.question);
  const stretch = { since: kept.at - SKEW, until: Number.POSITIVE_INFINITY };
  const { tasks, whole } = looked(() => glance(unhurried(client, clock), stretch));
  const task = tasks.find((each) => sameSubject(each, question) && agrees(each, question));
  const tries = triesOf(services);
  if (task) noted(() => tries.add(kept.id, { task: task.id }) && tries.forgetBefore(kept));
  if (task || clock.now() - kept.at < LOST_AFTER) return task;
  if (!whole) throw new Problem('try-unseen');
  tries.forget(kept.id);
  throw new Problem('try-lost');
}

/** Another day the list may have many pages. */
function unhurried(client: Linkup, clock: Services['clock']): Linkup {
  const list: Linkup['list'] = (query) => {
    if (query.page > 1) clock.sleep(BETWEEN_PAGES);
    return client.list(query);
  };
  return { ...client, list };
}
