/** What Linkup charges for one successful call. An oracle: it shares no code with the product. */
import type { FetchInput, ResearchInput, SearchInput, Work } from './contract';

/** US dollars per call, pricing page, May 2026 to November 2026. */
const RESEARCH_USD: Readonly<Record<ResearchInput['reasoningDepth'], number>> = {
  S: 0.25,
  M: 0.5,
  L: 1.5,
  XL: 2.5,
};

/** Price in US dollars of the work if it succeeds. */
export function priceOf(work: Work): number {
  if (work.type === 'search') return searchPrice(work.input);
  if (work.type === 'fetch') return fetchPrice(work.input);
  return RESEARCH_USD[work.input.reasoningDepth];
}

function searchPrice({ depth, outputType }: SearchInput): number {
  if (depth === 'deep') return outputType === 'searchResults' ? 0.05 : 0.055;
  return outputType === 'searchResults' ? 0.005 : 0.006;
}

function fetchPrice({ mode, renderJs, schema }: FetchInput): number {
  const plain = mode === 'pro' ? (renderJs ? 0.01 : 0.005) : renderJs ? 0.005 : 0.001;
  return schema === null ? plain : dollars(micros(plain) + 1000);
}

/** US dollars as whole millionths, in which sums are exact. */
export function micros(usd: number): number {
  return Math.round(usd * 1e6);
}

/** Millionths back to US dollars. */
export function dollars(amount: number): number {
  return amount / 1e6;
}
