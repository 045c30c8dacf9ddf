/** The layout: columns are found by their marks wherever they are. */
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/sheet/layout';
import { problemOf } from '../../world/definitions';
import { FACTS, PLACES } from '../../world/table-sample';

function without(...parts: string[]): ReadonlyMap<string, number> {
  return new Map([...PLACES].filter(([place]) => !parts.some((part) => place === `e1/${part}`)));
}

describe('a layout', () => {
  it('says where each column is, from 1', () => {
    const layout = layoutOf(FACTS, PLACES);
    expect(layout).toMatchObject({ status: 3, state: 4, task: 5, question: 6 });
    expect(layout.outputs.map(({ column, at }) => [column.part, at])).toEqual([['field:capital', 2]]);
  });

  it('keeps the order of the outputs wherever they were moved', () => {
    const e = { ...FACTS, fields: [...FACTS.fields, { name: 'area', kind: 'number' } as const] };
    const moved = new Map([...PLACES, ['e1/field:capital', 9], ['e1/field:area', 7]]);
    expect(layoutOf(e, moved).outputs.map(({ at }) => at)).toEqual([9, 7]);
  });

  it('does without outputs and a Status that a person deleted', () => {
    expect(layoutOf(FACTS, without('field:capital', 'status'))).toMatchObject({ outputs: [], status: 0 });
  });

  it.each(['state', 'task', 'question'])('needs the ledger’s %s', (part) => {
    expect(problemOf(() => layoutOf(FACTS, without(part)))).toMatchObject({
      code: 'columns-missing',
      subject: part,
    });
  });

  it('takes no column of another enrichment for its own', () => {
    const other = { ...FACTS, id: 'e2' };
    expect(problemOf(() => layoutOf(other, PLACES)).subject).toBe('state, task, question');
  });
});
