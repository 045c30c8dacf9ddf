/** Everything that Linkup and the wire can do wrong in the middle of a run: it ends rightly, and nobody pays twice. */

import { describe, expect, it } from 'vitest';
import type { Fault, LinkupKnobs } from '../../doubles/linkup';
import { countryTable, FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { whenBound } from '../../world/profile';
import { machineTalk, receipts } from '../../world/reading';
import { besidesBlanks, MENU, SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { oneIn } from '../../world/thorough';
import { World } from '../../world/world';

const ROWS = 12;
const PRICE = 0.006;

/** A run of twelve rows, four at a time, with the first four at Linkup. */
async function started(knobs: Partial<LinkupKnobs> = {}): Promise<World> {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 4, ...knobs } });
  world.save(FACTS);
  begin(world);
  return world;
}

/** Lets the trigger work, and takes up what paused, as often as a patient person would. */
function healed(world: World): void {
  for (let press = 0; press < 8; press++) {
    world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 1_200_000 });
    if (receipts(world).length > 0) return;
    world.press(MENU.check);
  }
}

/** Every row is answered rightly, every question was asked and billed once, and nobody reads about machines. */
function expectWhole(world: World): void {
  expect(wrongAnswers(world)).toEqual([]);
  expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
  expectPaidOnce(world, ROWS);
  expect(receipts(world)).toMatchObject([{ 'Rows done': String(ROWS), Note: '' }]);
}

function expectPaidOnce(world: World, most: number): void {
  const { bill } = world.linkup;
  const billed = bill.entries.flatMap(({ key, question }) => (key === 'test-key' ? [question] : []));
  expect(new Set(billed).size).toBe(billed.length);
  expect(bill.total('test-key')).toBeLessThanOrEqual(most * PRICE + 1e-9);
  expect(machineTalk(world)).toEqual([]);
  expect(world.host.triggers).toEqual([]);
  expect(world.host.executions.filter(({ outcome }) => outcome !== 'completed')).toEqual([]);
}

