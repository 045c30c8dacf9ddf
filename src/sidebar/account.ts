/** The person's Linkup account: connected with a key that Linkup has accepted, or not at all. */
import { inUsd, type Money } from '../enrichment/money';
import { asProblem, orLog, Problem } from '../enrichment/problem';
import type { Linkup } from '../linkup/client';
import { readOnce } from '../platform/properties';
import { waitingForPerson } from '../run/cycle/pausing';
import { standDown } from '../run/cycle/stand-down';
import { balanceOr } from '../run/press/balance';
import { stopOwn } from '../run/press/schedule';
import { ownAgreements } from '../run/record/agreement';
import { keyHint, keyOf, removeKey, saveKey } from '../run/record/key';
import { isNewer } from '../run/record/layout';
import { obeyed, request } from '../run/record/requests';
import { type Run, runsIn, saveRun } from '../run/record/run';
import type { Services } from '../run/services';
import { ifFree } from '../run/turn';
import { ownLimit } from './own-limit';
import type { Calls } from './protocol';

/** Keeps a key once Linkup has accepted it; asking for the balance is free. The person's runs go on with it when they say so. */
export function connect(services: Services, pasted: string): Calls['connect']['result'] {
  const { user, linkup } = services;
  const key = pasted.trim();
  if (!key) throw new Problem('no-key');
  const balance = balanceOf(linkup(key));
  saveKey(user, key);
  const { documents } = services;
  const own = ownRuns(services);
  for (const { id } of own) orLog(() => obeyed(documents, id, 'disconnect'));
  // Read again by whoever holds the document: a record is written only as it is by then.
  const paused = ifFree(services, () =>
    ownRuns(services).map((run) => orLog(() => pauseIfOtherwisePaid(services, run))),
  );
  // Whoever is at work has the key that was there before.
  if (!paused) for (const { id } of own) orLog(() => request(documents, id, 'key'));
  return { key: keyHint(user) ?? '', balance: inUsd(balance) };
}

/** A key that Linkup refuses was never anybody's: what is said of one that stops working would be wrong here. */
function balanceOf(client: Linkup): Money {
  try {
    return balanceOr('not-connected', client);
  } catch (thrown) {
    throw asProblem(thrown).code === 'bad-key' ? new Problem('key-refused') : thrown;
  }
}

/** A run that was agreed to with another key waits until its person says that this one shall pay. */
function pauseIfOtherwisePaid(services: Services, run: Run): void {
  if (run.paused || !ownAgreements(services).isOtherwisePaid(run)) return;
  saveRun(services.documents, waitingForPerson(run, new Problem('key-changed', run.name)));
}

/**
 * Forgets the key, whatever else can be done: runs that it was at work for pause until there is one again. An execution that is at
 * them now is asked to leave them; nobody waits for it.
 */
export function disconnect(services: Services): null {
  const { user, documents } = services;
  const own = ownRuns(services);
  removeKey(user);
  orLog(() => stopOwn(services, 'no-key'));
  const paused = ifFree(services, () =>
    ownRuns(services).map((run) =>
      orLog(() => saveRun(documents, waitingForPerson(run, new Problem('no-key')))),
    ),
  );
  // Should whoever is at work die before leaving, the next tick finds no key: it pauses the runs, and takes its trigger away.
  if (paused) orLog(() => standDown(services));
  else for (const { id } of own) orLog(() => request(documents, id, 'disconnect'));
  return null;
}

/** Those of a document in which a later version has been are that version's to pause. */
function ownRuns(services: Services): Run[] {
  const properties = services.documents.all();
  return isNewer(properties) ? [] : runsIn(properties).filter(ownAgreements(services).isMine);
}

/** What is left, in USD, and how the month stands. Throws `no-key` or `no-balance`. */
export function balanceLeft(services: Services): Calls['balance']['result'] {
  const user = readOnce(services.user);
  const client = services.linkup(keyOf(user));
  return { balance: inUsd(balanceOr('no-balance', client)), month: ownLimit({ ...services, user }) };
}
