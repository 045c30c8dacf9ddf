/** The person's Linkup account: connected with a key that Linkup has accepted, or not at all. */
import { inUsd } from '../enrichment/money';
import { Problem } from '../enrichment/problem';
import { pausedBy } from '../run/cycle/pausing';
import { balanceOr } from '../run/press/balance';
import { ownAgreements } from '../run/record/agreement';
import { keyHint, keyOf, removeKey, saveKey } from '../run/record/key';
import { runsIn, saveRun } from '../run/record/run';
import type { Services } from '../run/services';
import { inTurn } from '../run/turn';
import type { Calls } from './protocol';

/** Keeps a key once Linkup has accepted it; asking for the balance is free. The person's runs go on with it when they say so. */
export function connect(services: Services, pasted: string): Calls['connect']['result'] {
  const { user, linkup } = services;
  const key = pasted.trim();
  if (!key) throw new Problem('no-key');
  const balance = balanceOr(
    'not-connected',
    linkup(key, () => {}),
  );
  saveKey(user, key);
  return { key: keyHint(user) ?? '', balance: inUsd(balance) };
}

/** Forgets the key. Runs that it was at work for pause until there is one again. Throws `busy` while answers are written. */
export function disconnect(services: Services): null {
  const { user, documents, triggers } = services;
  inTurn(services, () => {
    const agreements = ownAgreements(services);
    for (const run of runsIn(documents.all()).filter(agreements.isMine))
      saveRun(documents, pausedBy(run, new Problem('no-key')));
    triggers.disarm();
    removeKey(user);
  });
  return null;
}

/** What is left, in USD. Throws `no-key` or `no-balance`. */
export function balanceLeft({ user, linkup }: Services): Calls['balance']['result'] {
  const client = linkup(keyOf(user), () => {});
  return { balance: inUsd(balanceOr('no-balance', client)) };
}
