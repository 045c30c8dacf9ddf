/** What a formula is given that it cannot ask: each an error that says it, and nothing is billed. */
import { describe, expect, it } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { errorOf, shows, withFormulas } from '../../world/formula';
import { openWithLinkup } from '../../world/reading';
import { ask, BOB, codeOf } from '../../world/sidebar';
import { World } from '../../world/world';

const CAPITAL = 'What is the capital of Portugal?';

describe('a formula that cannot ask', () => {
  it('says why, without asking: a blank, an error, a range of 101', async () => {
    const world = await withFormulas();
    world.sheet.fromRows(Array.from({ length: 101 }, (_, i) => [`What is number ${i}?`]));
    Object.assign(world.sheet.cell(1, 2), { formula: '=NA()', value: '#N/A' });
    expect(errorOf(world, [{ a1: 'B2' }])).toContain('The question is empty');
    expect(errorOf(world, [{ a1: 'B1' }])).toContain('is an error, #N/A');
    expect(errorOf(world, [{ a1: 'A1:A101' }])).toContain('101 different questions');
    expect(world.linkup.tasks).toEqual([]);
  });

  it('says that it is off until its owner turns it on, and who has no key', async () => {
    const world = await World.open([['Country']]);
    expect(errorOf(world, [CAPITAL])).toContain('=LINKUP is off in this spreadsheet');
    ask(world, 'connect', { key: TEST_KEY }, BOB);
    expect(codeOf(world, 'setFormula', { cap: 1 }, BOB)).toBe('formula-not-owner');
    ask(world, 'setFormula', { cap: 1 });
    expect(shows(world, CAPITAL)).toContain('Lisbon');
    ask(world, 'setFormula', { cap: 0 });
    expect(errorOf(world, ['What is the capital of Spain?'])).toContain('is off');
    ask(world, 'setFormula', { cap: 1 });
    ask(world, 'disconnect', null);
    expect(errorOf(world, ['What is the capital of Spain?'])).toContain('there is none');
    expect(codeOf(world, 'setFormula', { cap: 1 })).toBe('no-key');
    expect(shows(world, CAPITAL)).toContain('Lisbon');
    expect(world.linkup.bill.entries).toHaveLength(1);
  });

  it('is not paid by a key that its owner has not said it of', async () => {
    const keys = { [TEST_KEY]: { organization: 'acme' }, other: { organization: 'acme' } };
    const { world } = await openWithLinkup(countryTable(3), { keys });
    ask(world, 'setFormula', { cap: 1 });
    ask(world, 'connect', { key: 'other' });
    expect(errorOf(world, [CAPITAL])).toContain('is off');
    expect(ask(world, 'formula', null)).toEqual({ cap: 0, asked: 0 });
  });

  it('asks nothing for who may only view, and shows them what is kept', async () => {
    const world = await withFormulas();
    const viewer = { user: BOB, isViewer: true };
    expect(errorOf(world, [CAPITAL], viewer)).toContain('If you may only view this spreadsheet');
    expect(world.linkup.tasks).toEqual([]);
    shows(world, CAPITAL);
    world.clock.sleep(86_400_000);
    expect(errorOf(world, [CAPITAL], viewer)).toBe('');
  });

  it('counts for the owner’s own limit of the month, whoever recalculates', async () => {
    const world = await withFormulas();
    ask(world, 'setOwnLimit', { limit: 0.013 });
    errorOf(world, [CAPITAL], { user: BOB });
    expect(ask(world, 'ownLimit', null).counted).toBe(0);
    shows(world, 'What is the capital of Spain?');
    expect(ask(world, 'ownLimit', null).counted).toBeCloseTo(0.012, 9);
    expect(errorOf(world, ['What is the capital of France?'], { user: BOB })).toContain('of your own limit');
    expect(world.linkup.tasks).toHaveLength(2);
  });

  it('refuses where no room is left, evicts nothing that was used within 30 days, and makes room of what was not', async () => {
    const world = await withFormulas(5);
    const { document } = world.host.properties;
    shows(world, CAPITAL);
    const [key = '', json = ''] = [...document].find(([name]) => name.startsWith('linkup.formula.')) ?? [];
    const full = JSON.stringify({ ...JSON.parse(json), end: { kind: 'text', text: 'x'.repeat(5_800) } });
    for (let n = 0; n < 26; n++) document.set(`linkup.formula.${n}`, full);
    expect(errorOf(world, ['What is the capital of Spain?'])).toContain('There is no room');
    expect(document.size).toBeGreaterThan(27);
    world.clock.sleep(31 * 86_400_000);
    shows(world, CAPITAL);
    expect(shows(world, 'What is the capital of Spain?')).toContain('Madrid');
    expect(document.has(key)).toBe(true);
    expect([...document].filter(([name]) => /^linkup\.formula\.\d+$/.test(name))).toHaveLength(25);
  });
});
