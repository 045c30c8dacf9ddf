/** Schedules that meet people: who may set one, what keeps one from asking, and who is told. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled, ServiceError } from '../../doubles/google';
import { TEST_KEY } from '../../doubles/linkup';
import { built } from '../../world/built';
import { countryTable } from '../../world/countries';
import { openWithLinkup, receipts, traces } from '../../world/reading';
import { pass, schedule, shown, wish } from '../../world/schedules';
import { ask, BOB, codeOf, enrich, follow, revisionOf, saved, withFacts } from '../../world/sidebar';
import { THOROUGH } from '../../world/thorough';
import type { World } from '../../world/world';

const ROWS = 6;
const HOURLY = { every: 'hour', hour: 0, day: 0 } as const;
/** The first full hour by the clock of the doubles. */
const DUE = Date.UTC(2026, 10, 23, 10);
/** Every call, or one in seven. */
const STEP = THOROUGH ? 1 : 7;
const BOBS_KEY = 'key-of-bob';

/** Ada's table, and Bob, who has a key of his own. */
async function withBob() {
  const keys = { [TEST_KEY]: { organization: 'acme' }, [BOBS_KEY]: { organization: 'bobs' } };
  const { world, linkup } = await openWithLinkup(countryTable(ROWS), { keys }, TEST_KEY, {
    edition: built(),
  });
  ask(world, 'connect', { key: BOBS_KEY }, BOB);
  const billed = (key: string) => linkup.bill.entries.filter((entry) => entry.key === key).length;
  return { world, linkup, id: saved(world), billed };
}

/** Whoever set it is gone, and with them their trigger. */
function leave(world: World): void {
  for (const trigger of world.host.triggers) trigger.dueAt = undefined;
}

describe('a schedule is one person’s at a time', () => {
  it('and another’s only once it is paused, or has missed its time by a day', async () => {
    const { world, id, billed } = await withBob();
    schedule(world, id);
    expect(codeOf(world, 'schedule', wish(world, id, {}, BOB), BOB)).toBe('already-scheduled');
    expect(shown(world, id, BOB)).toMatchObject({ mine: false, isFree: false });
    leave(world);
    pass(world, 24);
    expect(codeOf(world, 'schedule', wish(world, id, {}, BOB), BOB)).toBe('already-scheduled');
    pass(world, 24);
    expect(shown(world, id, BOB)).toMatchObject({ mine: false, isFree: true });
    schedule(world, id, {}, BOB);
    pass(world, 24);
    expect([billed(TEST_KEY), billed(BOBS_KEY)]).toEqual([0, ROWS]);
    expect(shown(world, id)).toMatchObject({ mine: false, by: BOB });
  });

  it('and anybody may pause it, but nobody make it ask', async () => {
    const { world, id, billed } = await withBob();
    schedule(world, id, { cap: 0.012 });
    ask(world, 'pauseSchedule', { id }, BOB);
    expect(shown(world, id)).toMatchObject({ off: expect.stringContaining(BOB), isPaused: true });
    // Bob writes into the document whatever he likes.
    const { document } = world.host.properties;
    const key = `linkup.schedule.${id}`;
    const forged = {
      ...JSON.parse(document.get(key) ?? '{}'),
      cap: 100_000,
      next: world.clock.now(),
      off: undefined,
    };
    document.set(key, JSON.stringify(forged));
    pass(world, 21);
    expect(billed(TEST_KEY)).toBe(0);
    schedule(world, id, { cap: 0.012 });
    document.set(
      key,
      JSON.stringify({ ...JSON.parse(document.get(key) ?? '{}'), cap: 100_000, next: world.clock.now() }),
    );
    pass(world, 0.9);
    expect(billed(TEST_KEY)).toBe(0);
    pass(world, 5);
    expect(billed(TEST_KEY)).toBe(2);
  });
});

