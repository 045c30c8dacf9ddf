/** Patches: exactly the patched cells are written, in few rectangles; and few stretches read all rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/sheet/cells';
import { type Patch, type Rectangle, rectangles, stretches } from '../../../src/sheet/patches';

const patches: fc.Arbitrary<Patch[]> = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 2, max: 30 }),
    cells: fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat()), { selector: ([column]) => column })
      .map((cells) => new Map<number, Content>(cells)),
  }),
  { selector: ({ at }) => at },
);

function cellsOf({ row, column, contents }: Rectangle): [string, Content][] {
  return contents.flatMap((line, i) =>
    line.map((content, j): [string, Content] => [`R${row + i}C${column + j}`, content]),
  );
}

function patched(all: readonly Patch[]): [string, Content][] {
  return all.flatMap(({ at, cells }) =>
    [...cells].map(([column, content]): [string, Content] => [`R${at}C${column}`, content]),
  );
}

function patch(at: number, ...columns: number[]): Patch {
  return { at, cells: new Map(columns.map((column) => [column, `${at}/${column}`])) };
}

describe('rectangles', () => {
  it('cover exactly the patched cells, each once, with its content', () => {
    fc.assert(
      fc.property(patches, (all) => {
        const written = rectangles(all).flatMap(cellsOf);
        expect(written).toHaveLength(patched(all).length);
        expect(new Map(written)).toEqual(new Map(patched(all)));
      }),
      { numRuns: 500 },
    );
  });

  it('never overlap', () => {
    fc.assert(
      fc.property(patches, (all) => {
        const written = rectangles(all).flatMap(cellsOf);
        expect(new Set(written.map(([cell]) => cell)).size).toBe(written.length);
      }),
    );
  });

  it('are whole: every line is as wide as the first', () => {
    fc.assert(
      fc.property(patches, (all) =>
        rectangles(all).every(({ contents }) =>
          contents.every((line) => line.length === contents[0]?.length),
        ),
      ),
    );
  });

  it('do not depend on the order of rows or columns', () => {
    const orders = patches.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        const backwards = shuffled.map(({ at, cells }) => ({ at, cells: new Map([...cells].reverse()) }));
        expect(rectangles(backwards)).toEqual(rectangles(all));
      }),
    );
  });

  it('are one for a block, however its rows came', () => {
    expect(rectangles([patch(4, 2, 3), patch(2, 3, 2), patch(3, 2, 3)])).toEqual([
      {
        row: 2,
        column: 2,
        contents: [
          ['2/2', '2/3'],
          ['3/2', '3/3'],
          ['4/2', '4/3'],
        ],
      },
    ]);
  });

  it('are two where a row or a column lies between', () => {
    expect(rectangles([patch(2, 1), patch(4, 1)])).toHaveLength(2);
    expect(rectangles([patch(2, 1, 3)])).toHaveLength(2);
  });

  it('are runs of columns where typed cells stand between the blanks of some of them', () => {
    const torn = [patch(2, 1, 2, 3), patch(3, 1, 3), patch(4, 1, 2, 3), patch(5, 2, 3), patch(6, 1, 2, 3)];
    const shapes = rectangles(torn).map(({ row, column, contents }) => [row, column, contents.length]);
    const wanted = [
      [2, 1, 3],
      [6, 1, 1],
      [2, 2, 1],
      [4, 2, 3],
      [2, 3, 5],
    ];
    expect(shapes).toHaveLength(wanted.length);
    expect(shapes).toEqual(expect.arrayContaining(wanted));
    // Each group of columns by itself.
    expect(rectangles([...torn, patch(9, 5, 6), patch(10, 5, 6)])).toHaveLength(6);
  });

  it('are none for no patches', () => {
    expect(rectangles([])).toEqual([]);
    expect(rectangles([patch(2)])).toEqual([]);
  });
});

describe('stretches', () => {
  const rows = fc.array(fc.integer({ min: 2, max: 1000 }));
  const gaps = fc.integer({ min: 1, max: 60 });

  it('cover all rows, and begin and end with one of them', () => {
    fc.assert(
      fc.property(rows, gaps, (wanted, gap) => {
        const covered = stretches(wanted, gap);
        expect(wanted.every((row) => covered.some(([first, last]) => first <= row && row <= last))).toBe(
          true,
        );
        expect(covered.flat().every((row) => wanted.includes(row))).toBe(true);
      }),
    );
  });

  it('lie in order and further apart than the gap', () => {
    fc.assert(
      fc.property(rows, gaps, (wanted, gap) => {
        const covered = stretches(wanted, gap);
        covered.slice(1).forEach(([first], i) => {
          expect(first - (covered[i]?.[1] ?? 0)).toBeGreaterThan(gap);
        });
      }),
    );
  });

  it('read a small gap along, for a call costs more than a row', () => {
    expect(stretches([260, 2, 52, 600])).toEqual([
      [2, 260],
      [600, 600],
    ]);
    expect(stretches([2, 4], 1)).toEqual([
      [2, 2],
      [4, 4],
    ]);
    expect(stretches([])).toEqual([]);
  });
});
