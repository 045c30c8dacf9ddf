/** Several enrichments under way: their questions go out together, and what befalls a POST befalls nobody else's rows. */
import { expect, it } from 'vitest';
import countries from 'world-countries';
import { ExecutionKilled } from '../../doubles/google';
import type { HttpRequest, HttpResponse } from '../../doubles/http';
import type { LinkupKnobs } from '../../doubles/linkup';
import { built } from '../../world/built';
import { SAYS, statusOf } from '../../world/says';
import { ask, begin } from '../../world/sidebar';
import { slow } from '../../world/slow';
import { after, billedTwice, isPost, type Wired, wired } from '../../world/wired';

const ROWS = 30;
const TABLE = [
  ['Country', 'Page'],
  ...countries
    .filter(({ capital }) => capital.length > 0)
    .slice(0, ROWS)
    .map(({ name, cca3 }) => [name.common, `https://countries.example/${cca3.toLowerCase()}`]),
];

const PAGE = {
  name: 'Page text',
  type: 'fetch',
  template: '{{Page}}',
  shape: 'page',
  fields: [],
  options: { mode: 'standard' },
} as const;

/** Slow enough that the first enrichment still has questions to ask when the second one begins. */
const KNOBS: Partial<LinkupKnobs> = {
  queueLimit: 10,
  ...slow([20_000, 30_000]),
};

/** The types of the tasks in a POST; none of any other request. */
function typesIn(request: HttpRequest): Set<string> {
  const tasks: readonly { readonly type: string }[] = isPost(request) ? JSON.parse(request.body ?? '[]') : [];
  return new Set(tasks.map(({ type }) => type));
}

type Fate = (send: () => HttpResponse, nth: number) => HttpResponse;

/** A search and a fetch under way at once; `fate` is what befalls the POSTs that hold both, counted from 1. The number of these. */
async function both(fate: Fate = (send) => send()): Promise<{ stage: Wired; mixed: () => number }> {
  const stage = await wired(built(), TABLE, {}, KNOBS);
  stage.world.save(PAGE);
  let mixed = 0;
  stage.wire = (request, send) => {
    if (typesIn(request).size < 2) return send();
    mixed += 1;
    return fate(send, mixed);
  };
  begin(stage.world);
  return { stage, mixed: () => mixed };
}

function expectAllDone({ world, linkup }: Wired): void {
  expect(new Set(world.column(statusOf('Facts')))).toEqual(new Set([SAYS.done]));
  expect(new Set(world.column(statusOf('Page text')))).toEqual(new Set([SAYS.done]));
  expect(linkup.bill.entries).toHaveLength(2 * ROWS);
}

const REFUSED: HttpResponse = {
  status: 400,
  headers: {},
  body: JSON.stringify({
    statusCode: 400,
    error: { code: 'VALIDATION_ERROR', message: 'The request is not valid', details: [] },
  }),
};

it('share the places of the queue in one request, a search and a fetch together', async () => {
  const { stage, mixed } = await both();
  after(stage, 60);
  expect(mixed()).toBeGreaterThan(2);
  expectAllDone(stage);
});

it('ask in requests of their own where Linkup refuses one with both, and go together again later', async () => {
  const { stage, mixed } = await both((send, nth) => (nth === 1 ? REFUSED : send()));
  after(stage, 60);
  expect(mixed()).toBeGreaterThan(1);
  expectAllDone(stage);
});

it('end as well where Linkup never takes both together', async () => {
  const { stage } = await both(() => REFUSED);
  after(stage, 120);
  expectAllDone(stage);
});

it('are each told what became of theirs where the answer to both is lost', async () => {
  const { stage, mixed } = await both((send, nth) => {
    const response = send();
    return nth === 1 ? { ...response, status: 502, body: 'Bad gateway' } : response;
  });
  after(stage, 90);
  expect(mixed()).toBeGreaterThan(1);
  expect(billedTwice(stage)).toEqual([]);
  expectAllDone(stage);
});

it('are each asked once more where a request with both never arrived', async () => {
  const lost: HttpResponse = { status: 502, headers: {}, body: 'Bad gateway' };
  const { stage, mixed } = await both((send, nth) => (nth === 1 ? lost : send()));
  after(stage, 90);
  expect(mixed()).toBeGreaterThan(1);
  expect(billedTwice(stage)).toEqual([]);
  expectAllDone(stage);
});

it('are neither asked twice nor left alone where the execution dies after a request with both', async () => {
  const { stage } = await both();
  const { host } = stage.world;
  const killed = (): boolean => host.executions.at(-1)?.outcome === 'killed';
  stage.wire = (request, send) => {
    const response = send();
    if (typesIn(request).size === 2) host.onServiceCall = killer;
    return response;
  };
  host.runClock({ until: killed, limitMs: 600_000 });
  host.onServiceCall = undefined;
  stage.wire = (_request, send) => send();
  after(stage, 90);
  expect(billedTwice(stage)).toEqual([]);
  expectAllDone(stage);
});

it('end each for itself: one whose column was deleted holds up nobody who shared a request with it', async () => {
  const { stage } = await both();
  const { world, linkup } = stage;
  const { host } = world;
  stage.wire = (request, send) => {
    const response = send();
    if (typesIn(request).size === 2) host.onServiceCall = killer;
    return response;
  };
  host.runClock({ until: () => host.executions.at(-1)?.outcome === 'killed', limitMs: 600_000 });
  host.onServiceCall = undefined;
  stage.wire = (_request, send) => send();
  const at = world.sheet.displayRows()[0]?.indexOf('Page text') ?? -1;
  world.sheet.deleteColumns(at + 1, 1);
  after(stage, 90);
  expect(new Set(world.column(statusOf('Facts')))).toEqual(new Set([SAYS.done]));
  expect(ask(world, 'progress', { id: idOf(stage, 'Facts') })).toMatchObject({ state: 'ended' });
  expect(linkup.bill.entries.filter(({ type }) => type === 'search')).toHaveLength(ROWS);
});

it('take nothing from the one of them that is stopped, and the other goes on', async () => {
  const { stage } = await both();
  const { world, linkup } = stage;
  ask(world, 'stop', { id: idOf(stage, 'Facts') });
  after(stage, 60);
  expect(new Set(world.column(statusOf('Page text')))).toEqual(new Set([SAYS.done]));
  const searched = linkup.bill.entries.filter(({ type }) => type === 'search');
  expect(world.column(statusOf('Facts')).filter((text) => text === SAYS.done)).toHaveLength(searched.length);
  expect(searched.length).toBeLessThan(ROWS);
});

function killer(): void {
  throw new ExecutionKilled(undefined, 'lost');
}

function idOf({ world }: Wired, name: string): string {
  return ask(world, 'start', null).enrichments.find((each) => each.name === name)?.id ?? '';
}
