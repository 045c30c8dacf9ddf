/** The job in which one thing at a time is tried. */
import type { Scenario } from './scenario';

/** Four rows that ask three questions, in two batches: small enough to be played at every call, with all that a job does. */
export const SMALL_JOB: Scenario = {
  seed: 1,
  sheets: [
    {
      rows: [
        ['Peru', '2001'],
        ['Chile', '2002'],
        ['Peru', '2001'],
        ['Cuba', '2004'],
      ],
      enrichments: ['facts'],
    },
  ],
  linkup: { queueLimit: 2 },
  google: { profile: 'bound', language: 'en', validationThrows: 'flush', onKill: 'lost', jitterMs: 0 },
  skewMs: 0,
  halfCap: false,
  ownKey: true,
  twoOrganizations: false,
  imported: false,
  firstEdition: false,
  stopsIt: false,
  happenings: [],
  again: false,
};
