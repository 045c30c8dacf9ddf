/** Several runs that a person agreed to at one price: they draw on one cap, and some of them wait for the answers of others. */
import { id, list, maybe, type Parser, record, yesNo } from '../../enrichment/parse';

/** A run that comes before another one of its chain. */
export interface Earlier {
  readonly enrichment: string;
  readonly run: string;
}

/** What an agreement says of the others. */
export interface Pool {
  /** The same for all that draw on the cap: the agreement of the first. */
  readonly id: string;
  /** The runs whose answers its own waits for, however far before it, each behind those before itself. */
  readonly after: readonly Earlier[];
  /** Its run has ended: what that has asked counts until all of them have. */
  readonly over?: boolean;
}

/** Reads it from stored JSON. Throws `malformed`. */
export const pool: Parser<Pool> = record<Pool>({
  id,
  after: list(record<Earlier>({ enrichment: id, run: id })),
  over: maybe(yesNo),
});

/** What may be in a pool. */
interface Member {
  readonly id: string;
  readonly pool?: Pool;
}

/** The agreements that draw on one cap with this one, and this one itself. */
export function poolOf<T extends Member>(one: T, all: Iterable<T>): T[] {
  if (!one.pool) return [one];
  const id = one.pool.id;
  return [one, ...[...all].filter((other) => other.id !== one.id && other.pool?.id === id)];
}

/** Whether other runs still draw on the cap of an agreement. */
export function isDrawnOnBeside<T extends Member>(one: T, all: Iterable<T>): boolean {
  return poolOf(one, all).some((other) => other.id !== one.id && other.pool?.over !== true);
}

/** The same agreement once its run has ended. */
export function asOver<T extends Member>(one: T): T {
  return one.pool ? { ...one, pool: { ...one.pool, over: true } } : one;
}
