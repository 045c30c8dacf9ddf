/** The person's Linkup account: connected with a key that Linkup has accepted, or not at all. */
import { Problem } from '../enrichment/problem';
import { balanceOr } from '../run/balance';
import { accountOf, keyHint, keyOf, ownAccount, saveKey } from '../run/key';
import { handOverRuns, type Run } from '../run/run';
import type { Services } from '../run/services';
import type { Calls } from './protocol';

/** Keeps a key once Linkup has accepted it; asking for the balance is free. The person's runs go on with it. */
export function connect(services: Services, pasted: string): Calls['connect']['result'] {
  const { user, linkup, documents } = services;
  const key = pasted.trim();
  if (!key) throw new Problem('no-key');
  const balance = balanceOr(
    'not-connected',
    linkup(key, () => {}),
  );
  const before = ownAccount(user);
  saveKey(user, key);
  const me = services.currentUser();
  const isOwn = (run: Run): boolean => run.by === me || run.account === before;
  handOverRuns(documents, isOwn, accountOf(key));
  return { key: keyHint(user) ?? '', balance };
}

/** What is left, in USD. Throws `no-key` or `no-balance`. */
export function balanceLeft({ user, linkup }: Services): Calls['balance']['result'] {
  const client = linkup(keyOf(user), () => {});
  return { balance: balanceOr('no-balance', client) };
}
