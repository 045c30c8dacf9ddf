import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WallClock } from '../../../doubles/clock';
import { LinkupDouble, type RunningServer, startServer, TEST_KEY } from '../../../doubles/linkup';
import { Visitor } from '../visitor';
import { startPlayground } from './playground';

let linkup: RunningServer;

beforeAll(async () => {
  linkup = await startServer(new LinkupDouble({ clock: new WallClock() }));
});
afterAll(() => linkup.close());

describe('a playground with the real Linkup', () => {
  it('connects the key from the environment, and shows it to nobody', async () => {
    const playground = await startPlayground({ liveKey: TEST_KEY, liveOrigin: linkup.url });
    const owner = await Visitor.at(playground);
    const { people, linkup: news } = owner.state;
    expect(people[0]?.connected).toBe(true);
    expect(news).toMatchObject({ live: true, requests: 1 });
    expect(JSON.stringify([owner.state, owner.heard])).not.toContain(TEST_KEY);
    await playground.close();
  });

  it('does not start with a key that Linkup refuses', async () => {
    await expect(startPlayground({ liveKey: 'wrong', liveOrigin: linkup.url })).rejects.toThrow('key');
  });
});
