/** A Linkup that takes its time: answers come when whoever asked is gone. */
import type { LinkupKnobs } from '../doubles/linkup';
import { KNOBS } from '../doubles/linkup/knobs';

/** Standard searches take longer than an execution may. */
export function slowSearches(): Pick<LinkupKnobs, 'latency'> {
  const { value } = KNOBS.latency;
  return { latency: { ...value, search: { ...value.search, standard: [400_000, 500_000] } } };
}
