/** Questions of which nobody knows whether they were asked: they are looked for first, and asked again only by whoever says so. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import { rectOf } from '../../doubles/google/model/geometry';
import type { HttpRequest, HttpResponse } from '../../doubles/http';
import { LinkupDouble } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { DRAFT, twinOf } from '../../world/drafts';
import { lastDialog, leftovers, receipts } from '../../world/reading';
import { MENU } from '../../world/says';
import { ask, codeOf, enrich, saved } from '../../world/sidebar';
import { World } from '../../world/world';

const MINUTE = 60_000;
const ROWS = 6;

/** A document whose wire a play may cut. */
interface Play {
  readonly world: World;
  readonly linkup: LinkupDouble;
  readonly clock: VirtualClock;
  readonly id: string;
  /** Set by the play: what becomes of a POST. */
  onPost: (request: HttpRequest, send: () => HttpResponse) => HttpResponse;
}

async function play(rows = ROWS): Promise<Play> {
  const clock = new VirtualClock();
  const linkup = new LinkupDouble({ clock });
  const stage: Pick<Play, 'onPost'> = { onPost: (_, send) => send() };
  const transport = (request: HttpRequest): HttpResponse => {
    const send = () => linkup.handle(request);
    const isPost = request.method === 'POST' && request.url.endsWith('/tasks');
    return isPost ? stage.onPost(request, send) : send();
  };
  const world = await World.open(countryTable(rows), { clock, transport });
  return Object.assign(stage, { world, linkup, clock, id: saved(world) });
}

function pass({ world, clock }: Play, minutes: number): void {
  world.host.runClock(clock.now() + minutes * MINUTE);
}

