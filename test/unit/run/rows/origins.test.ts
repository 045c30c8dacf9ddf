/** Which column was which: ours by their mark, a person's by name, by what it holds, or by its neighbour. */
import { describe, expect, it } from 'vitest';
import { type Columns, originsOf } from '../../../../src/run/rows/origins';
import { TableView } from '../../../../src/sheet/table';
import { FACTS, readingOf } from '../../../world/table-sample';

const OURS = ['field:capital', 'status', 'state', 'task', 'question'];

/** A table with these columns, ours by their parts; a person's hold the letters given behind their name, one a row. */
function table(...columns: string[]): Columns {
  const named = columns.map((column) => column.split(' ').map((text) => text.replace('-', '')));
  const headings = named.map(([name = '']) => name);
  const places = new Map(OURS.map((part) => [`e1/${part}`, headings.indexOf(part) + 1]));
  const values = [0, 1].map((row) => named.map(([, held = '']) => held.charAt(row)));
  const view = new TableView(FACTS, headings, places);
  return { view, rows: view.rows(readingOf(values, { headings, places })) };
}

describe('columns that moved', () => {
  it('are told by their marks and headings', () => {
    const before = table('Country', 'Notes', ...OURS);
    expect(originsOf(before, table('Notes', ...OURS, 'Country'))).toEqual([1, 2, 3, 4, 5, 6, 0]);
  });

  it('are told by what they hold where they have no name', () => {
    const before = table('Country', '- ab', '- cd', ...OURS);
    expect(originsOf(before, table('- cd', 'Country', '- ab', ...OURS)).slice(0, 3)).toEqual([2, 0, 1]);
  });

  it('are told by the column on their left where they hold nothing either, and a new one is nobody’s', () => {
    const before = table('Country', ...OURS, '-');
    expect(originsOf(before, table('-', 'Country', ...OURS, '-'))).toEqual([-1, 0, 1, 2, 3, 4, 5, 6]);
  });

  it('are told by their order where only the names are others', () => {
    const before = table('Country', 'Notes ab', ...OURS);
    expect(originsOf(before, table('Country', 'Remarks xy', ...OURS)).slice(0, 2)).toEqual([0, 1]);
  });
});
