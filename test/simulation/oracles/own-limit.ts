/** Promise 7, over all runs of a person: what they let a month cost is passed neither by what they agree to nor by what is billed. */
import type { TaskRecord } from '../../doubles/linkup';
import type { Agreement, SeenRun } from '../engine/runs';
import type { Stage } from '../engine/stage';
import { askersOf, billedTasks } from './money';
import { type Violation, violation } from './violation';

/** The dust of binary fractions. */
const DUST = 1e-9;

/** Simulated time stays within one month. */
export function checkOwnLimits(stage: Stage): Violation[] {
  const { limits, runs } = stage;
  if (limits.size === 0) return [];
  const asked = billedTasks(stage).map((task) => ({ task, by: askersOf(stage, task) }));
  const begun = runs.seen.flatMap((run) => checkStart(stage, run, asked));
  return [
    ...begun,
    ...checkBill(stage, [...limits.keys()]),
    ...[...limits.keys()].flatMap((user) => checkBill(stage, [user])),
  ];
}

/** A task that was billed, with the runs that may have asked it. */
interface Asked {
  readonly task: TaskRecord;
  readonly by: readonly SeenRun[];
}

/** As a run begins: what it may cost, what those may cost that go on, and what was billed to those that have ended. */
function checkStart({ limits, runs, skewMs }: Stage, run: SeenRun, asked: readonly Asked[]): Violation[] {
  const { user } = run.agreement;
  const limit = limits.get(user);
  if (limit === undefined) return [];
  // Of one that somebody else goes on with, each of them owes a part that nobody outside can tell.
  const theirs = runs.seen.filter(
    ({ agreement, carried }) => agreement.user === user && carried.length === 0,
  );
  const open = theirs.filter(({ id }) => id !== run.id && run.beside.includes(id));
  // What several draw on is promised once, until the last of them has ended.
  const promises = new Set([run, ...open].map(({ agreement }) => agreement));
  const ended = theirs.filter((each) => !promises.has(each.agreement) && each.beganAt <= run.beganAt);
  const spent = asked.filter(
    ({ task, by }) =>
      task.createdAt - skewMs < run.beganAt && by.length > 0 && by.every((each) => ended.includes(each)),
  );
  const promised = [...promises].reduce((sum, agreement) => sum + promisedBy(agreement), 0);
  const counted = spent.reduce((sum, { task }) => sum + task.price, promised);
  return counted > limit + DUST
    ? [violation(7, `run ${run.id} began with $${counted} spent or agreed to, and $${limit} a month allowed`)]
    : [];
}

/** A start of a schedule promises no more than its rows cost, which nobody outside can tell: what it is billed is held against the limit. */
function promisedBy({ cap, refresh }: Agreement): number {
  return refresh ? 0 : cap;
}

/** What was billed to keys that only these people use, for tries as well. */
function checkBill({ limits, keys, linkup, foreign }: Stage, people: readonly string[]): Violation[] {
  const isTheirs = (key: string): boolean => {
    const users = [...keys].filter(([, used]) => used.has(key)).map(([user]) => user);
    return users.length > 0 && users.every((user) => people.includes(user));
  };
  const spent = linkup.bill.entries
    .filter(({ key, taskId }) => isTheirs(key) && !foreign.has(taskId ?? ''))
    .reduce((sum, { price }) => sum + price, 0);
  const limit = people.reduce((sum, user) => sum + (limits.get(user) ?? 0), 0);
  return spent > limit + DUST
    ? [violation(7, `${people.join(' and ')} were billed $${spent}, and allowed $${limit} a month`)]
    : [];
}
