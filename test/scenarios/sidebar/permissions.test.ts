/** Permissions left unticked at consent, or taken back in mid-run: said by their names, in whatever language Google speaks. */
import { describe, expect, it } from 'vitest';
import { replyTo } from '../../world/reading';
import { SAYS, statusOf } from '../../world/says';
import { ask, enrich, follow, toFill, withFacts } from '../../world/sidebar';

const WEB = 'script.external_request';
const ROWS = 6;

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
