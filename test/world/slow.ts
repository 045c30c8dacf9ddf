/** A Linkup that takes its time: answers come when whoever asked is gone. */
import type { LinkupKnobs } from '../doubles/linkup';
import { KNOBS } from '../doubles/linkup/knobs';

/** Standard searches take longer than an execution may. */
export function slowSearches(): Pick<LinkupKnobs, 'latency'> {
  return slow([400_000, 500_000]);
}

/** Standard searches and pages take so long, in ms. */
export function slow(range: readonly [number, number]): Pick<LinkupKnobs, 'latency'> {
  const { value } = KNOBS.latency;
  const search = { ...value.search, standard: range };
  return { latency: { ...value, search, fetch: { plain: range, renderJs: range } } };
}
