/** Auto refresh: an enrichment asks by itself what is new, changed or failed, at its hour, and nothing twice. */
import { describe, expect, it } from 'vitest';
import { countryTable } from '../../world/countries';
import { lastToast } from '../../world/reading';
import { pass, schedule, shown } from '../../world/schedules';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const asked = (world: World): number => world.linkup.bill.entries.length;

/** Ten countries, six of them answered. */
async function answered(rows = 10, first = 6) {
  const { world, id } = await withFacts(countryTable(rows));
  enrich(world, id, { scope: 'first', first });
  follow(world, id);
  expect(asked(world)).toBe(first);
  return { world, id };
}

/** A person types over a cell of an answer. */
function typeOver(world: World, row: number, heading: string, text: string): void {
  const [headings = []] = world.sheet.displayRows();
  world.sheet.type(row, headings.indexOf(heading) + 1, text);
}

describe('a schedule', () => {
  it('asks at its hour what is new, and the next nights nothing', async () => {
    const { world, id } = await answered();
    schedule(world, id);
    expect(shown(world, id)).toMatchObject({ mine: true, next: 'Tuesday 24 November, 7:00', off: '' });
    pass(world, 20);
    expect(asked(world)).toBe(6);
    pass(world, 4);
    expect(asked(world)).toBe(10);
    expect(world.column('Facts status').every((status) => status === 'Done')).toBe(true);
    pass(world, 24);
    expect(asked(world)).toBe(10);
    expect(shown(world, id)).toMatchObject({
      next: 'Thursday 26 November, 7:00',
      last: { when: expect.stringContaining('Wednesday 25 November, 7:'), what: 'nothing asked' },
    });
  });

  it('goes by the clock of the spreadsheet, and the menu says when, as whom, with which key and for how much', async () => {
    const { world, id } = await answered();
    world.host.spreadsheet.timeZone = 'America/New_York';
    expect(ask(world, 'scheduleTerms', null)).toMatchObject({
      by: 'owner@example.com',
      timeZone: 'America/New_York',
    });
    schedule(world, id);
    world.press('Check for results now');
    expect(lastToast(world)).toContain(
      '“Facts” is refreshed next on Monday 23 November, 7:00, as owner@example.com, with the key …-key, for at most $1.00.',
    );
    pass(world, 2.9);
    expect(asked(world)).toBe(6);
    pass(world, 0.7);
    expect(asked(world)).toBe(10);
  });

  it('starts within the hour where the add-on is published', async () => {
    const { world, id } = await withFacts(4, { profile: 'addon' });
    expect(ask(world, 'scheduleTerms', null).within).toBe(60);
    schedule(world, id, { rule: { every: 'day', hour: 11, day: 0 } });
    pass(world, 1.9);
    expect(asked(world)).toBe(0);
    pass(world, 3);
    expect(asked(world)).toBe(4);
    expect(world.host.triggers).toHaveLength(1);
  });

  it('does not go on where its person saves a further step, which makes a question dearer', async () => {
    const { world, id } = await withFacts(4);
    schedule(world, id);
    const e = ask(world, 'start', null).enrichments.find((each) => each.id === id);
    if (!e) throw new Error('none');
    const draft = { ...e, steps: [{ type: 'search', depth: 'deep' }] } as const;
    ask(world, 'save', { sheetId: world.sheet.id, draft, revision: e.revision, force: false });
    expect(shown(world, id)?.off).toContain('costs more');
    pass(world, 24);
    expect(world.linkup.bill.entries).toEqual([]);
  });

  it('starts once for all the times that it has missed', async () => {
    const { world, id } = await answered();
    schedule(world, id, { rule: { every: 'hour', hour: 0, day: 0 } });
    world.clock.sleep(50 * 3_600_000);
    const runs = () => world.host.executions.filter(({ fn }) => fn.endsWith('ByClock')).length;
    pass(world, 3);
    expect(asked(world)).toBe(10);
    expect(runs()).toBeLessThanOrEqual(8);
  });

  it('leaves no trigger behind once it is paused or removed, and can be turned on again', async () => {
    const { world, id } = await answered();
    schedule(world, id);
    ask(world, 'pauseSchedule', { id });
    expect(shown(world, id)?.off).toContain('Paused');
    pass(world, 24);
    expect(asked(world)).toBe(6);
    expect(world.host.triggers).toHaveLength(0);
    schedule(world, id);
    pass(world, 24);
    expect(asked(world)).toBe(10);
    ask(world, 'removeSchedule', { id });
    expect(shown(world, id)).toBeNull();
    pass(world, 24);
    expect(world.host.triggers).toHaveLength(0);
  });

  it('never asks beyond its cap, and lets the rest go until the next time', async () => {
    const { world, id } = await answered();
    schedule(world, id, { cap: 0.012 });
    pass(world, 24);
    expect(asked(world)).toBe(8);
    pass(world, 24);
    expect(asked(world)).toBe(10);
  });
});

describe('which rows a schedule asks', () => {
  it('are those that were edited, and no typed value is touched', async () => {
    const { world, id } = await answered(10, 10);
    schedule(world, id);
    world.sheet.type(3, 1, 'Chad');
    typeOver(world, 4, 'capital', 'Typed by hand');
    pass(world, 24);
    expect(asked(world)).toBe(11);
    expect(world.column('capital')[1]).toBe("N'Djamena");
    expect(world.column('capital')[2]).toBe('Typed by hand');
  });

  it('are answers that are old, by days, and those only where it is wanted', async () => {
    const { world, id } = await answered(4, 4);
    schedule(world, id, { rows: { fresh: true, changed: true, failed: true, days: 2 } });
    pass(world, 24);
    expect(asked(world)).toBe(4);
    pass(world, 24);
    expect(asked(world)).toBe(8);
    pass(world, 24);
    expect(asked(world)).toBe(8);
    pass(world, 24);
    expect(asked(world)).toBe(12);
  });

  it('are only the kinds that were chosen', async () => {
    const { world, id } = await answered(10, 6);
    schedule(world, id, { rows: { fresh: false, changed: true, failed: false } });
    world.sheet.type(3, 1, 'Chad');
    pass(world, 24);
    expect(asked(world)).toBe(7);
  });
});
