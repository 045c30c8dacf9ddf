/** Promise 4: the person's own cells are as the person left them. */
import { toA1 } from '../../doubles/google/model/a1';
import { rectOf } from '../../doubles/google/model/geometry';
import { held } from '../engine/enrichments';
import type { Shadow } from '../engine/shadow';
import { type Violation, violation } from './violation';

/** No enrichment has a column twice. */
function doubled(shadow: Shadow): Violation[] {
  const names = shadow.columnsOf('output', 'status', 'ledger').map((column) => shadow.ownerAt(column).name);
  const twice = names.filter((name, i) => names.indexOf(name) < i);
  return twice.map((name) => violation(4, `the column “${name}” was made a second time`));
}

/** Compares a sheet with its shadow, outside the enrichments' columns; and the headings everywhere. */
export function checkSheet(shadow: Shadow): Violation[] {
  const { real, twin, lastRow, lastColumn } = shadow;
  const found = shadow.trespasses.map((heading) =>
    violation(4, `the script removed the column “${heading}”`),
  );
  found.push(...doubled(shadow));
  found.push(
    ...shadow.strays.map((column) => violation(4, `the script made column ${column}, and left it blank`)),
  );
  for (let column = 1; column <= lastColumn; column++) {
    const own = shadow.ownerAt(column).of === 'person';
    for (let row = 1; row <= (own ? lastRow : 1); row++) {
      const is = held(real.peek(row, column));
      const was = held(twin.peek(row, column));
      if (is !== was)
        found.push(
          violation(
            4,
            `${real.name}!${toA1(rectOf(row, column, row, column))} holds ${is || 'nothing'}, not ${was || 'nothing'}`,
          ),
        );
    }
  }
  return found;
}
