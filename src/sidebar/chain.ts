/** Enriching all columns, as the page shows and does it. */
import { inUsd, moneyOf } from '../enrichment/money';
import { ownLimitLine, stakesOf } from '../enrichment/offer-lines';
import { saidThere, sentence } from '../enrichment/words';
import { readOnce } from '../platform/properties';
import { balanceOr } from '../run/press/balance';
import { chainOn, type Link } from '../run/press/chain-offer';
import { startChain } from '../run/press/start-chain';
import { stopAll } from '../run/press/stop';
import { enrichmentsOn } from '../run/record/enrichments';
import { keyOf } from '../run/record/key';
import { MonthCount } from '../run/record/month';
import { liveRun } from '../run/record/run';
import { reportOn } from '../run/report/report';
import type { Services } from '../run/services';
import type { Calls, ChainLink, Progress } from './protocol';

type Argument<N extends keyof Calls> = Calls[N]['argument'];
type Result<N extends keyof Calls> = Calls[N]['result'];

/** What it would cost. */
export function chainOffer(services: Services, { sheetId }: Argument<'chainOffer'>): Result<'chainOffer'> {
  const user = readOnce(services.user);
  const key = keyOf(user);
  const { links, revision, least, total } = chainOn(services, sheetId);
  const { limit, counted } = new MonthCount({ ...services, user }).stands();
  const left = Math.max(0, limit - counted);
  const shown = links.map(shownLink);
  const own = limit > 0 && total > left ? [ownLimitLine(inUsd(left), inUsd(limit))] : [];
  return {
    ...{ sheetId, revision, links: shown },
    questions: shown.reduce((sum, { questions }) => sum + questions, 0),
    later: shown.reduce((sum, { later }) => sum + later, 0),
    least: inUsd(least),
    total: inUsd(total),
    balance: inUsd(balanceOr('not-started', services.linkup(key))),
    stakes: [...new Set([...links.flatMap(stakesIn), ...own])],
  };
}

function shownLink({ e, uses, offer, later, total, problem }: Link): ChainLink {
  return {
    ...{ id: e.id, name: e.name, uses: uses.map(({ name }) => name), later },
    rows: offer?.selection.rows ?? 0,
    questions: offer?.selection.questions.length ?? 0,
    copies: offer ? offer.selection.copies.length : 0,
    price: inUsd(offer?.price ?? 0),
    least: inUsd(offer?.least ?? 0),
    total: inUsd(total),
    problem: problem ? saidThere(sentence(problem)) : '',
  };
}

function stakesIn({ offer }: Link): string[] {
  if (!offer) return [];
  const { selection, replaced, typed, judged, byHand, lookAlikes, gone } = offer;
  return stakesOf({ again: selection.again, replaced, typed, judged, byHand, lookAlikes, gone });
}

/** Starts all of them. */
export function enrichChain(services: Services, argument: Argument<'enrichChain'>): Result<'enrichChain'> {
  const { sheetId, revision, total, cap } = argument;
  startChain(services, { sheetId, revision, total: moneyOf(total), cap: moneyOf(cap) });
  return progressOn(services, sheetId);
}

/** Stops whatever goes on there. */
export function stopChain(services: Services, { sheetId }: Argument<'stopChain'>): Result<'stopChain'> {
  const properties = services.documents.all();
  stopAll(
    services,
    enrichmentsOn(services.documents, sheetId).flatMap(({ id }) => liveRun(properties, id) ?? []),
  );
  return progressOn(services, sheetId);
}

function progressOn(services: Services, sheetId: number): Progress[] {
  return enrichmentsOn(services.documents, sheetId).flatMap((e) => reportOn(services, e) ?? []);
}
