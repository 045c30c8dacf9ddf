/** What Linkup's own bill says of a document. */
import type { World } from '../../../world/world';

/** USD billed for everything from the given charge on. */
export function billedUsd({ linkup }: World, from = 0): number {
  return exactly(linkup.bill.entries.slice(from).reduce((sum, { price }) => sum + price, 0));
}

/** How many charges so far. */
export function charges({ linkup }: World): number {
  return linkup.bill.entries.length;
}

/** How many charges there are of a price in USD. */
export function chargesAt({ linkup }: World, usd: number): number {
  return linkup.bill.entries.filter(({ price }) => price === usd).length;
}

/** What was billed more than once, in words. */
export function billedTwice({ linkup }: World): string[] {
  const seen = new Set<string>();
  return linkup.bill.entries.flatMap(({ question, type, price }) => {
    const charge = `${type} ${price} ${question}`;
    const again = seen.has(charge);
    seen.add(charge);
    return again ? [`a ${type} was billed twice: ${question}`] : [];
  });
}

/** A sum of USD without what binary fractions add to it. */
export function exactly(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
