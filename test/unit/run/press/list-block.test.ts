/** What of an answer becomes rows of a list, and what is left out. */
import { describe, expect, it } from 'vitest';
import { type Enrichment, enrichment } from '../../../../src/enrichment/definition';
import { listKey, listQuestion, MOST_LISTED } from '../../../../src/enrichment/list';
import { itemsIn } from '../../../../src/linkup/list-items';
import { blockOf } from '../../../../src/run/press/list-block';
import { LIST } from '../../../world/lists';

const E: Enrichment = enrichment({ ...LIST, name: 'Countries', sheetId: 0, schema: undefined }, '');
const item = (Country: unknown, capital = ''): object => ({ country: Country, capital });
const block = (items: readonly unknown[], there: readonly string[] = [], room = 10) =>
  blockOf(E, items, new Set(there.map(listKey)), room);

describe('the rows of a list', () => {
  it('come once each, whatever their letters, spaces and HTML', () => {
    const { rows, doubles } = block(
      [item('A & B'), item(' a  &amp; b '), item('A & B', 'x'), item('C')],
      ['c'],
    );
    expect([rows.length, doubles]).toEqual([1, 3]);
  });

  it('without a key are left out, and beyond the room too', () => {
    const { rows, keyless, beyond } = block([item(''), item('A'), item('B'), item('C'), item('A')], [], 2);
    expect([rows.length, keyless, beyond]).toEqual([2, 1, 1]);
  });

  it('that are plain texts, or no numbers where numbers were asked, are shown as the texts they are', () => {
    const { rows } = block(['Peru', { country: '=1+1', area: 'large' }]);
    expect(rows).toEqual([
      [{ kind: 'text', text: 'Peru' }, undefined, undefined],
      [{ kind: 'text', text: '=1+1' }, undefined, { kind: 'text', text: 'large' }],
    ]);
  });

  it.each([
    ['as asked', { rows: [1, 2] }],
    ['in a wrapper', { data: { rows: [1, 2] }, sources: [] }],
    ['under another name', { countries: [1, 2] }],
    ['without any', [1, 2]],
    ['in a list of lists', [{ rows: [1] }, { rows: [2] }]],
    ['as a text', '{"rows":[1,2]}'],
  ])('are found %s', (_, output) => expect(itemsIn(output)).toEqual([1, 2]));

  it.each([[{ rows: [] }], [null], [''], [{ rows: null }]])('are none in %j', (output) =>
    expect(itemsIn(output)).toEqual([]));

  it.each([['In short: Peru.'], [{ rows: 3 }], [{ a: [1], b: [2] }]])('are not to be had from %j', (output) =>
    expect(itemsIn(output)).toBeUndefined());
});

describe('the question for a list', () => {
  it('has a root that is an object, and names those that are there, as many as have room', () => {
    const there = Array.from({ length: MOST_LISTED }, (_, i) => `A country with a long name ${i}`);
    const { input } = listQuestion(E, there);
    expect(JSON.parse(String(input.structuredOutputSchema))).toMatchObject({
      type: 'object',
      properties: { rows: { type: 'array', items: { type: 'object' } } },
    });
    expect(String(input.q)).toContain('A country with a long name 0; ');
    expect(String(input.q).length).toBeLessThanOrEqual(10_000);
  });
});
