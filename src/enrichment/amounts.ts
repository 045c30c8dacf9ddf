/** Amounts as people read them: money and counted things. */

/** "1 row", "250 rows". */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
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