describe('its person’s trigger', () => {
  const HOUR = 3_600_000;

  it.each(['pauseSchedule', 'removeSchedule'] as const)('goes soon after another’s %s', async (name) => {
    const { world, id } = await withBob();
    schedule(world, id, { rule: { every: 'week', hour: 7, day: 0 } });
    ask(world, name, { id }, BOB);
    pass(world, 1);
    expect(world.host.triggers).toHaveLength(0);
  });

  it('comes again when they look at any sheet', async () => {
    const { world, id } = await withFacts(ROWS);
    schedule(world, id);
    (world.host.triggers as unknown[]).length = 0;
    world.host.spreadsheet.select(world.host.spreadsheet.addSheet('Other'));
    ask(world, 'start', null);
    expect(world.host.triggers).toHaveLength(1);
  });

  it('starts by what is agreed when its turn comes, not when it woke', async () => {
    const { world, id } = await withFacts(ROWS);
    schedule(world, id, { rule: HOURLY });
    let met = false;
    world.host.onServiceCall = ({ method }) => {
      if (met || method !== 'tryLock' || world.clock.now() < DUE) return;
      met = true;
      schedule(world, id, { rule: HOURLY });
    };
    pass(world, 1.9);
    expect(world.linkup.bill.entries).toEqual([]);
    pass(world, 2);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
    expect(world.clock.now()).toBeLessThan(DUE + 4 * HOUR);
  });
});

describe('a schedule is refused in words, with nothing changed', () => {
  it('without a key, with a cap below one question, for no rows, and on a sheet that is gone', async () => {
    const { world, id } = await withFacts(ROWS);
    const agreed = wish(world, id);
    const refused = (changes: Partial<typeof agreed>) => codeOf(world, 'schedule', { ...agreed, ...changes });
    const before = traces(world);
    expect(refused({ cap: 0.005 })).toBe('cap-too-small');
    expect(refused({ rows: { fresh: false, changed: false, failed: false } })).toBe('nothing-refreshed');
    expect(refused({ revision: '000000000000' })).toBe('offer-outdated');
    expect(refused({ price: 0.001 })).toBe('offer-changed');
    expect(traces(world)).toEqual(before);
    ask(world, 'disconnect', null);
    expect(refused({})).toBe('no-key');
    world.host.spreadsheet.addSheet('Other');
    world.host.spreadsheet.deleteSheet(world.host.spreadsheet.sheets[0] ?? world.sheet);
    expect(refused({})).toBe('sheet-gone');
    expect(world.host.triggers).toHaveLength(0);
  });
});

describe('a schedule that stops where nobody can be told', () => {
  it('is told by the mandate that it starts nothing', async () => {
    const { world, id } = await withFacts(ROWS, { balance: 0.001 });
    schedule(world, id, { rule: HOURLY });
    world.host.onServiceCall = ({ method, args }) => {
      if (method === 'setProperty' && String(args[0]).startsWith('linkup.schedule.'))
        throw new ServiceError('Service error: PropertiesService');
    };
    pass(world, 2);
    world.host.onServiceCall = undefined;
    expect(shown(world, id)?.off).not.toBe('');
    pass(world, 2);
    expect(world.linkup.bill.entries).toEqual([]);
  });
});

