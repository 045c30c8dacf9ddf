/** Runs that the first edition left under way: they go on with the person who pays for them, and with nobody and nothing else. */

import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../src/run/record/key';
import { TEST_KEY } from '../../doubles/linkup';
import { built } from '../../world/built';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { firstEdition } from '../../world/first-edition';
import { replyTo } from '../../world/reading';
import { SAYS, statusOf } from '../../world/says';
import { ask, enrich, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const ROWS = 30;
const PAYER = 'owner@gmail.com';

/** New code is pushed, in a document that is open. */
async function update({ host }: World): Promise<void> {
  const files = await built();
  host.install({
    code: files['Code.js'] ?? '',
    html: { Sidebar: files['Sidebar.html'] ?? '' },
    manifest: JSON.parse(files['appsscript.json'] ?? '{}'),
  });
}

/** A run of the first edition that has asked ten of its thirty questions. */
async function underWay(): Promise<{ world: World; id: string }> {
  const options = { edition: firstEdition, linkup: { queueLimit: 10 } };
  const { world, id } = await withFacts(ROWS, options, CAPITAL_DRAFT);
  enrich(world, id);
  return { world, id };
}

/** Changes what the first edition kept of a run in the document. */
function forge({ host }: World, changes: object): void {
  for (const [key, json] of host.properties.document)
    if (key.startsWith('linkup.run.'))
      host.properties.document.set(key, JSON.stringify({ ...JSON.parse(json), ...changes }));
}

describe('a run of the first edition', () => {
  it('goes on when new code is pushed, and every question is billed once', async () => {
    const { world } = await underWay();
    await update(world);
    world.untilDone();
    expect(world.column(statusOf('Facts')).filter((status) => !status.startsWith(SAYS.done))).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
    const mine = [...world.host.properties.user(PAYER).keys()].filter((key) => /agreement/.test(key));
    expect(mine).toEqual([]);
  });

  it('that is paused goes on when its payer says so', async () => {
    const { world, id } = await underWay();
    forge(world, { paused: { code: 'bad-key', subject: '' } });
    world.host.runClock(world.clock.now() + 120_000);
    await update(world);
    expect(ask(world, 'resume', { id })?.state).toBe('working');
    world.untilDone();
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it.each([
    { price: 1e-9 },
    { price: 2.5 },
    { asked: -1e9 },
    { asked: 1e308 },
    { cap: -1 },
    { by: 'bob@example.com' },
    { account: accountOf('another key') },
  ])('that says %j is nobody’s, and costs nothing more', async (changes) => {
    const { world, id } = await underWay();
    forge(world, changes);
    await update(world);
    const asked = world.linkup.tasks.length;
    world.host.runClock(world.clock.now() + 600_000);
    replyTo(world, 'progress', { id });
    expect(world.linkup.tasks).toHaveLength(asked);
  });

  it('that says it may cost more than its questions is taken at their price', async () => {
    const { world } = await underWay();
    forge(world, { cap: 1e9 });
    await update(world);
    world.untilDone();
    expect(world.linkup.bill.total()).toBeCloseTo(ROWS * 0.006, 9);
  });

  it('that turns up after its payer was here with this edition is nobody’s', async () => {
    const { world, id } = await underWay();
    const [key, json] =
      [...world.host.properties.document].find(([name]) => name.startsWith('linkup.run.')) ?? [];
    await update(world);
    world.untilDone();
    const asked = world.linkup.tasks.length;
    world.host.properties.document.set(key ?? '', json ?? '');
    expect(json).toContain(accountOf(TEST_KEY));
    for (let look = 0; look < 5; look++) replyTo(world, 'resume', { id });
    world.host.runClock(world.clock.now() + 600_000);
    expect(world.linkup.tasks).toHaveLength(asked);
  });
});
