/** The order in which the probe asks. What two answers tell by coming close together is asked at once, all other lists with a rest between. */
import { usd } from '../../../src/enrichment/amounts';
import { inUsd, type Money, moneyOf } from '../../../src/enrichment/money';
import { NetworkError } from '../../doubles/http';
import { Stopped } from '../common/bad-input';
import type { Asker } from './asker';
import {
  askedToWait,
  balanceIn,
  codeOf,
  Evidence,
  type Exchange,
  hasEnded,
  isSuccess,
  pageIn,
  wordsOf,
} from './evidence';
import { BATCH, type StepName } from './requests';

/** Lists are a second apart (Tasks best practices), and a little. */
export const BETWEEN_LISTS = 1_100;

/** The longest rest, in ms. */
const LONGEST_REST = 60_000;

/** How long tasks may take, in ms; what has not ended then stays unknown. */
const PATIENCE = 120_000;

/** What must hold before anything is asked that costs, which may be so much. Throws Stopped. */
export async function askFirst(asker: Asker, most: Money): Promise<void> {
  await asker.ask('wrongKey');
  await asker.ask('noKey');
  const balance = await asker.ask('balance');
  if (!isSuccess(balance)) throw new Stopped(refusalOf(balance));
  const usdLeft = balanceIn(balance);
  if (usdLeft === undefined) throw new Stopped(notLinkup(balance));
  if (moneyOf(usdLeft) < most)
    throw new Stopped(
      `Your Linkup account holds ${usd(usdLeft)}, and the probe may cost ${usd(inUsd(most))}. Top up at app.linkup.so.`,
    );
  await asker.ask('oldest');
  await asker.ask('listAtOnce');
  const quota = new Evidence(asker.exchanges).page('oldest')?.quota;
  if (quota && quota.limit - quota.inFlight < BATCH.length)
    throw new Stopped(
      `${quota.inFlight} of ${quota.limit} places of your organisation’s queue are taken, and the probe needs ${BATCH.length}. Try again when the tasks that are under way have ended.`,
    );
}

/** All that remains. */
export async function askRest(asker: Asker): Promise<void> {
  await list(asker, 'anyList');
  await asker.ask('researchAtOnce');
  await list(asker, 'oddQuery');
  await list(asker, 'unknownTask');
  for (const name of [...REFUSED, ...DIRECT]) await unlessSlow(() => patiently(asker, name));
  const batch = await list(asker, 'batch');
  await asker.ask('listedAtOnce');
  const [id] = idsOf(asker, ['batch']);
  if (id !== undefined) await asker.ask('taskAtOnce', id);
  if (isSuccess(batch)) await untilEnded(asker, ['batch']);
  for (const name of TIES) await list(asker, name);
  await list(asker, 'large');
  await rest(asker);
  for (const name of POSTS) await patiently(asker, name);
  await untilEnded(asker, POSTS);
  await list(asker, 'unsorted');
  await asker.ask('balanceAfter');
}

const REFUSED = ['lackingSearch', 'modeSmall', 'modeCapital', 'modeUnheard'] as const;
const DIRECT = [
  ...(['oddField', 'unreachable', 'missing', 'emptyQuery', 'longQuery', 'misplaced'] as const),
  ...(['manyResults', 'schemaObject', 'nothing', 'list', 'listWithout'] as const),
];
const TIES = ['tie', 'tieAgain', 'tieSmaller'] as const;

/** What is quick comes last: it ends before what was sent before it, and so the two times of a task tell two orders. */
const POSTS = ['spoilt', 'domains', 'flash'] as const;

/** What is refused for its rate, free of charge, is asked once more after a rest. */
async function patiently(asker: Asker, name: StepName): Promise<void> {
  const { status } = await asker.ask(name);
  if (status === 429) await list(asker, name);
}

/** One that takes too long leaves its own questions open, no others. */
async function unlessSlow(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (thrown) {
    if (!(thrown instanceof NetworkError && thrown.kind === 'timeout')) throw thrown;
  }
}

/** Asks after a rest. */
async function list(asker: Asker, name: StepName): Promise<Exchange> {
  await rest(asker);
  return asker.ask(name);
}

/** As long as lists must be apart, or as the last answer asks to wait: nobody waits for more than a minute. */
function rest(asker: Asker): Promise<void> {
  const [last] = asker.exchanges.slice(-1);
  return asker.rest(Math.max(BETWEEN_LISTS, Math.min(last ? askedToWait(last) : 0, LONGEST_REST)));
}

/** Looks until all tasks of these POSTs have ended, or for as long as anybody would wait. */
async function untilEnded(asker: Asker, posts: readonly StepName[]): Promise<void> {
  const open = new Set(idsOf(asker, posts));
  const until = asker.now() + PATIENCE;
  while (open.size > 0 && asker.now() < until) {
    for (const task of pageIn(await list(asker, 'poll'))?.tasks ?? []) {
      if (!hasEnded(task) || !open.delete(task.id)) continue;
      asker.ended(task.id, task.status === 'failed');
    }
  }
}

function idsOf(asker: Asker, posts: readonly StepName[]): string[] {
  const evidence = new Evidence(asker.exchanges);
  return posts.flatMap((name) => evidence.created(name) ?? []).flatMap((task) => task?.id ?? []);
}

/** Something else than Linkup answers under its name. */
function notLinkup(balance: Exchange): string {
  return `What answers in Linkup’s place (${wordsOf(balance)}) is not its API: a proxy, a firewall or the login page of a network may be in the way, or Linkup has trouble of its own. Nothing else was asked.`;
}

/** What a key that cannot even read its balance means. */
function refusalOf(balance: Exchange): string {
  if (codeOf(balance) === '') return notLinkup(balance);
  if (balance.status === 401)
    return 'Linkup does not know the key in LINKUP_API_KEY. Copy it once more from app.linkup.so, whole and without quotes.';
  if (balance.status === 403)
    return `Linkup refuses this key here (${codeOf(balance) || 'HTTP 403'}): it may be limited to certain IP addresses. Change that at app.linkup.so, or take another key.`;
  return `Linkup does not tell the balance (${wordsOf(balance)}), so nothing else was asked. Try again later.`;
}
