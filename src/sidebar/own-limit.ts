/** The person's own limit for a month, as the page shows and sets it. */
import { inUsd, type Money } from '../enrichment/money';
import { Problem } from '../enrichment/problem';
import { PROFILE } from '../platform/profile';
import { MonthCount, setLimit } from '../run/record/month';
import type { Services } from '../run/services';
import type { OwnLimit } from './own-limit-types';

/** How it stands. */
export function ownLimit(services: Services): OwnLimit {
  const { month, limit, counted } = new MonthCount(services).stands();
  // What a bound script keeps for a person belongs to its one document.
  return { month, limit: inUsd(limit), counted: inUsd(counted), everywhere: PROFILE === 'addon' };
}

/** Sets it; 0 for none. Throws `bad-option` for what is no amount. */
export function setOwnLimit(services: Services, limit: Money): OwnLimit {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new Problem('bad-option', 'The limit is no amount');
  setLimit(services.user, limit);
  return ownLimit(services);
}
