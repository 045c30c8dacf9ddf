/** The profile that the scenarios are played in: `bound`, unless the environment says `ENRICH_PROFILE=addon`. */
import { it } from 'vitest';
import type { Profile } from '../doubles/google';

/** The profile of every world that does not choose its own. */
export const PROFILE: Profile = process.env.ENRICH_PROFILE === 'addon' ? 'addon' : 'bound';

/** A test about what Google gives to bound scripts alone, such as a trigger every minute. */
export const whenBound = it.skipIf(PROFILE === 'addon');
