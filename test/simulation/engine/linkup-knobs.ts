/** How the Linkup of a scenario behaves, in the words of its double. */
import type { LinkupKnobs } from '../../doubles/linkup';
import type { LinkupPlan } from './scenario';

/** What a plan says, as knobs; what it does not say is as in the double. */
export function knobsOf(plan: LinkupPlan, seed: number): Partial<LinkupKnobs> {
  const { stuckEvery, balance: _, failureRate, listTakesMs: _wire, ...knobs } = plan;
  return {
    ...knobs,
    seed,
    ...(failureRate === undefined ? {} : { failureRate, failureCodes: ['INTERNAL_SERVER_ERROR'] }),
    ...(stuckEvery === undefined ? {} : { stuck: (_work, ordinal) => ordinal % stuckEvery === 1 }),
  };
}
