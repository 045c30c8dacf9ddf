/** Slots: the letters by which an enrichment knows its output columns, whatever they are called and wherever they stand. */

/** Without `t`, under which a State cell keeps the hash of the task's id. */
const LETTERS = 'abcdefghijklmnopqrsuvwxyz';

/** The slot that is given as the n-th, from 0: a, b … z, aa, ab … */
export function slotAt(n: number): string {
  const rest = Math.floor(n / LETTERS.length);
  return (rest > 0 ? slotAt(rest - 1) : '') + (LETTERS[n % LETTERS.length] ?? '');
}

/** The outputs' parts, each at the index of its slot: known ones where they are, others behind them in their order. */
export function slotted(parts: readonly string[], known: readonly string[] = []): string[] {
  return [...known, ...parts.filter((part) => !known.includes(part))];
}
