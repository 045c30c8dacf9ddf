/** Permissions left unticked at consent, or taken back in mid-run: said by their names, in whatever language Google speaks. */
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../doubles/google';
import { everyCall, namesOf } from '../../world/every-call';
import { shows } from '../../world/formula';
import { listed, makeList } from '../../world/lists';
import { leftovers, readable, receipts, replyTo } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { pass, schedule } from '../../world/schedules';
import { ask, BOB, enrich, follow, toFill, withFacts } from '../../world/sidebar';

const WEB = 'script.external_request';
const EMAIL = 'userinfo.email';
const ROWS = 6;
const HOUR = 3_600_000;

describe('the permission to reach Linkup', () => {
  it('left unticked, is asked for by its name before anything is asked', async () => {
    const { world, id } = await withFacts(ROWS);
    world.host.withhold(WEB);
    const reply = replyTo(world, 'offer', toFill(world, id));
    expect(reply).toMatchObject({ ok: false, code: 'no-permission' });
    expect(JSON.stringify(reply)).toContain('“Connect to an external service”');
  });

  it('taken back in mid-run, pauses the run in words and lets the trigger go; given again, all goes on', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 3 } });
    enrich(world, id);
    world.host.withhold(WEB);
    world.host.runClock(world.clock.now() + 5 * 60_000);
    const report = ask(world, 'progress', { id });
    expect(report).toMatchObject({ state: 'paused', code: 'no-permission' });
    expect(report?.paused).toContain('“Connect to an external service”');
    expect(world.host.triggers).toEqual([]);
    world.host.grant(WEB);
    ask(world, 'resume', { id });
    follow(world, id);
    expect(new Set(world.column(statusOf('Facts')))).toEqual(new Set([SAYS.done]));
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });
});

describe('“Set up…”', () => {
  it('has Google ask again for each permission without which nothing works, and for no other', async () => {
    const { world } = await withFacts(1);
    const { host } = world;
    for (const scope of ['spreadsheets.currentonly', 'script.container.ui', WEB]) {
      host.withhold(scope);
      expect(() => world.press(MENU.setUp)).toThrow();
      expect(host.consents.at(-1)).toEqual([`https://www.googleapis.com/auth/${scope}`]);
      expect(host.sidebar).toBeUndefined();
      host.grant(scope);
    }
    for (const scope of ['script.scriptapp', EMAIL]) host.withhold(scope);
    world.press(MENU.setUp);
    expect(host.sidebar).toBeDefined();
    expect(host.consents).toHaveLength(3);
  });

  it('opens where Google does not say what was granted', async () => {
    const { world } = await withFacts(1);
    world.host.onServiceCall = ({ method }) => {
      if (method === 'getAuthorizationInfo') throw new ServiceError('Nobody knows.');
    };
    world.press(MENU.setUp);
    expect(world.host.sidebar).toBeDefined();
  });
});

describe('the permission to show dialogs', () => {
  it('is needed to agree to a price: without it nothing is asked', async () => {
    const { world } = await withFacts(1);
    world.host.withhold('script.container.ui');
    // Google tells the person itself: there is no way for us to show anything.
    expect(() => world.press(MENU.all)).toThrow('script.container.ui');
    expect(world.linkup.bill.entries).toEqual([]);
  });
});

describe('the permission to see one’s e-mail address', () => {
  it('may be left unticked: all is done as ever, and the receipt names nobody, wanted or not', async () => {
    const { world, id } = await withFacts(ROWS);
    world.host.withhold(EMAIL);
    ask(world, 'nameMe', { named: true });
    enrich(world, id);
    follow(world, id);
    world.sheet.type(world.sheet.lastRow + 1, 1, 'Chad');
    world.press(MENU.all, 'YES');
    world.untilDone();
    expect(new Set(world.column(statusOf('Facts')))).toEqual(new Set([SAYS.done]));
    expect(world.linkup.bill.entries).toHaveLength(ROWS + 1);
    expect(receipts(world).map(({ By }) => By)).toEqual(['', '']);
    expect(readable(world).filter((text) => text.includes('@'))).toEqual([]);
    expect(leftovers(world)).toEqual([]);
  });

  it('decides which quotas count: unknown, the account has the smaller ones', async () => {
    const google = { owner: 'owner@workspace.example' };
    const { world, id } = await withFacts(ROWS, { google, linkup: { queueLimit: 2 } });
    enrich(world, id);
    // All that a consumer account may do by trigger in a day, and a quarter of what a Workspace account may.
    const used = { since: world.clock.now(), fetches: 0, triggerMs: 90 * 60_000 };
    world.host.properties.user(google.owner).set('linkup.meter', JSON.stringify(used));
    const wait = () => (ask(world, 'progress', { id })?.nextCheckAt ?? 0) - world.clock.now();
    expect(wait()).toBeLessThan(2 * HOUR);
    world.host.withhold(EMAIL);
    expect(wait()).toBeGreaterThan(20 * HOUR);
  });

  it('is missed by nothing: every call, a refresh, a list and formulas work, and no address is written down', async () => {
    const { world, id } = await withFacts(ROWS);
    const { host } = world;
    host.withhold(EMAIL);
    // Whoever may not know the person may not be told the owner either.
    host.onServiceCall = ({ service, method }) => {
      if (service === 'Session.User' && method === 'getEmail') throw new ServiceError('Not allowed.');
    };
    ask(world, 'nameMe', { named: true });
    schedule(world, id);
    ask(world, 'setFormula', { cap: 1 });
    expect(shows(world, 'What is the capital of Peru?')).toContain('Lima');
    const { kept } = makeList(world);
    listed(world, kept);
    pass(world, 30);
    expect(new Set(world.column(statusOf('Facts')))).toEqual(new Set([SAYS.done]));
    expect(receipts(world).map(({ By }) => By)).toEqual(['', '']);
    const calls = everyCall(world);
    const replies = namesOf(calls).map((name) => JSON.stringify(replyTo(world, name, calls[name])));
    expect(replies.filter((reply) => /no-permission|cannot-read|unexpected|@example/.test(reply))).toEqual(
      [],
    );
    expect(JSON.stringify([...host.properties.document])).not.toContain('@');
  });

  it('leaves colleagues unnamed to each other, never mixed up: another’s run stays another’s', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 2 } });
    for (const user of [undefined, BOB]) world.host.withhold(EMAIL, user);
    enrich(world, id);
    expect(ask(world, 'progress', { id }, BOB)).toMatchObject({ by: 'somebody else', state: 'working' });
    expect(ask(world, 'progress', { id })).toMatchObject({ by: '' });
  });
});

it('without the permission for triggers a run works as long as somebody looks, and says that it does not go on by itself', async () => {
  const { world, id } = await withFacts(2);
  world.host.withhold('script.scriptapp');
  expect(enrich(world, id)).toMatchObject({ state: 'working', goesOn: false });
  follow(world, id);
  expect(world.column(statusOf('Facts'))).toEqual([SAYS.done, SAYS.done]);
});

it('without the permission for the sheet the trigger goes, and the sidebar says which one is missing', async () => {
  const { world, id } = await withFacts(2);
  enrich(world, id);
  world.host.withhold('spreadsheets.currentonly');
  // As an add-on it looks once an hour.
  world.host.runClock(world.clock.now() + 70 * 60_000);
  expect(world.host.triggers).toEqual([]);
  expect(replyTo(world, 'progress', { id })).toMatchObject({ ok: false, code: 'no-permission' });
});
