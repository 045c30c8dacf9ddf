/** Formulas where much comes together: ranges that recalculate at once, a store that fills, a cap in mid-range, a key that goes, a formula that goes. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import type { Knowledge } from '../../doubles/linkup';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { calculate, errorOf, shows, withFormulas } from '../../world/formula';
import { openWithLinkup } from '../../world/reading';
import { ask, BOB } from '../../world/sidebar';
import { slow } from '../../world/slow';
import type { World } from '../../world/world';

const CAPITAL = 'What is the capital of Portugal?';
const SPAIN = 'What is the capital of Spain?';
const DAY = 86_400_000;

/** Every question has an answer of so many characters. */
const talkative = (length: number): Knowledge => ({
  topicOf: (question) => ({
    name: question,
    facts: [{ key: 'capital', value: 'x', sentence: 'y'.repeat(length) }],
    sources: [{ name: 'A page', url: 'https://a.example/', content: 'y' }],
    images: [],
  }),
  pageAt: () => 'MISSING',
});

const questions = (n: number): string[][] =>
  Array.from({ length: n }, (_, i) => [`What is the capital of place ${i}?`]);

const billed = ({ linkup }: World): string[] => linkup.bill.entries.map(({ question }) => question);

/** What the formulas take of the document's store, in bytes. */
function taken({ host }: World): number {
  const own = [...host.properties.document].filter(([key]) => key.startsWith('linkup.formula.'));
  return own.reduce((sum, [key, json]) => sum + Buffer.byteLength(key + json), 0);
}

describe('formulas', () => {
  it('that ask 150 questions from two ranges at the same time bill each once', async () => {
    const clock = new VirtualClock();
    const world = await withFormulas(5, { clock, knowledge: talkative(40) });
    world.sheet.fromRows(questions(150));
    const { host } = world;
    let calls = 0;
    host.onServiceCall = () => {
      calls += 1;
      if (![3, 9, 12, 20].includes(calls)) return;
      const hook = host.onServiceCall;
      host.onServiceCall = undefined;
      clock.beside(() => void calculate(world, [{ a1: 'A51:A150' }], { user: BOB }));
      host.onServiceCall = hook;
    };
    calculate(world, [{ a1: 'A1:A100' }]);
    host.onServiceCall = undefined;
    world.clock.sleep(60_000);
    for (const a1 of ['A1:A100', 'A51:A150'])
      expect((shows(world, { a1 }) as string[][]).every(([text]) => text?.includes('yyy'))).toBe(true);
    expect(billed(world)).toHaveLength(150);
    expect(new Set(billed(world)).size).toBe(150);
  });

  it('keep the long answers of a whole range within their 150 kB, each as far as there is room', async () => {
    const world = await withFormulas(5, { knowledge: talkative(7_000) });
    world.sheet.fromRows(questions(100));
    shows(world, { a1: 'A1:A100' });
    expect(taken(world)).toBeLessThanOrEqual(150_000);
    world.clock.sleep(10 * DAY);
    const rows = shows(world, { a1: 'A1:A100' }) as string[][];
    expect(rows.every(([text]) => text?.startsWith('yyy'))).toBe(true);
    expect(billed(world)).toHaveLength(100);
  });

  it('ask nothing of a range that the cap of the day ends in, and show what is kept of it', async () => {
    const world = await withFormulas(0.018);
    shows(world, CAPITAL);
    world.sheet.fromRows([
      [CAPITAL],
      [SPAIN],
      ['What is the capital of France?'],
      ['What is the capital of Peru?'],
    ]);
    const [first, ...others] = shows(world, { a1: 'A1:A4' }) as string[][];
    expect(first?.[0]).toContain('Lisbon');
    for (const [text] of others) expect(text).toContain('have reached what they may cost a day');
    expect(billed(world)).toHaveLength(1);
    expect(ask(world, 'formula', null).asked).toBeCloseTo(0.006, 9);
    // What still fits is asked.
    expect(shows(world, { a1: 'A1:A3' })).toEqual([
      [expect.stringContaining('Lisbon')],
      [expect.stringContaining('Madrid')],
      [expect.stringContaining('Paris')],
    ]);
  });

  it('whose key is taken away or replaced while they are asked say so, and bill nothing more once it is back', async () => {
    const keys = { [TEST_KEY]: { organization: 'acme' }, other: { organization: 'other' } };
    const knobs = slow([60_000, 60_000]);
    const { world, linkup } = await openWithLinkup(countryTable(1), { keys, knobs }, TEST_KEY);
    ask(world, 'setFormula', { cap: 1 });
    errorOf(world, [CAPITAL]);
    ask(world, 'disconnect', null);
    world.clock.sleep(2 * 60_000);
    expect(errorOf(world, [CAPITAL])).toContain(
      'its answer cannot be fetched; it is not asked and billed again',
    );
    expect(errorOf(world, [SPAIN])).toContain('there is none. Nothing was asked');
    ask(world, 'connect', { key: 'other' });
    expect(errorOf(world, [CAPITAL])).toContain('has connected that key again');
    ask(world, 'connect', { key: TEST_KEY });
    expect(shows(world, CAPITAL)).toContain('Lisbon');
    expect(linkup.bill.entries).toHaveLength(1);
  });

  it('that are deleted while they are asked have their answers collected by others, and are not billed again', async () => {
    const world = await withFormulas(1, { linkup: slow([40_000, 40_000]) });
    errorOf(world, [CAPITAL]);
    errorOf(world, [SPAIN]);
    world.clock.sleep(30_000);
    // Only the second is still in a cell.
    expect(shows(world, SPAIN)).toContain('Madrid');
    world.clock.sleep(2 * DAY);
    expect(shows(world, CAPITAL)).toContain('Lisbon');
    expect(billed(world)).toHaveLength(2);
  });
});