/** Linkup took the questions, but says so in words that nobody could recognise; its list is as ever. */
function rephrased({ body, ...response }: HttpResponse): HttpResponse {
  return { ...response, body: body.replace(/"q":"[^"]*"/g, '"q":"(rephrased for you)"') };
}

/** All rows perhaps asked. */
async function doubtful(hasTaken: boolean, rows = ROWS): Promise<Play> {
  const stage = await play(rows);
  stage.onPost = (request, send) => {
    if (hasTaken) return rephrased(send());
    const elsewhere = new LinkupDouble({ clock: stage.clock });
    return rephrased(elsewhere.handle(request));
  };
  stage.world.press(MENU.all, 'YES');
  pass(stage, 5);
  // The run pauses after a POST that is not recognised; somebody takes it up again.
  for (let press = 1; press < rows / 100; press++) stage.world.press(MENU.check);
  pass(stage, 5);
  expect(statuses(stage, 'Perhaps asked')).toBe(rows);
  stage.onPost = (_, send) => send();
  return stage;
}

function statuses({ world }: Play, status: string): number {
  return world.column('Facts status').filter((each) => each.startsWith(status)).length;
}

function billedTwice({ linkup }: Play): string[] {
  const billed = linkup.bill.entries.map(({ question }) => question);
  return billed.filter((question, i) => billed.indexOf(question) !== i);
}

const SECOND_TIME =
  '6 of these rows were perhaps asked before. Linkup’s list is looked in first; what is not found there is asked again, and may be billed a second time.';

describe('“Retry failed rows”, where rows were perhaps asked', () => {
  it('takes what Linkup’s list knows, and bills nothing', async () => {
    const stage = await doubtful(true);
    stage.world.press(MENU.retry, 'YES');
    pass(stage, 5);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(ROWS);
    expect(receipts(stage.world).at(-1)).toMatchObject({ 'Questions asked': '0', 'Rows done': '6' });
    expect(leftovers(stage.world)).toEqual([]);
  });

  it('asks what the list does not know, at a price that says so', async () => {
    const stage = await doubtful(false);
    stage.world.press(MENU.retry, 'YES');
    expect(lastDialog(stage.world)).toContain(SECOND_TIME);
    expect(lastDialog(stage.world)).toContain('6 questions at $0.006 each, $0.036 at most');
    pass(stage, 5);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(ROWS);
    expect(receipts(stage.world).at(-1)).toMatchObject({ 'Questions asked': '6', 'Rows done': '6' });
  });

  it('does not take a task that the ledger of another enrichment names', async () => {
    const stage = await doubtful(false);
    const other = saved(stage.world, twinOf(DRAFT, 'Other'));
    enrich(stage.world, other);
    pass(stage, 5);
    stage.world.press(MENU.retry, { text: 'Facts' }, 'YES');
    pass(stage, 5);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(2 * ROWS);
  });

  it('says in the sidebar’s offer how many rows it may ask a second time', async () => {
    const { world, id } = await doubtful(false);
    const { revision } = ask(world, 'start', null).enrichments.find((each) => each.id === id) ?? {};
    const choice = { id, revision: revision ?? '', scope: 'failed', overwrite: false } as const;
    expect(ask(world, 'offer', choice)).toMatchObject({ rows: ROWS, again: ROWS });
  });

  it('takes hundreds of them', async () => {
    const stage = await doubtful(true, 120);
    stage.world.press(MENU.retry, 'YES');
    pass(stage, 30);
    expect(statuses(stage, 'Done')).toBe(120);
    expect(billedTwice(stage)).toEqual([]);
  });
});

describe('a new row that asks what another row perhaps asked', () => {
  it('is not filled, and taken by “Retry failed rows”', async () => {
    const stage = await doubtful(true);
    const { world, linkup } = stage;
    world.sheet.type(ROWS + 2, 1, world.column('Country')[0] ?? '');
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toContain(
      '7 rows left out: perhaps asked and billed before; “Retry failed rows” takes them.',
    );
    world.press(MENU.retry, 'YES');
    pass(stage, 5);
    expect(statuses(stage, 'Done')).toBe(ROWS + 1);
    expect(linkup.ownTasks).toHaveLength(ROWS);
  });
});

const LOST = { method: 'POST', path: '/v1/tasks', effect: 'after', network: 'timeout' } as const;

/** The answer to the first POST got lost, it takes effect later, and the run is ended by force before anybody looks again. */
async function endedByForce(effectDelayMs: number, readable = false): Promise<Play> {
  const stage = await play();
  const { world, clock, id, linkup } = stage;
  linkup.failNext({ ...LOST, effectDelayMs });
  enrich(world, id);
  if (!readable) world.sheet.type(1, 1, 'Nation');
  ask(world, 'stop', { id });
  clock.sleep(61_000);
  ask(world, 'stop', { id });
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended' });
  world.sheet.type(1, 1, 'Country');
  return stage;
}

function posts({ world }: Play): string[] {
  return [...world.host.properties.document.keys()].filter((key) => key.startsWith('linkup.post.'));
}

describe('a run that is ended by force while the answer to a POST is lost', () => {
  it('leaves the POST to the next start, which bills no question twice', async () => {
    const stage = await endedByForce(30_000);
    pass(stage, 5);
    expect(stage.world.host.triggers).toEqual([]);
    expect(posts(stage)).toHaveLength(1);
    enrich(stage.world, stage.id);
    pass(stage, 30);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(ROWS);
    expect(leftovers(stage.world)).toEqual([]);
  });

  it('is waited for by the next start where it takes effect still later', async () => {
    const stage = await endedByForce(150_000);
    enrich(stage.world, stage.id);
    pass(stage, 30);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(ROWS);
    expect(billedTwice(stage)).toEqual([]);
  });

  it('is asked by the next start where it never took effect', async () => {
    const stage = await endedByForce(365 * 24 * 60 * MINUTE);
    enrich(stage.world, stage.id);
    pass(stage, 60);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(ROWS);
    expect(leftovers(stage.world)).toEqual([]);
  });

  it('says so on its rows where they can be read, and Retry waits for it too', async () => {
    const stage = await endedByForce(150_000, true);
    expect(statuses(stage, 'Stopped before the answer came; it may be billed')).toBe(ROWS);
    stage.world.press(MENU.retry, 'YES');
    pass(stage, 30);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(ROWS);
    expect(billedTwice(stage)).toEqual([]);
  });

  it('leaves to the next start only what it chooses', async () => {
    const stage = await endedByForce(30_000);
    const { world } = stage;
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 3, 1));
    world.press(MENU.again, 'YES');
    pass(stage, 30);
    expect(statuses(stage, 'Done')).toBe(2);
    enrich(world, stage.id);
    pass(stage, 30);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(stage.linkup.ownTasks).toHaveLength(ROWS);
    expect(leftovers(world)).toEqual([]);
  });

  it('is forgotten with its enrichment', async () => {
    const stage = await endedByForce(30_000);
    expect(codeOf(stage.world, 'remove', { id: stage.id, columns: 'delete' })).toBe('');
    expect(posts(stage)).toEqual([]);
  });

  it('is forgotten after twelve hours: Linkup’s list proves nothing by then', async () => {
    const stage = await endedByForce(30_000);
    pass(stage, 12 * 60);
    enrich(stage.world, saved(stage.world, twinOf(DRAFT, 'Other')));
    pass(stage, 5);
    expect(posts(stage)).toEqual([]);
  });
});

describe('somebody who writes into the document that a POST failed earlier than it did', () => {
  it('does not have its questions asked again before it may have taken effect', async () => {
    const stage = await play();
    const { world, linkup, clock, id } = stage;
    linkup.failNext({ ...LOST, effectDelayMs: 100_000 });
    enrich(world, id);
    const { document } = world.host.properties;
    for (const key of posts(stage)) {
      const post = JSON.parse(document.get(key) ?? '{}');
      document.set(key, JSON.stringify({ ...post, failedAt: clock.now() - 10 * MINUTE, failure: 'unclear' }));
    }
    pass(stage, 30);
    expect(statuses(stage, 'Done')).toBe(ROWS);
    expect(billedTwice(stage)).toEqual([]);
    expect(linkup.ownTasks).toHaveLength(ROWS);
  });
});
