/** The formula =LINKUP: what a cell shows, and that whatever is recalculated, copied or sorted is billed once. */
import { describe, expect, it } from 'vitest';
import { calculate, recalculated, shows, withFormulas } from '../../world/formula';

const CAPITAL = 'What is the capital of Portugal?';

describe('a formula', () => {
  it('that is recalculated a hundred times bills once', async () => {
    const world = await withFormulas();
    const { shown, questions, usd } = recalculated(world, CAPITAL, 100);
    expect(shown).toContain('Lisbon');
    expect(questions).toBe(1);
    expect(usd).toBeCloseTo(0.006, 9);
  });
  it('gives what it is asked for', async () => {
    const world = await withFormulas();
    console.log(
      shows(world, CAPITAL, '', 'sources'),
      shows(world, 'What is the area of Portugal in km²?', 'fast', 'number'),
      world.host.executions.map((e) => e.endedAt - e.startedAt),
    );
    console.log(
      calculate(world, [{ a1: 'A2:A5' }]),
      world.linkup.bill.entries.length,
      [...world.host.properties.document],
      world.host.calls.byMethod,
    );
  });
});
