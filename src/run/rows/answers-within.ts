/**
 * Answers that stand in a row from end to end, whatever else stands there. There may be as many answers as rows, and as many rows that are
 * asked about: so each answer is looked at only beside rows that hold its rarest cell. Pure.
 */
import { grouped } from '../../enrichment/grouped';
import { type Cells, isAllThere } from '../../sheet/written';

/** What tells an answer: the cells that were written. */
interface Written {
  readonly cells: Cells;
}

/** Finds those of some answers that are in a row's cells. */
export function answersWithin<T extends Written>(answers: readonly T[]): (cells: Cells) => T[] {
  const times = new Map<string, number>();
  for (const { cells } of answers)
    for (const cell of filledIn(cells)) times.set(cell, (times.get(cell) ?? 0) + 1);
  const byRarest = grouped(answers, ({ cells }) => {
    const [rarest] = filledIn(cells).sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0));
    return rarest;
  });
  return (now) =>
    filledIn(now)
      .flatMap((cell) => byRarest.get(cell) ?? [])
      .filter(({ cells }) => isAllThere(cells, now));
}

function filledIn(cells: Cells): string[] {
  return [...cells].flatMap(([slot, hash]) => (hash === '' ? [] : [`${slot}:${hash}`]));
}
