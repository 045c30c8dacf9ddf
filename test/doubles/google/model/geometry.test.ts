/** Blocks, A1 notation and time zones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters, columnNumber, fromA1, toA1 } from './a1';
import { afterDelete, afterInsert, afterMove } from './geometry';
import { instantOf, wallTime } from './zone';

const GRID = { rows: 1000, columns: 26 };

describe('A1 notation', () => {
  it.each([
    ['B2', { row: 2, column: 2, rows: 1, columns: 1 }],
    ['$B$2:C5', { row: 2, column: 2, rows: 4, columns: 2 }],
    ['D:E', { row: 1, column: 4, rows: 1000, columns: 2 }],
    ['3:3', { row: 3, column: 1, rows: 1, columns: 26 }],
    ['A2:A', { row: 2, column: 1, rows: 999, columns: 1 }],
  ])('reads %s', (text, rect) => {
    expect(fromA1(text, GRID)).toMatchObject(rect);
  });

  it.each(['', 'A', '1', 'A1:', 'A1:B2:C3'])('does not find %j', (text) => {
    expect(() => fromA1(text, GRID)).toThrow('Range not found');
  });

  it('writes open ranges as they were read', () => {
    for (const text of ['B2', 'B2:C5', 'D:E', '3:3']) {
      const { open, ...rect } = fromA1(text, GRID);
      expect(toA1(rect, open)).toBe(text);
    }
  });

  it('names every column so that the name leads back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), (n) => columnNumber(columnLetters(n)) === n));
  });
});

describe('a span of lines', () => {
  it('grows, moves or stays when lines are inserted', () => {
    const span = { start: 3, count: 2 };
    expect([2, 3, 4, 5].map((at) => afterInsert(span, at, 10))).toEqual([
      { start: 13, count: 2 },
      { start: 13, count: 2 },
      { start: 3, count: 12 },
      { start: 3, count: 2 },
    ]);
  });

  it('shrinks, moves or vanishes when lines are deleted', () => {
    const span = { start: 3, count: 2 };
    expect(afterDelete(span, 1, 2)).toEqual({ start: 1, count: 2 });
    expect(afterDelete(span, 2, 2)).toEqual({ start: 2, count: 1 });
    expect(afterDelete(span, 4, 9)).toEqual({ start: 3, count: 1 });
    expect(afterDelete(span, 3, 2)).toBeUndefined();
  });

  it('goes where its lines go when they are moved', () => {
    const line = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(line, line, fc.integer({ min: 1, max: 13 }), (at, from, to) => {
        const lines = Array.from({ length: 12 }, (_, i) => i + 1);
        const [taken = 0] = lines.splice(from - 1, 1);
        lines.splice(to > from ? to - 2 : to - 1, 0, taken);
        const moved =
          to >= from && to <= from + 1 ? at : afterMove({ start: at, count: 1 }, from, 1, to).start;
        expect(lines[moved - 1]).toBe(at);
      }),
    );
  });
});

describe('a time zone', () => {
  it('turns wall-clock time into an instant and back, across daylight saving', () => {
    for (const text of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z', '2026-10-25T12:00:00Z']) {
      const wall = new Date(text);
      expect(wallTime(instantOf(wall, 'Europe/Paris'), 'Europe/Paris')).toEqual(wall);
    }
    expect(instantOf(new Date('2026-07-15T12:00:00Z'), 'Europe/Paris').toISOString()).toBe(
      '2026-07-15T10:00:00.000Z',
    );
  });
});
