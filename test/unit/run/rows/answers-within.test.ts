/** Which answers stand in a row from end to end. */
import { expect, it } from 'vitest';
import { answersWithin } from '../../../../src/run/rows/answers-within';
import { type Cells, cellsOf } from '../../../../src/sheet/written';

const SLOTS = Array.from({ length: 20 }, (_, i) => String.fromCharCode(97 + i));

function holding(...texts: readonly string[]): { readonly cells: Cells } {
  return { cells: cellsOf(SLOTS, texts) };
}

it('are those whose every filled cell is there, whatever was typed beside them', () => {
  const [capital, both, other] = [holding('Bamako'), holding('Bamako', 'franc'), holding('Lima', 'franc')];
  const within = answersWithin([capital, both, other, holding()]);
  expect(within(holding('Bamako', 'my money').cells)).toEqual([capital]);
  expect(new Set(within(holding('Bamako', 'franc', 'typed').cells))).toEqual(new Set([capital, both]));
  expect(within(holding().cells)).toEqual([]);
});

it('are looked for beside rows that hold their rarest cell alone', () => {
  let looks = 0;
  const answers = Array.from({ length: 500 }, (_, i) => {
    const { cells } = holding('yes', `number ${i}`);
    return {
      get cells() {
        looks += 1;
        return cells;
      },
    };
  });
  const within = answersWithin(answers);
  looks = 0;
  // Twenty filled cells: a million ways to choose some of them.
  const wide = holding('yes', 'number 7', ...Array.from({ length: 18 }, (_, i) => `typed ${i}`));
  expect(within(wide.cells)).toEqual([answers[7]]);
  expect(looks).toBeLessThan(5);
});
