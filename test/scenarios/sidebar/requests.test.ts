/** What a person wants of a run while somebody else's execution is at work on the document: they wait for nobody, and it is done. */
import { describe, expect, it } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT, twinOf } from '../../world/drafts';
import { PROFILE } from '../../world/profile';
import { lastToast, openWithLinkup } from '../../world/reading';
import { MENU } from '../../world/says';
import { ask, BOB, codeOf, enrich, saved } from '../../world/sidebar';
import type { World } from '../../world/world';

/** From one firing of the trigger to the next. */
const FIRING = (PROFILE === 'addon' ? 60 : 1) * 60_000;
const ROWS = 30;
const OWNER = 'owner@example.com';

const KEYS = {
  [TEST_KEY]: { organization: 'acme' },
  'bobs-own': { organization: 'other' },
  'my-next': { organization: 'acme' },
};

/** Two enrichments: the owner's run of the one is paused, a run of the other is at work, whoever's. */
async function pausedBeside(user?: string): Promise<{ world: World; id: string }> {
  const table = countryTable(ROWS).map(([country = '']) => [
    country,
    country === 'Country' ? 'Land' : country,
  ]);
  const options = { keys: KEYS, balances: { acme: 100, other: 100 }, knobs: { queueLimit: 10 } };
  const { world } = await openWithLinkup(table, options);
  const id = saved(world, { ...CAPITAL_DRAFT, template: 'What is the capital of {{Land}}?' });
  const other = saved(world, twinOf(CAPITAL_DRAFT, 'Other'));
  enrich(world, id);
  world.sheet.type(1, 2, 'Nation');
  world.host.runClock(world.clock.now() + 2 * FIRING);
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'unknown-column' });
  world.sheet.type(1, 2, 'Land');
  if (user) ask(world, 'connect', { key: 'bobs-own' }, user);
  const choice = { id: other, revision: revision(world, other), scope: 'fill', overwrite: false } as const;
  const { total } = ask(world, 'offer', choice, user);
  ask(world, 'enrich', { ...choice, total, cap: total }, user);
  return { world, id };
}

function revision(world: World, id: string): string {
  return ask(world, 'start', null).enrichments.find((each) => each.id === id)?.revision ?? '';
}

/** Does something once, while an execution of the clock talks to Linkup and so holds the lock. */
function whileAtWork({ host }: World, deed: () => void): void {
  host.onServiceCall = ({ service, method, execution }) => {
    const { by } = host.executions.find((one) => one.id === execution) ?? {};
    if (by !== 'clock' || `${service}.${method}` !== 'UrlFetchApp.fetch') return;
    host.onServiceCall = undefined;
    deed();
  };
}

function done(world: World, name: string): number {
  return world.column(`${name} status`).filter((status) => status.startsWith('Done')).length;
}

describe('a paused run that its person takes up again', () => {
  it.each([
    ['their own trigger', undefined],
    ['a colleague’s trigger', BOB],
  ])('while %s is at work goes on by itself', async (_, user) => {
    const { world, id } = await pausedBeside(user);
    let state = '';
    whileAtWork(world, () => {
      state = ask(world, 'resume', { id })?.state ?? '';
    });
    world.host.runClock(world.clock.now() + 30 * FIRING);
    expect(state).toBe('working');
    expect([done(world, 'Facts'), done(world, 'Other')]).toEqual([ROWS, ROWS]);
    expect(world.host.triggers).toEqual([]);
    expect([...world.host.properties.user(OWNER).keys()].filter((key) => key.includes('want'))).toEqual([]);
  });

  it('in the menu meanwhile goes on as well, and the menu says so', async () => {
    const { world } = await pausedBeside(BOB);
    whileAtWork(world, () => world.press(MENU.check));
    world.host.runClock(world.clock.now() + 30 * FIRING);
    expect(lastToast(world)).toBe(
      'Results are being written at this moment; what was paused goes on right after.',
    );
    expect([done(world, 'Facts'), done(world, 'Other')]).toEqual([ROWS, ROWS]);
  });

  it('is not taken up because another editor writes that it should be', async () => {
    const { world, id } = await pausedBeside(BOB);
    const { document } = world.host.properties;
    for (const key of [...document.keys()].filter((name) => name.startsWith('linkup.run.')))
      document.set(`linkup.want.${key.slice('linkup.run.'.length)}.resume`, 'yes');
    world.host.runClock(world.clock.now() + 30 * FIRING);
    expect(ask(world, 'progress', { id })?.state).toBe('paused');
  });
});

describe('a key that is replaced', () => {
  async function running(): Promise<{ world: World; id: string; asked: (key: string) => number }> {
    const options = { keys: KEYS, balances: { acme: 100, other: 100 }, knobs: { queueLimit: 5 } };
    const { world, linkup } = await openWithLinkup(countryTable(ROWS), options);
    const id = saved(world, CAPITAL_DRAFT);
    enrich(world, id);
    return { world, id, asked: (key) => linkup.tasks.filter((task) => task.key === key).length };
  }

  it('while the trigger works is asked nothing more with, from the next cycle on', async () => {
    const { world, id, asked } = await running();
    let before = 0;
    whileAtWork(world, () => {
      expect(codeOf(world, 'connect', { key: 'my-next' })).toBe('');
      before = asked(TEST_KEY);
    });
    world.host.runClock(world.clock.now() + 10 * FIRING);
    expect(asked(TEST_KEY) - before).toBeLessThanOrEqual(5);
    expect(asked('my-next')).toBe(0);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'key-changed' });
    ask(world, 'resume', { id });
    world.untilDone();
    expect(done(world, 'Facts')).toBe(ROWS);
    expect(asked(TEST_KEY) + asked('my-next')).toBe(ROWS);
  });

  it('while nobody is at work pauses its runs at once', async () => {
    const { world, id } = await running();
    ask(world, 'connect', { key: 'my-next' });
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'key-changed' });
  });
});
