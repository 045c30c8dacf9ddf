/** Amounts as people read them: money and counted things. */

/** "1", "1,000". */
export function figure(n: number): string {
  return n.toLocaleString('en-US');
}

/** "1 row", "250 rows", "0 rows". */
export function count(n: number, noun: string): string {
  return `${figure(n)} ${agree(n, noun, `${noun}s`)}`;
}

/** What goes with one thing, or with several or none: "is" or "are", "it" or "they". */
export function agree(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

/** USD as "$1.50", or "$0.006" where the amount is in thousandths; what is finer than that is rounded, to cents from $1 on. */
export function usd(amount: number): string {
  const exact = isWhole(amount * 1000) || amount < 1;
  return `$${amount.toFixed(isWhole(amount * 100) || !exact ? 2 : 3)}`;
}

/** Whether a number is whole but for the dust of binary fractions. */
function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6;
}
