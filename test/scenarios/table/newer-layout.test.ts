/** A document in which a later version of the add-on has been: whatever is pressed here, nothing in it is written and nothing is asked, and words say why. */
import { describe, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/enrichment/definition';
import { TEST_KEY } from '../../doubles/linkup';
import { putDown } from '../../world/document';
import { everyCall, namesOf } from '../../world/every-call';
import { leftEverything } from '../../world/everything';
import { calculate, errorOf } from '../../world/formula';
import { lastDialog, lastToast, replyTo } from '../../world/reading';
import { MENU } from '../../world/says';
import { pass } from '../../world/schedules';
import { BOB } from '../../world/sidebar';
import type { World } from '../../world/world';

const WORDS = 'This document was saved by a newer version of the add-on, so it can only be read here.';

/** What is everybody's in the document, and what Linkup was asked to do for it. */
function kept(world: World): string {
  const { sheets, document } = putDown(world);
  return JSON.stringify([sheets, document, world.linkup.tasks.length]);
}

/** Everything is under way in it. */
async function ofLater(): Promise<World> {
  const world = await leftEverything();
  world.host.properties.document.set('linkup.layout', String(LAYOUT + 1));
  return world;
}

/** What only looks, and what concerns nothing but what a person has with them; of a list that is under way *More* looks. */
const TAKEN = [
  ...['start', 'active', 'sheets', 'progress', 'work', 'failures', 'pastRuns', 'runLeft', 'scheduleTerms'],
  ...['connect', 'disconnect', 'balance', 'ownLimit', 'setOwnLimit', 'nameMe', 'formula', 'setFormula'],
  ...[
    'keepDraft',
    'dropDraft',
    'tryOne',
    'tryAgain',
    'dropTry',
    'lookAtList',
    'moreOfList',
    'dropList',
    'supportReport',
  ],
];

/** What says before anything else that the row or the sheet meant is not there. */
const ELSEWHERE = ['aboutRow', 'selectUnanswered', 'show', 'openList'];

describe('a document of a later version', () => {
  it('is only read by the sidebar, whatever is pressed in it', async () => {
    const [world, calls] = [await ofLater(), everyCall(await leftEverything())];
    const before = kept(world);
    const refused = namesOf(calls).flatMap((name) => {
      const reply = replyTo(world, name, calls[name]);
      expect([name, kept(world) === before]).toEqual([name, true]);
      return reply.ok ? [] : [[name, reply.code] as const];
    });
    const others = namesOf(calls).filter((name) => !TAKEN.includes(name) && !ELSEWHERE.includes(name));
    expect(refused.filter(([name]) => !ELSEWHERE.includes(name))).toEqual(
      others.map((name) => [name, 'newer-version']),
    );
  });

  it('is only read by a colleague’s sidebar too, and by whoever has another key by now', async () => {
    const [world, calls] = [await ofLater(), everyCall(await leftEverything())];
    const before = kept(world);
    for (const name of namesOf(calls)) replyTo(world, name, calls[name], BOB);
    const own = world.host.properties.user('owner@example.com');
    for (const [name, json] of own)
      own.set(name, json.replace(/"account":"[0-9a-f]{8}"/, '"account":"00000000"'));
    replyTo(world, 'connect', { key: TEST_KEY });
    replyTo(world, 'disconnect', null);
    expect(kept(world)).toBe(before);
  });

  const [which, read] = [{ text: '1' }, 'OK'] as const;
  it.each([
    [MENU.all, [which, read]],
    [MENU.again, [which, read]],
    [MENU.retry, [which, read]],
    [MENU.check, []],
    [MENU.stop, [read]],
  ] as const)('is only read by the menu: %s', async (item, answers) => {
    const world = await ofLater();
    const before = kept(world);
    world.press(item, ...answers);
    expect(lastDialog(world) + lastToast(world)).toContain(WORDS);
    expect(kept(world)).toBe(before);
  });

  it('is left alone by triggers, which go, at whatever hour a schedule is due', async () => {
    const world = await ofLater();
    const before = kept(world);
    pass(world, 30);
    expect(kept(world)).toBe(before);
    expect(world.host.triggers).toEqual([]);
  });

  it('shows what its formulas have answered, on any day, and asks nothing for others', async () => {
    const world = await ofLater();
    const before = kept(world);
    expect(errorOf(world, ['What is the capital of Oman?'])).toContain(WORDS);
    for (const hours of [0, 30]) {
      pass(world, hours);
      expect(calculate(world, ['What is the capital of Peru?'])).toMatchObject({
        shows: expect.stringContaining('Lima'),
      });
    }
    expect(kept(world)).toBe(before);
  });
});
