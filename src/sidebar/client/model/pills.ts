/** Which choices of rows are on view: only those that there is something to choose by. Pure. */
import type { Offered, Scope } from '../../protocol';
import { SCOPES } from './offer-words';

/** The choices, as far as it is known how many rows each would take: “Failed” says nothing before anything was asked. The chosen one stays. */
export function pillsFor(others: Offered['others'] | undefined, chosen: Scope): typeof SCOPES {
  return SCOPES.filter(({ value }) => value === chosen || canApply(value, others));
}

function canApply(scope: Scope, others: Offered['others'] | undefined): boolean {
  if (scope === 'failed' || scope === 'outdated' || scope === 'deeper') return (others?.[scope] ?? 0) > 0;
  return scope !== 'all' || (others !== undefined && others.all > others.fill);
}
