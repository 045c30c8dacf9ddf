/** What a question costs: Linkup's price list in USD per successful call (pricing page, May 2026; unchanged in November 2026). */
import type { Enrichment, FetchEnrichment, SearchEnrichment } from '../enrichment/definition';
import { type Money, moneyOf } from '../enrichment/money';
import type { ReasoningDepth } from '../enrichment/options';
import { atStep, stepsOf } from '../enrichment/steps';

const SEARCH = { results: 0.005, answer: 0.006 };
const DEEP_SEARCH = { results: 0.05, answer: 0.055 };
const FETCH = { standard: { plain: 0.001, rendered: 0.005 }, pro: { plain: 0.005, rendered: 0.01 } };
const FETCH_FIELDS = 0.001;
const RESEARCH: Record<ReasoningDepth, number> = { S: 0.25, M: 0.5, L: 1.5, XL: 2.5 };

/** The price of each question of an enrichment that is answered. Failures and empty searches cost nothing. */
export function priceOf(e: Enrichment): Money {
  return moneyOf(listPrice(e));
}

/** What a question may cost at most from a step on: every further one may have to be taken. */
export function mostOf(e: Enrichment, from = 1): Money {
  let most = 0;
  for (let step = from; step <= stepsOf(e); step++) most += priceOf(atStep(e, step));
  return most;
}

function listPrice(e: Enrichment): number {
  if (e.type === 'search') return searchPrice(e);
  return e.type === 'fetch' ? fetchPrice(e) : RESEARCH[e.options.reasoningDepth];
}

function searchPrice(e: SearchEnrichment): number {
  const prices = e.options.depth === 'deep' ? DEEP_SEARCH : SEARCH;
  return e.shape === 'results' ? prices.results : prices.answer;
}

function fetchPrice(e: FetchEnrichment): number {
  const prices = FETCH[e.options.mode];
  const page = e.options.renderJs ? prices.rendered : prices.plain;
  return page + (e.shape === 'fields' ? FETCH_FIELDS : 0);
}