const ANSWERS: Record<string, Partial<Fault>> = {
  '429 queue full': { code: 'TASKS_QUEUE_LIMIT_EXCEEDED' },
  '429 rate': { code: 'TOO_MANY_REQUESTS' },
  '429 no credits': { code: 'INSUFFICIENT_FUNDS_CREDITS' },
  '429 budget reached': { code: 'EXCEED_BUDGET_LIMIT' },
  '401': { code: 'UNAUTHORIZED' },
  '402': { code: 'PAYMENT_REQUIRED' },
  '403': { code: 'FORBIDDEN' },
  '403 address': { code: 'IP_NOT_WHITELISTED' },
  '403 task type': { code: 'TASK_TYPE_NOT_SUPPORTED' },
  '500': { code: 'INTERNAL_SERVER_ERROR' },
  '504': { code: 'REQUEST_DEADLINE_EXCEEDED' },
  'a code that nobody knows': { status: 418, code: 'TEAPOT' },
  'a page of HTML with 502': { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' },
  'a page of HTML with 200': { status: 200, body: '<html>Please log in</html>' },
  'an empty 200': { status: 200, body: '' },
};

const BREAKS: Record<string, Partial<Fault>> = {
  'a timeout': { network: 'timeout' },
  'no route': { network: 'unreachable' },
  'no name': { network: 'dns' },
  'a broken certificate': { network: 'ssl' },
  'Google’s limit of bandwidth': { network: 'bandwidth' },
};

const REQUESTS = {
  POST: { method: 'POST', path: '/v1/tasks' },
  list: { method: 'GET', path: '/v1/tasks' },
} as const;

/** In turn each fault meets the first or the second request of a kind, once or for long. */
const INSTEAD = [
  ['POST', 1],
  ['POST', 4],
  ['list', 1],
  ['list', 6],
] as const;

describe.each(
  Object.entries({ ...ANSWERS, ...BREAKS }).map(([name, fault], i) => ({ name, fault, i })),
)('$name', ({ fault, i }) => {
  it.each(oneIn(4, INSTEAD, i))('instead of a %s, %i times, is survived', async (request, times) => {
    const world = await started();
    world.linkup.failNext({ ...REQUESTS[request], times, effect: 'before', ...fault });
    healed(world);
    expect(world.linkup.pendingFaults).toBe(0);
    expectWhole(world);
  });
});

const AFTER: Record<string, Partial<Fault>> = {
  '500': { code: 'INTERNAL_SERVER_ERROR' },
  '504': { code: 'REQUEST_DEADLINE_EXCEEDED' },
  'a page of HTML with 502': { status: 502, body: '<html>502 Bad Gateway</html>' },
  'a timeout': { network: 'timeout' },
  'Google’s limit of bandwidth': { network: 'bandwidth' },
  'half an answer': { truncateTo: 200 },
  'a timeout, and the effect half a minute later': { network: 'timeout', effectDelayMs: 30_000 },
};

describe.each(
  Object.entries(AFTER).map(([name, fault], i) => ({ name, fault, i })),
)('a POST that took effect, answered by $name', ({ fault, i }) => {
  it.each(oneIn(2, [1, 2], i))('%i times, is not sent again', async (times) => {
    const world = await started();
    world.linkup.failNext({ ...REQUESTS.POST, times, effect: 'after', ...fault });
    healed(world);
    expect(world.linkup.pendingFaults).toBe(0);
    expectWhole(world);
    expect(world.linkup.tasks).toHaveLength(ROWS);
  });
});

describe('a list that is cut in the middle', () => {
  it('is read again', async () => {
    const world = await started();
    world.linkup.failNext({ ...REQUESTS.list, effect: 'after', truncateTo: 500, times: 3 });
    healed(world);
    expectWhole(world);
  });
});

describe('what Linkup leaves undocumented', () => {
  it.each<[string, Partial<LinkupKnobs>]>([
    ['answers in another order', { responseOrder: 'shuffled' }],
    ['partial acceptance', { shortage: 'partial', neighbours: { slots: 2, everyMs: null, perListRead: 0 } }],
    ['both', { shortage: 'partial', responseOrder: 'shuffled', queueLimit: 3 }],
    ['ends in reverse order', { completionOrder: 'reverse' }],
    ['lists that lag', { listLagMs: 5_000 }],
    ['an echo with dates', { echoToDate: 'utc day' }],
    ['a minimal echo', { echo: 'minimal' }],
    ['other people in the queue', { neighbours: { slots: 1, everyMs: 4_000, perListRead: 0 } }],
    ['credits that are checked at the end', { creditCheck: 'completion' }],
  ])('%s changes nothing', async (_, knobs) => {
    const world = await started(knobs);
    healed(world);
    expectWhole(world);
  });
});

describe('somebody else who takes two places after every look', () => {
  // S10: a batch refused for want of places is sent again at the same size, for ever.
  whenBound('slows a run down, and does not starve it', async () => {
    const world = await started({ neighbours: { slots: 0, everyMs: null, perListRead: 2 } });
    world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 300_000 });
    expect(wrongAnswers(world)).toEqual([]);
    expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
    expect(world.linkup.tasks.filter(({ key }) => key === 'test-key')).toHaveLength(ROWS);
  });
});

describe('a question that Linkup refuses', () => {
  const LONG = `Peru ${'and its neighbours '.repeat(20)}`;

  it.each([
    'all',
    'each',
    'drop',
  ] as const)('fails its own row only, with atomicity %s', async (atomicity) => {
    const table = [...countryTable(20), [LONG], ['Peru']];
    const world = await World.open(table, { linkup: { atomicity, maxQueryLength: 200 } });
    world.save(FACTS);
    world.press(MENU.all, 'YES');
    healed(world);
    const statuses = world.column(statusOf('Facts')).map(besidesBlanks);
    expect(statuses.filter((text) => text === SAYS.done)).toHaveLength(21);
    expect(statuses[20]).toMatch(/^(Failed|Expired): .*(200 characters|again)/);
    expectPaidOnce(world, 21);
    expect(receipts(world)).toHaveLength(1);
  });
});

describe('tasks that fail', () => {
  it('say why on their rows, cost nothing, and are asked again by “Retry failed rows”', async () => {
    let broken = true;
    const failWhen: LinkupKnobs['failWhen'] = (work) =>
      broken && work.type === 'search' && /Albania|Andorra/.test(work.input.q)
        ? 'INTERNAL_SERVER_ERROR'
        : null;
    const world = await started({ failWhen });
    world.untilDone(1);
    expectPaidOnce(world, ROWS - 2);
    const failed = world
      .column(statusOf('Facts'))
      .map(besidesBlanks)
      .filter((text) => text !== SAYS.done);
    expect(failed).toEqual(Array(2).fill('Failed: Linkup had an internal error. Retry.'));
    broken = false;
    world.press(MENU.retry, 'YES');
    world.untilDone(1);
    expect(wrongAnswers(world)).toEqual([]);
    expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
    expectPaidOnce(world, ROWS);
    expect(receipts(world).map((receipt) => receipt['Questions asked'])).toEqual([String(ROWS), '2']);
  });
});
