/** What a row shows now of everything that questions are made of. */
import { INPUTS, type Inputs, USED } from './enrichment-types';
import type { Shadow } from './shadow';

/** By column, without what is round it; '' where a column is not there. */
export function inputsAt(shadow: Shadow, at: number): Inputs {
  const shown = [...INPUTS, ...USED].map((name) => {
    const column = shadow.columnOf(name);
    return [name, column > 0 ? shadow.real.display(at, column).trim() : ''];
  });
  // All members of Inputs are among both lists.
  return Object.fromEntries(shown) as Inputs;
}
