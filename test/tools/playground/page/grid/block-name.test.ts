import { describe, expect, it } from 'vitest';
import { nameOf } from './block-name';

describe('the name of a block', () => {
  it('is that of its corners, or of its only cell', () => {
    expect(nameOf({ row: 3, column: 2, rows: 1, columns: 1 })).toBe('B3');
    expect(nameOf({ row: 3, column: 2, rows: 5, columns: 3 })).toBe('B3:D7');
    expect(nameOf({ row: 1, column: 26, rows: 1, columns: 2 })).toBe('Z1:AA1');
  });
});
