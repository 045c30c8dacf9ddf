/** How a host is set up: profile, account, and whatever knobs a test turns. */
import type { Clock } from '../clock';
import type { Transport } from '../http';
import type { Knobs } from './knobs';
import { LIMITS, type Limits } from './limits';

/** `bound`: the script belongs to the sheet. `addon`: published, so triggers fire hourly at best and menus start in AuthMode NONE. */
export type Profile = 'bound' | 'addon';

/** What `new GoogleHost` takes. */
export interface HostOptions {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly profile?: Profile;
  readonly account?: 'consumer' | 'workspace';
  readonly knobs?: Partial<Knobs>;
}

/** The account's limits with the knobs' exceptions. */
export function limitsOf(account: 'consumer' | 'workspace', knobs: Knobs): Limits {
  return { ...LIMITS[account], ...knobs.limits };
}
