/** Chains: what uses what is told by the columns that questions and conditions name, whatever they are called. */
import { describe, expect, it } from 'vitest';
import { before, circleFrom, inOrder, type Member, usesAmong } from '../../../src/enrichment/chain';
import { aSearch } from '../../world/definitions';

const HEADINGS = ['Company', 'Website', 'Page', 'Size'];

function member(id: string, template: string, fills: number, column?: string): Member {
  const onlyIf = column === undefined ? {} : { onlyIf: { column, test: 'not empty' as const } };
  return { e: aSearch({ id, name: id, template, ...onlyIf }), headings: HEADINGS, fills: [fills] };
}

const SITE = member('site', 'Website of {{Company}}', 1);
const PAGE = member('page', '{{ website }}', 2);
const SIZE = member('size', '{{Page}}', 3, 'Website');

describe('a chain', () => {
  it('is told by what questions and conditions name', () => {
    expect([...usesAmong([SIZE, PAGE, SITE])]).toEqual([
      ['size', ['page', 'site']],
      ['page', ['site']],
      ['site', []],
    ]);
  });

  it('stands in an order in which each is behind what it uses, and else as it was', () => {
    const all = [SIZE, member('alone', '{{Company}}', 9), PAGE, SITE];
    const uses = usesAmong(all);
    expect(
      inOrder(
        all.map(({ e }) => e),
        uses,
      ).map(({ id }) => id),
    ).toEqual(['site', 'page', 'size', 'alone']);
    expect(before('size', uses)).toEqual(['site', 'page']);
  });

  it('that goes round in a circle says which way', () => {
    const uses = usesAmong([member('site', '{{Size}}', 1), PAGE, SIZE]);
    expect(circleFrom('site', uses)).toEqual(['site', 'size']);
    expect(circleFrom('site', usesAmong([SITE, PAGE, SIZE]))).toBeUndefined();
  });

  it('has nothing to do with a column that is not there, or may be two', () => {
    const twice = { ...member('page', '{{Website}} {{Gone}}', 2), headings: ['Website', 'Website'] };
    expect(usesAmong([SITE, twice]).get('page')).toEqual([]);
  });
});
