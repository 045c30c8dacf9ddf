/** Money as the product counts it: in whole 1/100,000 USD, so that sums are exact. USD only where people and Linkup speak. */

/** An amount in 1/100,000 USD: a whole number, for that is a hundredth of Linkup's cheapest call. */
export type Money = number;

/** An amount of Linkup's or of a person's, in USD; what is finer than Money is rounded. */
export function moneyOf(usd: number): Money {
  return Math.round(usd * 100_000);
}

/** The amount in USD, as people read it. */
export function inUsd(money: Money): number {
  return money / 100_000;
}
