/** The first rows for real: a taste of a table that is kept, and not paid for again. */
import { describe, expect, it } from 'vitest';
import { countryTable } from '../../world/countries';
import { isAnswered, statusOf } from '../../world/says';
import { ask, enrich, follow, toFill, withFacts } from '../../world/sidebar';

describe('the first rows', () => {
  it('are asked for real, and their answers are kept and not paid for again when all rows are asked', async () => {
    const { world, id } = await withFacts(countryTable(12));
    const first = { scope: 'first', first: 5 } as const;
    expect(ask(world, 'offer', toFill(world, id, first))).toMatchObject({
      rows: 5,
      questions: 5,
      skipped: [],
      others: { fill: 12 },
    });
    enrich(world, id, first);
    follow(world, id);
    const done = [...Array(5).fill('Done'), ...Array(7).fill('')];
    expect(world.column(statusOf('Facts'))).toEqual(done);
    expect(world.linkup.bill.entries).toHaveLength(5);
    // The next five are others.
    expect(ask(world, 'offer', toFill(world, id, first))).toMatchObject({ rows: 5, others: { fill: 7 } });
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 7, questions: 7 });
    enrich(world, id);
    follow(world, id);
    expect(world.column(statusOf('Facts')).filter(isAnswered)).toHaveLength(12);
    expect(world.linkup.bill.entries).toHaveLength(12);
  });

  it('take along what asks the same further down, for nothing, and say what was passed over', async () => {
    const countries = ['', 'Peru', 'Chad', 'Peru', 'Mali', ''];
    const { world, id } = await withFacts([['Country', 'Note'], ...countries.map((each) => [each, 'x'])]);
    const first = { scope: 'first', first: 2 } as const;
    expect(ask(world, 'offer', toFill(world, id, first))).toMatchObject({
      rows: 2,
      along: 1,
      skipped: [{ reason: '“Country” is empty', rows: 1 }],
    });
    enrich(world, id, first);
    follow(world, id);
    expect(world.column(statusOf('Facts'))).toEqual(['', 'Done', 'Done', 'Done', '', '']);
    expect(world.linkup.bill.entries).toHaveLength(2);
  });
});
