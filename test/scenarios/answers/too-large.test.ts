/** Fetched pages of which a single one is larger than what Google lets an add-on receive: its row ends in words, and holds up no other. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import type { HttpRequest } from '../../doubles/http';
import { KIND, LinkupDouble } from '../../doubles/linkup';
import { receipts } from '../../world/reading';
import { MENU } from '../../world/says';
import { World } from '../../world/world';

const MINUTE = 60_000;

/** What Google takes here, in place of its 50 MB. */
const MOST = 300_000;

/** Small pages, then so many that are too large, then small ones again. */
async function asked(large: number): Promise<World> {
  const clock = new VirtualClock();
  const linkup = new LinkupDouble({ clock, knobs: KIND });
  const transport = (request: HttpRequest) => {
    const response = linkup.handle(request);
    const pages = request.method === 'GET' ? (response.body.match(/large=/g) ?? []).length : 0;
    return pages === 0 ? response : { ...response, body: response.body + ' '.repeat(MOST) };
  };
  const urls = Array.from({ length: large + 4 }, (_, i) => {
    const isLarge = i >= 2 && i < large + 2;
    return `https://countries.example/tcd?${isLarge ? 'large' : 'small'}=${i}`;
  });
  const google = { limits: { fetchResponseBytes: MOST } };
  const table = [['Website'], ...urls.map((url) => [url])];
  const world = await World.open(table, { clock, transport, google });
  const fields = [{ name: 'capital', kind: 'text' }] as const;
  world.save({ type: 'fetch', template: '{{Website}}', fields, options: { mode: 'standard' } });
  world.press(MENU.all, 'YES');
  return world;
}

function statuses(world: World): string[] {
  return world.column('Facts status');
}

const TOO_LARGE =
  'Failed: Its answer is larger than the 50 MB that Google lets an add-on receive; it was fetched, and is billed. Ask for less of the page, such as fields without its HTML: a retry of the same is billed again.';

describe('a single answer that is too large for Google', () => {
  it('ends its row in words within an hour, and the others at once', async () => {
    const world = await asked(1);
    world.host.runClock(world.clock.now() + 5 * MINUTE);
    expect(statuses(world).filter((status) => status === 'Done')).toHaveLength(4);
    world.host.runClock(world.clock.now() + 55 * MINUTE);
    expect(statuses(world)[2]).toBe(TOO_LARGE);
    expect(world.host.triggers).toEqual([]);
    expect(receipts(world)).toMatchObject([{ 'Questions asked': '5', 'Rows done': '4', Failed: '1' }]);
  });

  it('is one of many, and none of them holds up the small ones', async () => {
    const world = await asked(8);
    world.host.runClock(world.clock.now() + 5 * MINUTE);
    expect(statuses(world).filter((status) => status === 'Done')).toHaveLength(4);
    world.host.runClock(world.clock.now() + 55 * MINUTE);
    expect(statuses(world).filter((status) => status === TOO_LARGE)).toHaveLength(8);
    expect(world.host.triggers).toEqual([]);
  });
});
