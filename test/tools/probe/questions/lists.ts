/** Questions about GET /tasks: what is in it, in which order, and for how long. */
import type { Task } from '../../../../src/linkup/types';
import { codeOf, type Evidence, hasEnded, pageIn } from '../evidence';
import { ofKnob, open, other, type Question, type Scalar, settled, withoutKnob } from '../question';
import type { StepName } from '../requests';
import { answerTo } from './readings';

/** In their order. */
export const LISTS: readonly Question[] = [
  ofKnob('queueLimit', {
    id: 'queue-limit',
    asks: 'What is quota.limit for this account?',
    sends: ['oldest'],
    difference: 'Runs are quicker or slower; the add-on reads the limit before each batch.',
    adapts: true,
    read: (evidence) => {
      const limit = evidence.page('oldest')?.quota.limit;
      return limit === undefined ? open('the list cannot be read') : settled(limit);
    },
  }),
  withoutKnob({
    id: 'readable',
    asks: 'Can the add-on read every page of the list that it was given?',
    basis: 'documented',
    expected: true,
    sends: ['oldest', 'poll'],
    difference:
      'Answers that are paid for would not be found: the add-on would have to be changed before it is used.',
    adapts: false,
    read: (evidence) => {
      const names: readonly StepName[] = ['oldest', 'listedAtOnce', 'poll', 'tie'];
      const pages = names.filter((name) => evidence.last(name)?.status === 200);
      const bad = pages.filter((name) => evidence.page(name)?.unreadable !== 0);
      return pages.length === 0
        ? open('no list was given')
        : settled(bad.length === 0, bad.length === 0 ? 'all of them' : `not ${bad.join(', ')}`);
    },
  }),
  withoutKnob({
    id: 'poll-filter',
    asks: 'Does the list that the add-on polls hold ended tasks only, the last one to end first?',
    basis: 'documented',
    expected: true,
    sends: ['batch', 'poll'],
    difference:
      'Answers that are paid for would be found late, by their ids: the add-on would have to be changed.',
    adapts: false,
    read: (evidence) => {
      const pages = evidence.all('poll').flatMap((exchange) => pageIn(exchange) ?? []);
      if (pages.every(({ tasks }) => tasks.length === 0)) return open('nothing was in it');
      const isOther = pages.find(({ tasks }) => !tasks.every(hasEnded) || !isFalling(tasks, 'updatedAt'));
      return settled(isOther === undefined, `${pages.length} pages${isOther ? ', not all of them' : ''}`);
    },
  }),
  withoutKnob({
    id: 'unknown-task',
    asks: 'What does the id of a task get that nobody has?',
    basis: 'documented',
    expected: '404 TASK_NOT_FOUND',
    sends: ['unknownTask'],
    difference:
      'Rows whose tasks Linkup has forgotten would hold up their run until a person ends it, in place of being told as expired.',
    adapts: false,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'unknownTask');
      return settled([exchange.status, codeOf(exchange)].filter(Boolean).join(' '));
    },
  }),
  ofKnob('listLagMs', {
    id: 'list-lag',
    turn: atLeast,
    sends: ['batch', 'listedAtOnce'],
    difference:
      'A task that is not listed yet is looked for again; the add-on believes in its absence only after minutes and two listings.',
    adapts: true,
    read: (evidence, { listLagMs }) => {
      const created = evidence.created('batch');
      const listed = evidence.page('listedAtOnce');
      if (!created || !listed) return open('the batch or the list was refused');
      const ids = new Set(listed.tasks.map(({ id }) => id));
      if (created.every((task) => task && ids.has(task.id))) return settled(0, 'all at once');
      const gap = Math.max(1, answerTo(evidence, 'listedAtOnce').sentAt - answerTo(evidence, 'batch').sentAt);
      return settled(Math.max(gap, listLagMs), `not all of them after ${gap} ms`);
    },
  }),
  ofKnob('retentionMs', {
    id: 'retention',
    turn: atLeast,
    asks: 'Is there a task in the list that ended longer ago than the local Linkup keeps one?',
    sends: ['oldest'],
    difference: 'The longer they are kept, the longer a run can be left alone before its answers are lost.',
    adapts: true,
    read: (evidence, { retentionMs }) => {
      const [task] = evidence.page('oldest')?.tasks ?? [];
      if (!task || !hasEnded(task)) return open('the account is too new: there is no old task to see');
      const age = (evidence.last('oldest')?.sentAt ?? 0) - Date.parse(task.updatedAt);
      const seen = `the oldest ended ${Math.round(age / 3_600_000)} hours ago`;
      return age > retentionMs ? settled(age, seen) : open(seen);
    },
  }),
  ofKnob('tieOrder', {
    id: 'ties',
    asks: 'Are the tasks of one batch, created at the same time, listed in the same order at each reading and page size?',
    sends: ['batch', 'tie', 'tieAgain', 'tieSmaller'],
    difference:
      'A task may be on neither of two pages; the add-on believes in its absence only after two listings with different page sizes.',
    adapts: true,
    read: (evidence) => {
      const [first, again, smaller] = (['tie', 'tieAgain', 'tieSmaller'] as const).map((name) =>
        tied(evidence, name),
      );
      if (!first || !again || !smaller)
        return open('no two tasks of the batch have the same time, or a list was refused');
      if (first !== again) return settled('any');
      return settled(first === smaller ? 'stable' : 'by page');
    },
  }),
  ofKnob('defaultSortBy', {
    id: 'default-sort',
    sends: ['unsorted'],
    difference: 'Nothing: the add-on always says by what.',
    adapts: true,
    read: (evidence) => {
      const tasks = evidence.page('unsorted')?.tasks ?? [];
      if (tasks.length < 2) return open('the list was refused, or has too few tasks');
      const byCreation = isFalling(tasks, 'createdAt');
      const byUpdate = isFalling(tasks, 'updatedAt');
      if (byCreation && byUpdate) return open('both orders are the same here');
      if (byCreation) return settled('createdAt');
      return byUpdate ? settled('updatedAt') : other('by neither of its times');
    },
  }),
];

function atLeast(ms: Scalar): string {
  return `at least ${ms}`;
}

/** The batch's tasks with the same time as another one of it, in the order of a list. */
function tied(evidence: Evidence, name: StepName): string | undefined {
  const created = (evidence.created('batch') ?? []).flatMap((task) => task ?? []);
  const alike = created.filter((task) =>
    created.some((each) => each !== task && each.createdAt === task.createdAt),
  );
  const ids = alike.map(({ id }) => id);
  const listed = evidence.page(name)?.tasks.filter(({ id }) => ids.includes(id)) ?? [];
  return ids.length > 1 && listed.length === ids.length ? listed.map(({ id }) => id).join() : undefined;
}

function isFalling(tasks: readonly Task[], time: 'createdAt' | 'updatedAt'): boolean {
  return tasks.every((task, i) => i === 0 || task[time] <= (tasks[i - 1]?.[time] ?? ''));
}
