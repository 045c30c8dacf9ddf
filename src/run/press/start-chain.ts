/** Starting all enrichments of a sheet in one go: each gets a run, those before it first, and all draw on one cap. Nothing is reserved ahead. */
import { usd } from '../../enrichment/amounts';
import { before } from '../../enrichment/chain';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd, type Money } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { isNothing } from '../../enrichment/selection';
import { mostOf } from '../../linkup/prices';
import { usesOn } from '../../sheet/members';
import { viewOf } from '../../sheet/table';
import { advanceAlone, ONE_CYCLE } from '../cycle/advance';
import { keyOf } from '../record/key';
import type { Earlier } from '../record/pool';
import { isLiveAmong, runsIn } from '../record/run';
import type { Job } from '../rows/job';
import type { Whole } from '../rows/read-whole';
import { Ready } from '../rows/ready';
import type { Services } from '../services';
import { inTurn, type Turn } from '../turn';
import { balanceOr } from './balance';
import { type Chain, chainOn, type Link } from './chain-offer';
import { giveUpReserved } from './give-up';
import { offerIn } from './offer';
import { type Agreed, reserveRun } from './start';

/** What a person said yes to. */
export interface ChainTerms {
  readonly sheetId: number;
  /** Of all definitions, as they were on view. */
  readonly revision: string;
  readonly total: Money;
  /** Never spent beyond by all of them together. */
  readonly cap: Money;
}

/** Throws whatever stands in the way, with nothing asked. */
export function startChain(services: Services, terms: ChainTerms): void {
  const key = keyOf(services.user);
  inTurn(services, (turn) => {
    const chain = chainOn(services, terms.sheetId);
    const balance = balanceOr('not-started', services.linkup(key));
    checkTerms(chain, terms, balance);
    const begun = startAll(services, turn, chain, { cap: Math.min(terms.cap, chain.total), balance });
    advanceAlone(services, ONE_CYCLE, turn, begun);
  });
}

/** Whether there is anything for an enrichment to do, now or later. */
function isAsked({ offer, later }: Link): boolean {
  return offer !== undefined && (later > 0 || !isNothing(offer.selection));
}

function checkTerms({ links, revision, total: now }: Chain, terms: ChainTerms, balance: Money): void {
  if (revision !== terms.revision) throw new Problem('chain-outdated');
  const asked = links.filter(isAsked);
  if (asked.length === 0) throw new Problem('nothing-to-ask');
  if (now > terms.total) throw new Problem('offer-changed', usd(inUsd(now)));
  const most = Math.max(...asked.map(({ e, total }) => (total > 0 ? mostOf(e) : 0)));
  if (terms.cap < most) throw new Problem('cap-too-small', usd(inUsd(most)));
  const prices = asked.flatMap(({ offer }) => (offer && offer.total > 0 ? [offer.price] : []));
  if (prices.length > 0 && balance < Math.min(...prices)) throw new Problem('no-credits');
}

/**
 * One after the other. What hinders one of them hinders all: nobody agreed to some of them. Whatever a crash leaves begun is a shorter chain,
 * and asks no more than was agreed to.
 */
function startAll(
  services: Services,
  turn: Turn,
  { links }: Chain,
  agreed: Pick<Agreed, 'cap' | 'balance'>,
): Job[] {
  const asked = links.filter(isAsked);
  const uses = new Map(links.map(({ e, uses: used }) => [e.id, used.map(({ id }) => id)]));
  const runs = new Map(asked.map(({ e }) => [e.id, services.newId()]));
  const pool = [...runs.values()][0] ?? '';
  return allOrNone(services, turn, asked, ({ e, later }) => {
    const after = before(e.id, uses).flatMap((enrichment): Earlier[] => {
      const run = runs.get(enrichment);
      return run === undefined ? [] : [{ enrichment, run }];
    });
    const names = asked.flatMap((link) => (uses.get(e.id)?.includes(link.e.id) ? [link.e.name] : []));
    const earlier = asked.flatMap((link) =>
      after.some(({ run }) => run === runs.get(link.e.id)) ? [link.e] : [],
    );
    return reserveRun(services, turn, e.id, {
      agree: (now, sheet, whole) => ({
        ...agreed,
        offer: offerIn(now, sheet, whole, {
          mode: 'fill',
          isLive: isLiveIn(services),
          ...(after.length > 0 && { waiting: waitingIn(services, now, whole, sheet, earlier, runs) }),
        }),
      }),
      chained: { run: runs.get(e.id) ?? '', pool: { id: pool, after }, waitsFor: names.join(', '), later },
    });
  });
}

/** Where one cannot be reserved, the others let go of their rows, unless whoever came by a lost lock may be at them by now. */
function allOrNone(
  services: Services,
  turn: Turn,
  asked: readonly Link[],
  reserve: (link: Link) => Job,
): Job[] {
  const begun: Job[] = [];
  try {
    for (const link of asked) begun.push(reserve(link));
    return begun;
  } catch (thrown) {
    if (turn.isMine()) for (const job of begun) giveUpReserved(services, job);
    throw thrown;
  }
}

function isLiveIn({ documents }: Services): (run: string) => boolean {
  return isLiveAmong(runsIn(documents.all()));
}

/** The rows that wait: those before them are reserved by now, and say so. */
function waitingIn(
  services: Services,
  e: Enrichment,
  { reading, rows }: Whole,
  sheet: Parameters<typeof offerIn>[1],
  earlier: readonly Enrichment[],
  runs: ReadonlyMap<string, string>,
): ReadonlySet<number> {
  const isLive = isLiveIn(services);
  const links = earlier.map((other) => {
    const view = viewOf(other, reading);
    const known = new Map(view.rows(reading).map((row) => [row.at, row]));
    const run = runs.get(other.id) ?? '';
    return { e: other, view, rows: known, run, isLive: isLive(run), admits: true };
  });
  const uses = usesOn([...earlier, e], { headings: reading.headings, placed: reading.places });
  const ready = new Ready(links, uses, sheet, isLive);
  return new Set(rows.flatMap(({ at }) => (ready.waits(e.id, at) ? [at] : [])));
}
