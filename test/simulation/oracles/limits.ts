/** Promise 8: batches of 100, one list a second, six minutes. */
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

const MOST_TASKS = 100;
const POLL_MS = 1_000;

/** Looks at everything that went over the wire, and at how long executions took. */
export function checkLimits(stage: Stage): Violation[] {
  const { wire, host, tally } = stage;
  const large = wire.sent
    .filter(({ tasks }) => tasks > MOST_TASKS)
    .map(({ tasks }) => violation(8, `a POST of ${tasks} tasks`));
  // Two executions that both believe to be alone cannot keep a rhythm together.
  const lists = 'lock lost' in tally.faults ? [] : wire.sent.filter(({ url }) => url.includes('/v1/tasks?'));
  const quick = lists
    .slice(1)
    .map(({ at }, i) => at - (lists[i]?.at ?? 0))
    .filter((gap) => gap < POLL_MS)
    .map((gap) => violation(8, `two lists within ${gap} ms`));
  const endless = host.executions
    .filter(({ outcome }) => outcome === 'timed out')
    .map(({ id, fn }) => violation(8, `execution ${id} (${fn}) ran into Google's six minutes`));
  return [...large, ...quick, ...endless, ...readAgain(stage)];
}

/** Tasks behind the first page of the list that may be read twice, for two looks overlap. */
const SPARE = 2_000;

/** Faults after which a look may begin as far back as the one before. */
const BACK = /^(list|post|\d|flush|lock|prop|fetch|read|band)/;

/** Where nothing goes wrong, what a look at the list has told need not be read again by later ones. */
function readAgain({ wire, linkup, tally }: Stage): Violation[] {
  if (tally.kills > 0 || Object.keys(tally.faults).some((kind) => BACK.test(kind))) return [];
  const further = wire.sent.filter(({ url }) => /sortBy=updatedAt/.test(url) && !/[?&]page=1(&|$)/.test(url));
  const read = further.reduce((sum, { url }) => sum + Number(/pageSize=(\d+)/.exec(url)?.[1] ?? 0), 0);
  const most = SPARE + 3 * linkup.tasks.length;
  return read <= most
    ? []
    : [violation(8, `${read} tasks were read behind the first page, of ${linkup.tasks.length}`)];
}
