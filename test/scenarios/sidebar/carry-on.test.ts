/** A colleague's run: whoever may edit goes on with it at a price they agree to, and neither of the two pays for a question of the other. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { type LinkupDouble, type LinkupKnobs, TEST_KEY } from '../../doubles/linkup';
import { built } from '../../world/built';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { openWithLinkup, receipts } from '../../world/reading';
import { SAYS, statusOf } from '../../world/says';
import { ask, BOB, codeOf, enrich, revisionOf, saved } from '../../world/sidebar';
import { slow } from '../../world/slow';
import type { World } from '../../world/world';

const MINUTE = 60_000;
const ROWS = 20;
const ASKED = 5;
const PRICE = 0.006;
const BOBS_KEY = 'key-of-bob';
const ANOTHERS = /^Asked with another key/;

/** Slow enough that nothing has ended before somebody else goes on. */
const KNOBS: Partial<LinkupKnobs> = {
  queueLimit: ASKED,
  ...slow([90_000, 120_000]),
};

/** Antarctica has no capital. */
const isDone = (text: string): boolean => text.startsWith(SAYS.done);

interface Begun {
  readonly world: World;
  readonly linkup: LinkupDouble;
  readonly id: string;
}

/** A run of the owner, who is gone: five questions are asked, fifteen are not. Bob has a key of his own. */
async function begun(bobs = 'bobs'): Promise<Begun> {
  const keys = { [TEST_KEY]: { organization: 'acme' }, [BOBS_KEY]: { organization: bobs } };
  const opened = await openWithLinkup(countryTable(ROWS), { keys, knobs: KNOBS }, TEST_KEY, {
    edition: built(),
  });
  const id = saved(opened.world, CAPITAL_DRAFT);
  enrich(opened.world, id);
  leave(opened.world);
  ask(opened.world, 'connect', { key: BOBS_KEY }, BOB);
  return { ...opened, id };
}

/** Their account is gone, and with it whatever would have fired their triggers. */
function leave(world: World): void {
  for (const trigger of world.host.triggers) trigger.dueAt = undefined;
}

function carryOn({ world, id }: Begun, total = (ROWS - ASKED) * PRICE) {
  return ask(world, 'carryOn', { ...termsOf({ world, id }), total }, BOB);
}

function untilEnded({ world, id }: Begun): void {
  for (let minute = 0; minute < 90; minute++) {
    if (ask(world, 'progress', { id }, BOB)?.state === 'ended') return;
    world.host.runClock(world.clock.now() + MINUTE);
  }
}

/** How many questions each key was billed. */
function bills({ linkup }: Begun): Record<string, number> {
  const of = (key: string) => linkup.bill.entries.filter((entry) => entry.key === key).length;
  return { owner: of(TEST_KEY), bob: of(BOBS_KEY) };
}

function questions({ linkup }: Begun): string[] {
  return linkup.bill.entries.map(({ question }) => question);
}

describe('a colleague’s run, with a key of another organisation', () => {
  it('is offered by what is left of it', async () => {
    const { world, id } = await begun();
    expect(ask(world, 'rest', { id }, BOB)).toMatchObject({
      questions: ROWS - ASKED,
      underWay: ASKED,
      waitsFor: '',
      price: PRICE,
      total: 0.09,
    });
  });

  it('asks the rest with the key of whoever goes on, and lets the rows go whose answers only the other key gets', async () => {
    const stage = await begun();
    expect(carryOn(stage)).toMatchObject({ by: '', state: 'working' });
    untilEnded(stage);
    const statuses = stage.world.column(statusOf('Facts'));
    expect(statuses.filter(isDone)).toHaveLength(ROWS - ASKED);
    expect(statuses.filter((text) => ANOTHERS.test(text))).toHaveLength(ASKED);
    expect(bills(stage)).toEqual({ owner: ASKED, bob: ROWS - ASKED });
    expect(new Set(questions(stage)).size).toBe(ROWS);
  });

  it('goes on with the sheet closed', async () => {
    const stage = await begun();
    expect(carryOn(stage)).toMatchObject({ goesOn: true });
    stage.world.host.runClock(stage.world.clock.now() + 60 * MINUTE);
    expect(bills(stage)).toEqual({ owner: ASKED, bob: ROWS - ASKED });
  });

  it('has a receipt of whoever went on, which says who began', async () => {
    const stage = await begun();
    carryOn(stage);
    untilEnded(stage);
    expect(receipts(stage.world)).toMatchObject([
      { By: '', 'Questions asked': '15', 'Estimate (USD)': '0.09' },
    ]);
    expect(receipts(stage.world)[0]?.Note).toContain('Begun by somebody else');
  });

  it('is the other one’s no more, who is told so', async () => {
    const stage = await begun();
    carryOn(stage);
    expect(ask(stage.world, 'progress', { id: stage.id })).toMatchObject({ by: BOB });
    ask(stage.world, 'work', null);
    untilEnded(stage);
    expect(bills(stage)).toEqual({ owner: ASKED, bob: ROWS - ASKED });
  });

  it('costs no more than was agreed, whatever is added meanwhile', async () => {
    const stage = await begun();
    expect(codeOf(stage.world, 'carryOn', { ...termsOf(stage), total: 0.08 }, BOB)).toBe('offer-changed');
    expect(ask(stage.world, 'progress', { id: stage.id })).toMatchObject({ by: '' });
    expect(bills(stage).bob).toBe(0);
  });
});

