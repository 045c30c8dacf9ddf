/** About the selected row: what its hidden cells, the last run and the receipts tell of it, read from that row alone. */
import { describe, expect, it } from 'vitest';
import type { AboutRow, Draft } from '../../../src/sidebar/protocol';
import { rectOf } from '../../doubles/google/model/geometry';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { replyTo, traces } from '../../world/reading';
import { ask, codeOf, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const MINUTE = 60_000;
const OWNER = 'owner@example.com';

const select = ({ host, sheet }: World, row: number): void =>
  host.spreadsheet.select(sheet, rectOf(row, 1, row, 1));

/** What the sidebar tells of a row. */
function about(world: World, id: string, row: number): AboutRow {
  select(world, row);
  return ask(world, 'aboutRow', { id });
}

/** Chad fails, Atlantis is not found; Peru stands there twice. */
async function answered(): Promise<{ world: World; id: string }> {
  const failWhen = (work: { type: string; input: object }) =>
    JSON.stringify(work.input).includes('Chad') ? ('INTERNAL_SERVER_ERROR' as const) : null;
  const table = [['Country'], ['Peru'], ['Chad'], ['Atlantis'], ['']];
  const { world, id } = await withFacts(table, { linkup: { failWhen } });
  enrich(world, id);
  follow(world, id);
  return { world, id };
}

describe('about the selected row', () => {
  it('says when it was answered, by which run and whose, what it cost, and its sources', async () => {
    const draft: Partial<Draft> = { ...CAPITAL_DRAFT, shape: 'answer', fields: [], sources: true };
    const { world, id } = await withFacts([['Country'], ['Peru']], {}, draft);
    const startedAt = world.clock.now();
    enrich(world, id);
    follow(world, id);
    const told = about(world, id, 2);
    expect(told).toMatchObject({
      row: 2,
      question: 'What is the capital of Peru?',
      leftOut: '',
      standing: 'answered',
      status: 'Done',
      bill: 'paid',
      price: 0.006,
      run: { by: OWNER, name: 'Facts' },
    });
    expect(told.since).toBeGreaterThanOrEqual(startedAt);
    expect(told.run?.startedAt).toBeGreaterThanOrEqual(startedAt);
    expect(told.sources.length).toBeGreaterThan(0);
  });

  it('says why it has no answer, and that nothing was billed for that', async () => {
    const { world, id } = await answered();
    expect(about(world, id, 3)).toMatchObject({ standing: 'failed', bill: 'free' });
    expect(about(world, id, 3).status).toMatch(/^Failed: /);
    expect(about(world, id, 4)).toMatchObject({ standing: 'not found', bill: 'free' });
    world.sheet.type(6, 1, 'Mali');
    expect(about(world, id, 6)).toMatchObject({ standing: 'unasked', bill: 'none', since: 0, run: null });
  });

  it('says of a copy that it was free, of an edited row that it is outdated, of a typed one so, of a blank one why it is left out', async () => {
    const { world, id } = await answered();
    world.sheet.type(6, 1, 'Peru');
    enrich(world, id);
    follow(world, id);
    expect(about(world, id, 6)).toMatchObject({ standing: 'answered', bill: 'copied' });
    world.sheet.type(2, 1, 'Bolivia');
    // What it cost then is the price of another question.
    expect(about(world, id, 2)).toMatchObject({ standing: 'outdated', bill: 'paid', price: 0 });
    const capital = (world.sheet.displayRows()[0] ?? []).indexOf('capital') + 1;
    world.sheet.type(6, capital, 'mine');
    expect(about(world, id, 6)).toMatchObject({ standing: 'typed', byHand: 'capital' });
    world.sheet.type(3, 1, '');
    world.sheet.type(3, capital + 20, 'a note');
    expect(about(world, id, 3)).toMatchObject({ question: '', leftOut: '“Country” is empty' });
  });

  it('says of a row under way that it is being asked, and by whom', async () => {
    const { world, id } = await withFacts(30, { linkup: { queueLimit: 10 } });
    enrich(world, id);
    expect(about(world, id, 2)).toMatchObject({ standing: 'asking', bill: 'open', run: { by: OWNER } });
    follow(world, id);
  });

  it('finds an earlier run by its receipt, and says where none is left', async () => {
    const { world, id } = await answered();
    const { run } = about(world, id, 2);
    const receipts = world.host.spreadsheet.sheets.find(({ name }) => name === 'Linkup runs');
    // As earlier versions left it.
    receipts?.type(2, 1, `'${new Date(run?.startedAt ?? 0).toISOString()}`);
    world.clock.sleep(5 * MINUTE);
    world.sheet.type(6, 1, 'Mali');
    enrich(world, id);
    follow(world, id);
    // Whoever did not want to be named in receipts is not told of once the run's own record is gone.
    expect(about(world, id, 2).run).toEqual({ ...run, by: '' });
    expect(receipts?.display(3, 1)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    receipts?.clear(1, 1, 3, 19);
    expect(about(world, id, 2)).toMatchObject({ run: null, standing: 'answered', bill: 'paid' });
  });

  it('reads no more of a long table than of a short one, and writes nothing', async () => {
    const costs: number[] = [];
    for (const rows of [5, 200]) {
      const { world, id } = await withFacts(countryTable(rows));
      const [calls, before] = [world.host.calls.sheet, traces(world)];
      about(world, id, 3);
      costs.push(world.host.calls.sheet - calls);
      expect(traces(world)).toEqual(before);
    }
    expect(costs[0]).toBe(costs[1]);
    expect(costs[0]).toBeLessThan(12);
  });

  it('is refused in words outside of the table, on another sheet, and where the enrichment is gone', async () => {
    const { world, id } = await withFacts([['Country'], ['Peru'], [''], ['Chad']]);
    for (const row of [1, 3, 40]) {
      select(world, row);
      expect(codeOf(world, 'aboutRow', { id })).toBe('no-row-selected');
    }
    expect(codeOf(world, 'aboutRow', { id: 'gone' })).toBe('unknown-enrichment');
    world.host.spreadsheet.select(world.host.spreadsheet.addSheet('Other'));
    expect(codeOf(world, 'aboutRow', { id })).toBe('wrong-sheet');
  });
});

describe('the row that was told of', () => {
  const again = (world: World, { row, question, since }: AboutRow, id: string, total = 0.055) => {
    const { revision } = toFill(world, id);
    return { id, revision, row, question, since, total };
  };

  it('is asked again by itself, at its price, by a run like any other', async () => {
    const { world, id } = await answered();
    const told = about(world, id, 4);
    const billed = world.linkup.bill.entries.length;
    expect(ask(world, 'askAgain', again(world, told, id))).toMatchObject({
      state: 'working',
      counts: { rows: 1 },
    });
    follow(world, id);
    expect(about(world, id, 4).since).toBeGreaterThan(told.since);
    const answer = about(world, id, 2);
    ask(world, 'askAgain', again(world, answer, id));
    follow(world, id);
    expect(world.linkup.bill.entries.length).toBe(billed + 1);
    // The reply got lost, and the person presses once more.
    expect(codeOf(world, 'askAgain', again(world, answer, id))).toBe('row-gone');
    expect(about(world, id, 2)).toMatchObject({ standing: 'answered', bill: 'paid' });
  });

  it('is not asked where it is another by now, was typed, has become dearer, or a run is on: in words, and for nothing', async () => {
    const { world, id } = await answered();
    const told = about(world, id, 2);
    const asked = world.linkup.tasks.length;
    expect(codeOf(world, 'askAgain', again(world, told, id, 0.001))).toBe('offer-changed');
    world.sheet.type(2, 1, 'Bolivia');
    expect(codeOf(world, 'askAgain', again(world, told, id))).toBe('row-gone');
    expect(codeOf(world, 'askAgain', { ...again(world, told, id), revision: 'old' })).toBe('offer-outdated');
    expect(codeOf(world, 'askAgain', { ...again(world, told, id), row: 90 })).toBe('row-gone');
    world.sheet.type(2, 1, 'Peru');
    const capital = (world.sheet.displayRows()[0] ?? []).indexOf('capital') + 1;
    world.sheet.type(2, capital, 'mine');
    expect(replyTo(world, 'askAgain', again(world, told, id))).toMatchObject({
      code: 'row-not-asked',
      sentence: expect.stringContaining('filled by hand'),
    });
    expect(world.linkup.tasks).toHaveLength(asked);
    world.sheet.type(6, 1, 'Mali');
    enrich(world, id);
    expect(codeOf(world, 'askAgain', again(world, told, id))).toBe('already-running');
    follow(world, id);
  });
});
