/** Enriching all columns, as the page shows and does it. */
import { inUsd, moneyOf } from '../enrichment/money';
import { saidThere, sentence } from '../enrichment/words';
import { readOnce } from '../platform/properties';
import { balanceOr } from '../run/press/balance';
import { chainOn, type Link } from '../run/press/chain-offer';
import { stakesIn } from '../run/press/offer';
import { startChain } from '../run/press/start-chain';
import { stopAll } from '../run/press/stop';
import { enrichmentsOn } from '../run/record/enrichments';
import { keyOf } from '../run/record/key';
import { MonthCount } from '../run/record/month';
import { liveRun } from '../run/record/run';
import { reportOn } from '../run/report/report';
import type { Services } from '../run/services';
import { beyondOwnLimit } from './offered';
import type { Calls, ChainLink, Progress } from './protocol';

/** What it would cost. */
export function chainOffer(
  services: Services,
  { sheetId }: Calls['chainOffer']['argument'],
): Calls['chainOffer']['result'] {
  const user = readOnce(services.user);
  const key = keyOf(user);
  const { links, revision, least, total } = chainOn(services, sheetId);
  const shown = links.map(shownLink);
  const own = beyondOwnLimit(new MonthCount({ ...services, user }).stands(), total);
  return {
    ...{ sheetId, revision, links: shown },
    questions: shown.reduce((sum, { questions }) => sum + questions, 0),
    later: shown.reduce((sum, { later }) => sum + later, 0),
    least: inUsd(least),
    total: inUsd(total),
    balance: inUsd(balanceOr('not-started', services.linkup(key))),
    stakes: [...new Set([...links.flatMap(({ offer }) => (offer ? stakesIn(offer) : [])), ...own])],
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

/** Starts all of them. */
export function enrichChain(
  services: Services,
  argument: Calls['enrichChain']['argument'],
): Calls['enrichChain']['result'] {
  const { sheetId, revision, total, cap } = argument;
  startChain(services, { sheetId, revision, total: moneyOf(total), cap: moneyOf(cap) });
  return progressOn(services, sheetId);
}

/** Stops whatever goes on there. */
export function stopChain(
  services: Services,
  { sheetId }: Calls['stopChain']['argument'],
): Calls['stopChain']['result'] {
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
