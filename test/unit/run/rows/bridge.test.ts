/** Bridges: few blocks of many changes, and nothing written along that could be lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridged } from '../../../../src/run/rows/bridge';
import { type Patch, rectangles } from '../../../../src/sheet/patches';
import type { Row } from '../../../../src/sheet/table';
import { printOf, rowsOf, type SampleRow, stateOf, VIEW } from '../../../world/table-sample';

const COLUMNS = { capital: 2, status: 3, state: 4, task: 5, question: 6 };
const BLANK: SampleRow = { country: 'Chad' };
const HELD: SampleRow = {
  country: 'Chad',
  state: stateOf('Chad', { state: 'submitted' }),
  taskId: 't1',
  question: printOf('Chad'),
};

/** The rows from row 2 on, read with formulas, of which there are none unless said. */
function read(samples: readonly SampleRow[], formulas: ReadonlyMap<number, string> = new Map()): Row[] {
  return rowsOf(...samples).map((row) => ({
    ...row,
    formulas: Object.values({ country: 1, ...COLUMNS }).map((column) =>
      column === COLUMNS.capital ? (formulas.get(row.at) ?? '') : '',
    ),
  }));
}

/** An answer for a row, without its identity. */
const answer = (at: number): Patch => ({
  at,
  cells: new Map([
    [COLUMNS.capital, `'capital of ${at}`],
    [COLUMNS.status, "'Done"],
    [COLUMNS.state, "'done"],
  ]),
});

/** A task's id for a row. */
const submitted = (at: number): Patch => ({
  at,
  cells: new Map([
    [COLUMNS.status, "'Asking…"],
    [COLUMNS.state, "'submitted"],
    [COLUMNS.task, "'t2"],
    [COLUMNS.question, "'q"],
  ]),
});

describe('what lies between two changes', () => {
  it('is written along as it is, where outputs are blank', () => {
    const rows = read([BLANK, HELD, BLANK]);
    const [, between] = bridged([answer(2), answer(4)], rows, VIEW);
    expect(rectangles(bridged([answer(2), answer(4)], rows, VIEW))).toHaveLength(1);
    expect(between?.cells.get(COLUMNS.capital)).toBe('');
    expect(between?.cells.get(COLUMNS.state)).toBe(`'${rows[1]?.values[COLUMNS.state - 1]}`);
  });

  it('makes one block of ids and answers', () => {
    const rows = read([HELD, HELD]);
    const [block, ...others] = rectangles(bridged([answer(2), submitted(3)], rows, VIEW));
    expect(others).toEqual([]);
    expect(block?.contents[0]?.slice(3)).toEqual(["'t1", `'${printOf('Chad')}`]);
    expect(block?.contents[1]?.[0]).toBe('');
  });

  it.each([
    ['an answer', { ...HELD, capital: 'N’Djamena' }, ''],
    ['a typed number', { ...HELD, capital: 7 }, ''],
    ['a formula that shows nothing', BLANK, '=IF(1,"","")'],
  ] as const)('is left alone where it holds %s', (_, between, formula) => {
    const rows = read([BLANK, between, BLANK], new Map([[3, formula]]));
    expect(bridged([answer(2), answer(4)], rows, VIEW)).toEqual([answer(2), answer(4)]);
  });

  it('is left alone where nobody has read its formulas, or itself', () => {
    const rows = rowsOf(BLANK, BLANK, BLANK);
    expect(bridged([answer(2), answer(4)], rows, VIEW)).toEqual([answer(2), answer(4)]);
    expect(bridged([answer(2), answer(4)], [], VIEW)).toEqual([answer(2), answer(4)]);
  });

  it('is not written along where another call costs less', () => {
    const rows = read(Array.from({ length: 300 }, () => BLANK));
    expect(rectangles(bridged([answer(2), answer(301)], rows, VIEW))).toHaveLength(2);
  });
});

/** Every cell of some patches, by row and column. */
function cellsOf(patches: readonly Patch[]): Map<string, unknown> {
  return new Map(patches.flatMap(({ at, cells }) => [...cells].map(([c, held]) => [`${at} ${c}`, held])));
}

describe('whatever the table and the changes', () => {
  const samples = fc.array(fc.constantFrom<SampleRow>(BLANK, HELD, { ...HELD, capital: 'mine' }), {
    minLength: 1,
    maxLength: 40,
  });
  const kinds = fc.array(fc.constantFrom('answer', 'id', 'none'), { minLength: 40, maxLength: 40 });

  it('every change is written, everything else is as it was, and no output that holds anything is among it', () => {
    fc.assert(
      fc.property(samples, kinds, (table, kindOf) => {
        const rows = read(table);
        const changes = rows
          .filter((_, i) => kindOf[i] !== 'none')
          .map(({ at }) => (kindOf[at - 2] === 'id' ? submitted(at) : answer(at)));
        const [asked, written] = [cellsOf(changes), cellsOf(bridged(changes, rows, VIEW))];
        const along = [...written].filter(([cell]) => !asked.has(cell));
        expect(new Map([...written].filter(([cell]) => asked.has(cell)))).toEqual(asked);
        expect(along).toEqual(along.map(([cell]) => [cell, asWritten(rows, cell)]));
      }),
    );
  });
});

/** What a cell holds, as it is written along: an output only where it is blank. */
function asWritten(rows: readonly Row[], cell: string): unknown {
  const [at = 0, column = 0] = cell.split(' ').map(Number);
  const held = rows[at - 2]?.values[column - 1];
  if (column === COLUMNS.capital && held !== '') return 'nothing, for it holds something';
  return held === '' ? '' : `'${held}`;
}
