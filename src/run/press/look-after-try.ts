/** Looking after a try that was asked as a task: until it has ended, on whatever day, and also where its id got lost. */
import type { Enrichment } from '../../enrichment/definition';
import { orLog, unlessProblem } from '../../enrichment/problem';
import { questionOf } from '../../enrichment/question';
import { agrees } from '../../linkup/shape';
import { sameSubject, textOf } from '../../linkup/subject';
import { type KeptTry, triesOf } from '../record/kept-tries';
import { keyOf } from '../record/key';
import type { TryEnd } from '../record/try-end';
import type { Services } from '../services';
import { type Faults, known, type Note, taskOf } from './asked-task';
import type { Tried } from './choice-types';
import { rowsNow, type TableRow } from './row-to-try';
import { endOfTask, pending, shown } from './tried';

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
export function triedOf({ asked, row, question, task, id, at, end }: KeptTry, now: number): Tried {
  const place = { at: row, text: question };
  if (end) return shown(asked, place, end, { task: '', kept: id });
  return pending(place, now - at, { task, kept: id });
}

/** How a kept try has ended, as Linkup knows it where it is not kept; undefined while it goes on. */
export function endOfKept(services: Services, kept: KeptTry): TryEnd | undefined {
  if (kept.end) return kept.end;
  const task = taskOf(services, kept, noteOf(services, kept));
  return task && endOfTask(kept.asked, task);
}

function lookAfter(services: Services, kept: KeptTry): Tried {
  const end = endOfKept(services, kept);
  if (!end) return triedOf(kept, services.clock.now());
  if (!kept.end) orLog(() => triesOf(services).add(kept.id, { end }));
  const asksIt = ({ question }: TableRow): boolean =>
    'text' in question && question.fingerprint === kept.fingerprint;
  // Only for the page: the table may be another by now, and what was paid for is shown all the same.
  const at = unlessProblem(() => rowsNow(services, kept.asked).find(asksIt)?.at) ?? 0;
  return shown(kept.asked, { at, text: kept.question }, end, { task: '', kept: kept.id });
}

function lookAtTask(services: Services, e: Enrichment, { task: id, startedAt }: TryToLook): Tried {
  const task = known(services.linkup(keyOf(services.user)), id, OF_TRIES);
  const end = endOfTask(e, task);
  const asksIt = ({ question }: TableRow): boolean =>
    'text' in question && sameSubject(task, questionOf(e, question.text));
  const row = { at: rowsNow(services, e).find(asksIt)?.at ?? 0, text: textOf(task) };
  if (end) return shown(e, row, end, { task: '', kept: '' });
  return pending(row, services.clock.now() - startedAt, { task: id, kept: '' });
}

const OF_TRIES: Faults = { gone: 'try-gone', unseen: 'try-unseen', lost: 'try-lost' };

/** How its note knows it, and keeps what becomes known. */
function noteOf(services: Services, kept: KeptTry): Note {
  const tries = triesOf(services);
  const question = questionOf(kept.asked, kept.question);
  return {
    faults: OF_TRIES,
    isIt: (task) => sameSubject(task, question) && agrees(task, question),
    found: ({ id: task }) => tries.add(kept.id, { task }) && tries.forgetBefore(kept),
    lost: () => tries.forget(kept.id),
  };
}