describe('a schedule stops, with a row among the receipts', () => {
  async function stopped(before: (world: World, id: string) => void): Promise<{ world: World; id: string }> {
    const { world, id } = await withFacts(ROWS);
    schedule(world, id);
    before(world, id);
    pass(world, 48);
    expect(world.linkup.bill.entries).toEqual([]);
    expect(world.host.triggers).toHaveLength(0);
    const notes = receipts(world).map(({ Note }) => Note ?? '');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('Refreshing by itself has stopped: ');
    return { world, id };
  }

  it('when the credits are used up', async () => {
    const { world, id } = await withFacts(ROWS, { balance: 0.001 });
    schedule(world, id);
    pass(world, 24);
    expect(shown(world, id)).toMatchObject({
      off: expect.stringContaining('credits are used up'),
      isPaused: false,
    });
    expect(receipts(world)[0]?.Note).toContain('credits are used up');
  });

  it('when its columns are gone', async () => {
    const { world, id } = await stopped((w) => {
      w.sheet.deleteColumns(2, w.sheet.maxColumns - 1);
    });
    expect(shown(world, id)?.off).not.toBe('');
  });

  it('when somebody else has changed what is asked', async () => {
    const { world, id } = await stopped((w, of) => {
      const [e] = ask(w, 'start', null, BOB).enrichments;
      if (!e) throw new Error('none');
      const { revision, outputs, status, missing, isBroken, renamed, refreshing, ...draft } = e;
      const changed = { ...draft, template: 'Who rules {{Country}}?' };
      ask(
        w,
        'save',
        { sheetId: w.sheet.id, draft: changed, revision: revisionOf(w, of, BOB), force: false },
        BOB,
      );
    });
    expect(shown(world, id)?.off).toContain('was changed');
  });

  it('when there is no key any more, at once', async () => {
    const { world, id } = await withFacts(ROWS);
    schedule(world, id);
    ask(world, 'disconnect', null);
    expect(shown(world, id)?.off).toContain('no Linkup key');
    pass(world, 24);
    expect(world.host.triggers).toHaveLength(0);
    expect(world.linkup.bill.entries).toEqual([]);
  });
});

describe('a start that dies at any of its calls', () => {
  it('asks nothing twice, and at the latest the next time everything', async () => {
    let died = 0;
    for (let moment = 1; moment <= 60; moment += STEP) {
      const { world, id } = await withFacts(ROWS);
      schedule(world, id, { rule: HOURLY });
      let calls = 0;
      world.host.onServiceCall = () => {
        if (world.clock.now() >= DUE && ++calls === moment) {
          died += 1;
          throw new ExecutionKilled();
        }
      };
      pass(world, 2);
      world.host.onServiceCall = undefined;
      pass(world, 2);
      expect(world.linkup.bill.entries, `died before call ${moment}`).toHaveLength(ROWS);
      expect(world.host.triggers, `died before call ${moment}`).toHaveLength(1);
      expect(shown(world, id)?.off).toBe('');
    }
    expect(died).toBeGreaterThan(5);
  });
});

describe('a schedule and a person', () => {
  it('ask nothing twice where they meet', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 2 } });
    schedule(world, id, { rule: HOURLY });
    pass(world, 0.95);
    enrich(world, id);
    pass(world, 8);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('agree again when it is its person who saves, at no higher price', async () => {
    const { world, id } = await withFacts(ROWS);
    schedule(world, id);
    const [e] = ask(world, 'start', null).enrichments;
    if (!e) throw new Error('none');
    const { revision, outputs, status, missing, isBroken, renamed, refreshing, ...draft } = e;
    ask(world, 'save', {
      sheetId: world.sheet.id,
      draft: { ...draft, name: 'Facts of all' },
      revision,
      force: false,
    });
    expect(shown(world, id)?.off).toBe('');
    pass(world, 24);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
    // A dearer question is nothing that was agreed to: that is told at once, not first when it is due.
    const options = { ...draft.options, depth: 'deep' };
    const argument = { sheetId: world.sheet.id, draft: { ...draft, options }, force: false };
    ask(world, 'save', { ...argument, revision: revisionOf(world, id) });
    expect(shown(world, id)?.off).toContain('was changed, or costs more');
  });

  it('start now is what the schedule would start', async () => {
    const { world, id } = await withFacts(ROWS);
    schedule(world, id, { cap: 0.018 });
    ask(world, 'refreshNow', { id });
    follow(world, id);
    expect(world.linkup.bill.entries).toHaveLength(3);
    ask(world, 'removeSchedule', { id });
    expect(codeOf(world, 'refreshNow', { id })).toBe('not-scheduled');
  });

  it('keep to the person’s limit for a month', async () => {
    const { world, id } = await withFacts(ROWS);
    ask(world, 'setOwnLimit', { limit: 0.01 });
    schedule(world, id);
    pass(world, 24);
    expect(world.linkup.bill.entries).toEqual([]);
    expect(shown(world, id)).toMatchObject({ off: '', last: { what: expect.stringContaining('own limit') } });
  });
});
