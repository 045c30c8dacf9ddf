/** How the Linkup of a scenario behaves, in the words of its double. */
import type { LinkupKnobs, Work } from '../../doubles/linkup';
import type { LinkupPlan } from './scenario';

/** What a plan says, as knobs; what it does not say is as in the double. */
export function knobsOf(plan: LinkupPlan, seed: number): Partial<LinkupKnobs> {
  const { stuckEvery, balance: _, failureRate, listTakesMs: _wire, isShy, ...knobs } = plan;
  return {
    ...knobs,
    seed,
    ...(failureRate === undefined ? {} : { failureRate, failureCodes: ['INTERNAL_SERVER_ERROR'] }),
    ...(isShy && { failWhen: isTooShallow }),
    ...(stuckEvery === undefined ? {} : { stuck: (_work, ordinal) => ordinal % stuckEvery === 1 }),
  };
}

/** Of some things nothing is found but by a deep search. */
function isTooShallow(work: Work): 'SEARCH_QUERY_NO_RESULT' | null {
  const isShy = work.type === 'search' && work.input.depth === 'standard' && /[1-9] in /.test(work.input.q);
  return isShy ? 'SEARCH_QUERY_NO_RESULT' : null;
}