function termsOf({ world, id }: Pick<Begun, 'world' | 'id'>) {
  const { agreement } = ask(world, 'rest', { id }, BOB);
  return { id, revision: revisionOf(world, id, BOB), agreement, total: (ROWS - ASKED) * PRICE };
}

describe('with a key of the same organisation', () => {
  it('every answer comes, also those that were asked with the other key', async () => {
    const stage = await begun('acme');
    carryOn(stage);
    untilEnded(stage);
    expect(stage.world.column(statusOf('Facts')).every(isDone)).toBe(true);
    expect(bills(stage)).toEqual({ owner: ASKED, bob: ROWS - ASKED });
  });
});

describe('a run that paused, for its owner has no credits', () => {
  it('goes on', async () => {
    const stage = await begun();
    ask(stage.world, 'disconnect', null);
    stage.world.host.runClock(stage.world.clock.now() + MINUTE);
    carryOn(stage);
    untilEnded(stage);
    expect(bills(stage).bob).toBe(ROWS - ASKED);
  });
});

describe('nothing is taken over', () => {
  it('of one’s own, of what has ended, or of what somebody has stopped', async () => {
    const stage = await begun();
    const { world, id } = stage;
    const terms = termsOf(stage);
    expect(codeOf(world, 'carryOn', terms)).toBe('nothing-to-carry-on');
    expect(codeOf(world, 'rest', { id })).toBe('nothing-to-carry-on');
    ask(world, 'stop', { id }, BOB);
    expect(codeOf(world, 'carryOn', terms, BOB)).toBe('nothing-to-carry-on');
  });

  it('without a key, or at the price of another question', async () => {
    const stage = await begun();
    const terms = termsOf(stage);
    expect(codeOf(stage.world, 'carryOn', { ...terms, revision: 'another' }, BOB)).toBe('offer-outdated');
    ask(stage.world, 'disconnect', null, BOB);
    expect(codeOf(stage.world, 'carryOn', terms, BOB)).toBe('no-key');
    expect(bills(stage).bob).toBe(0);
  });
});

describe('a run that somebody else has gone on with meanwhile', () => {
  it('is not taken from them by a press that was meant for the one before', async () => {
    const stage = await begun();
    const { world } = stage;
    const carol = 'carol@example.com';
    ask(world, 'connect', { key: TEST_KEY }, carol);
    const terms = termsOf(stage);
    carryOn(stage);
    expect(codeOf(world, 'carryOn', terms, carol)).toBe('offer-outdated');
    untilEnded(stage);
    expect(bills(stage)).toEqual({ owner: ASKED, bob: ROWS - ASKED });
  });
});

describe('where the execution that goes on dies', () => {
  it.each([
    1, 3, 5, 8, 12, 20, 30, 45, 60, 80,
  ])('at its %i. call that writes or asks, nobody pays twice', async (nth) => {
    const stage = await begun();
    const { world, id } = stage;
    let calls = 0;
    world.host.onServiceCall = ({ method }) => {
      if (!/^(set|delete|fetch|flush)/.test(method)) return;
      calls += 1;
      if (calls === nth) throw new ExecutionKilled(undefined, 'partly');
    };
    try {
      carryOn(stage);
    } catch {
      // It died.
    }
    world.host.onServiceCall = undefined;
    if (ask(world, 'progress', { id }, BOB)?.by !== '') carryOn(stage);
    untilEnded(stage);
    expect(new Set(questions(stage)).size).toBe(questions(stage).length);
    expect(bills(stage).bob).toBeLessThanOrEqual(ROWS - ASKED);
    expect(ask(world, 'progress', { id }, BOB)).toMatchObject({ state: 'ended' });
  });
});
