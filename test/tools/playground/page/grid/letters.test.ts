import { describe, expect, it } from 'vitest';
import { letters, nameOf } from './letters';

describe('names of columns and cells', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('column %i is %s', (column, name) => {
    expect(letters(column)).toBe(name);
  });

  it('a block is named by its corners, a cell by itself', () => {
    expect(nameOf({ row: 3, column: 2, rows: 1, columns: 1 })).toBe('B3');
    expect(nameOf({ row: 3, column: 2, rows: 5, columns: 3 })).toBe('B3:D7');
  });
});
