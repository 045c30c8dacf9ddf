/** POSTs that come to nothing, or whose trace somebody wipes out: nobody pays beyond the cap, nobody waits for ever, and no row is slandered. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import { ServiceError } from '../../doubles/google/errors';
import { LinkupDouble, type LinkupKnobs } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { receipts, replyTo } from '../../world/reading';
import { ask, enrich, saved, toFill, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

const MINUTE = 60_000;

const POSTS = { method: 'POST', path: '/v1/tasks' } as const;

/** Slow enough that everything is still under way when somebody has wiped the ledger. */
function slow(): Partial<LinkupKnobs> {
  const range = [400_000, 500_000] as const;
  const { latency } = new LinkupDouble({ clock: new VirtualClock() }).knobs;
  const search = { flash: range, fast: range, standard: range, deep: range };
  return { queueLimit: 20, latency: { ...latency, search } };
}

/** A world whose first POST comes back with one item that has no id. */
async function withOneItemUnnamed(rows: number): Promise<{ world: World; linkup: LinkupDouble; id: string }> {
  const clock = new VirtualClock();
  const linkup = new LinkupDouble({ clock, knobs: slow() });
  let isFirst = true;
  const world = await World.open(countryTable(rows), {
    clock,
    transport: (request) => {
      const response = linkup.handle(request);
      if (!isFirst || request.method !== 'POST' || !request.url.endsWith('/tasks')) return response;
      isFirst = false;
      const items = JSON.parse(response.body);
      delete items[items.length - 1].id;
      return { ...response, body: JSON.stringify(items) };
    },
  });
  return { world, linkup, id: saved(world) };
}

/** Somebody empties the State cells of all rows that are under way. */
function wipeStates({ sheet }: World): void {
  const [headings = [], ...rows] = sheet.displayRows();
  const at = headings.findIndex((heading) => heading.startsWith('Facts state'));
  for (const [i, row] of rows.entries()) {
    if (/^(submitted|done)/.test(row[at] ?? '')) sheet.type(i + 2, at + 1, '');
  }
}

describe('where one item came without an id, and somebody empties the ledger of all rows under way', () => {
  it('no more is billed than was agreed', async () => {
    const { world, linkup, id } = await withOneItemUnnamed(60);
    const choice = toFill(world, id);
    const offer = ask(world, 'offer', choice);
    const cap = Math.round(offer.price * 25 * 1e5) / 1e5;
    expect(replyTo(world, 'enrich', { ...choice, total: offer.total, cap })).toMatchObject({ ok: true });
    wipeStates(world);
    world.host.runClock(world.clock.now() + 180 * MINUTE);
    expect(linkup.bill.total()).toBeLessThanOrEqual(cap + 1e-9);
    expect(world.host.triggers).toEqual([]);
  });
});

describe('where a POST cannot be written down', () => {
  it.each([
    1, 2, 3, 4, 5,
  ])('(storing fails for the %i. time) every row is asked or free to be asked', async (nth) => {
    const { world, id } = await withFacts(5, {});
    const choice = toFill(world, id);
    const { total } = ask(world, 'offer', choice);
    let calls = 0;
    world.host.onServiceCall = ({ method }) => {
      if (method !== 'setProperties') return;
      calls += 1;
      if (calls === nth) throw new ServiceError('Le service Propriétés a expiré.');
    };
    replyTo(world, 'enrich', { ...choice, total, cap: total });
    world.host.runClock(world.clock.now() + 120 * MINUTE);
    expect(['', 'Done']).toContain([...new Set(world.column('Facts status'))].join());
    expect(world.linkup.bill.entries.length).toBe(world.column('Facts status').filter(Boolean).length);
  });
});

describe('ten records of POSTs that belong to no run', () => {
  it('hold nobody back', async () => {
    const { world, id } = await withFacts(5, {});
    for (let i = 0; i < 10; i++) {
      const forged = { id: `f${i}`, at: world.clock.now(), parts: [] };
      world.host.properties.document.set(`linkup.post.f${i}`, JSON.stringify(forged));
    }
    enrich(world, id);
    world.host.runClock(world.clock.now() + 30 * MINUTE);
    expect(new Set(world.column('Facts status'))).toEqual(new Set(['Done']));
    expect(
      [...world.host.properties.document.keys()].filter((key) => key.startsWith('linkup.post.')),
    ).toEqual([]);
  });
});

describe('a Linkup that accepts every POST and takes nothing', () => {
  it('is told after three of them, and asked no more', async () => {
    const { world, id } = await withFacts(5, {});
    world.linkup.failNext({ ...POSTS, effect: 'before', status: 200, body: '[]', times: 1_000 });
    enrich(world, id);
    world.host.runClock(world.clock.now() + 20 * MINUTE);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'refused-alike' });
    expect(receipts(world)).toEqual([]);
    world.host.runClock(world.clock.now() + 6 * 60 * MINUTE);
    expect(world.linkup.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused' });
  });

  it('leaves nobody certain when the next look comes hours later: what it has forgotten since cannot be told', async () => {
    const { world, id } = await withFacts(5, {});
    world.linkup.failNext({ ...POSTS, effect: 'before', status: 200, body: '[]', times: 1_000 });
    enrich(world, id);
    world.host.runClock(world.clock.now() + 6 * 60 * MINUTE);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended', counts: { perhaps: 5 } });
  });
});
