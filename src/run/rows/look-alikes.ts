/** Rows that hold different things and display the same: they ask one question, unless it says `:exact`. */
import { grouped } from '../../enrichment/grouped';
import type { LookAlikes } from '../../enrichment/offer-lines';
import { Picture, reading } from '../../sheet/cells';
import type { Row, TableView } from '../../sheet/table';
import { fingerprintOf } from './standing';

/** How many of the chosen rows share a question with others that only look alike, with the first two as an example. */
export function lookAlikesAmong(
  view: TableView,
  rows: readonly Row[],
  chosen: ReadonlySet<number>,
): LookAlikes | undefined {
  let found: LookAlikes | undefined;
  for (const group of sharing(rows)) {
    const asked = group.filter(({ at }) => chosen.has(at)).length;
    const example = asked === 0 ? undefined : exampleIn(view, group);
    if (example) found = { ...example, ...found, rows: (found?.rows ?? 0) + asked };
  }
  return found;
}

/** Rows that ask the same question, where there are several. */
function sharing(rows: readonly Row[]): Row[][] {
  const groups = grouped(rows, (row) => ('text' in row.question ? fingerprintOf(row) : undefined));
  return [...groups.values()].filter(({ length }) => length > 1);
}

function exampleIn(view: TableView, group: readonly Row[]): Omit<LookAlikes, 'rows'> | undefined {
  for (const column of view.inputs) {
    if (view.exactInputs.has(column)) continue;
    const [first, second] = new Set(group.flatMap((row) => heldIn(row, column)));
    if (first === undefined || second === undefined) continue;
    const shown = group[0]?.display[column]?.trim() ?? '';
    return { column: view.headings[column]?.trim() ?? '', shown, held: [first, second] };
  }
  return undefined;
}

/** Numbers and dates in full: whatever else a cell holds, it displays. */
function heldIn({ values, display }: Row, column: number): string[] {
  const value = values[column] ?? '';
  const isShort = typeof value === 'number' || (typeof value === 'object' && !(value instanceof Picture));
  return isShort ? [reading(value, display[column] ?? '')] : [];
}
