/** Times and numbers as people read them. */

/** "0.4 s", "12 s", "1 min 05 s". */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

/** "1,234". */
export const count = (n: number): string => n.toLocaleString('en-US');

/** "$1.50", or as many digits as a small sum needs; "-$1.50" for what is owed. */
export function usd(amount: number): string {
  const digits = Math.abs(amount)
    .toFixed(6)
    .replace(/0{1,4}$/, '');
  return `${amount < 0 && Number(digits) > 0 ? '-' : ''}$${digits}`;
}

/** What is before the @. */
export const nickname = (user: string): string => user.split('@')[0] ?? user;
