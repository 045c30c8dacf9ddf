/** The indexes of a table: kept up to date row by row, they say the same as if they were made anew. */
import { describe, expect, it } from 'vitest';
import { Indexes } from '../../../../src/run/rows/row-index';
import type { Row } from '../../../../src/sheet/table';
import { printOf, rowsOf, type SampleRow, stateOf } from '../../../world/table-sample';

const LANDS = ['Chad', 'Mali', 'Peru', 'Niger'] as const;

/** A row that asks about one country, whose ledger may speak of another, or of none. */
function sample(asks: string, knows: string | undefined): SampleRow {
  if (knows === undefined) return { country: asks };
  return { country: asks, state: stateOf(knows, {}), question: printOf(knows) };
}

/** The same figures each time. */
function* figures(): Generator<number, never> {
  for (let x = 7; ; x = (x * 1_103_515_245 + 12_345) % 2_147_483_648) yield x;
}

function anyRow(next: () => number): SampleRow {
  const [asks = '', knows] = [LANDS[next() % LANDS.length], [...LANDS, undefined][next() % 5]];
  return sample(asks, knows);
}

/** What an index says of every country. */
function told(indexes: Indexes): unknown {
  const ats = (rows: readonly Row[]): number[] => rows.map(({ at }) => at);
  return LANDS.map(printOf).map((print) => ({
    asking: ats(indexes.asking.of(print)),
    naming: ats(indexes.naming.of(print)),
    stating: ats(indexes.stating.of(print)),
  }));
}

describe('indexes that are told which rows were read anew', () => {
  it('say what indexes say that were made of all rows, whatever changed', () => {
    const source = figures();
    const next = (): number => source.next().value >> 8;
    let rows: readonly Row[] = rowsOf(...Array.from({ length: 30 }, () => anyRow(next)));
    const indexes = new Indexes(rows);
    for (let round = 0; round < 60; round++) {
      const others = rowsOf(...Array.from({ length: 30 }, () => anyRow(next)));
      const fresh = others.filter(() => next() % 4 === 0);
      const replaced = indexes.replace(rows, fresh);
      rows = replaced.rows;
      expect(told(indexes)).toEqual(told(new Indexes(rows)));
      expect(rows.filter((row) => fresh.includes(row))).toHaveLength(fresh.length);
    }
  });

  it('name the questions that something may have changed for', () => {
    const rows = rowsOf(sample('Chad', 'Chad'), sample('Mali', undefined));
    const fresh = rowsOf(sample('Chad', 'Peru')).slice(0, 1);
    const { touched } = new Indexes(rows).replace(rows, fresh);
    expect(touched).toEqual(new Set([printOf('Chad'), printOf('Peru')]));
  });

  it('leave out a row that is not where it was', () => {
    const rows = rowsOf(sample('Chad', 'Chad'));
    const [stranger] = rowsOf(sample('Mali', undefined), sample('Mali', undefined)).slice(1);
    if (!stranger) throw new Error('no row');
    const { rows: now, touched } = new Indexes(rows).replace(rows, [stranger]);
    expect([now, touched.size]).toEqual([rows, 0]);
  });
});
