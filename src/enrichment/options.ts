/** The options of the three task types, as Linkup's API documents them (November 2026). One table each, which is both type and parser: to add one, add a line. */
import { list, maybe, number, oneOf, type Parser, type Read, record, text, yesNo } from './parse';

/** What a row can ask for: an answer from search, one page, or a report. */
export const TASK_TYPES = ['search', 'fetch', 'research'] as const;

/** One of them. */
export type TaskType = (typeof TASK_TYPES)[number];

/** How thoroughly a search looks, the cheapest first. */
export const DEPTHS = ['flash', 'fast', 'standard', 'deep'] as const;

/** One of them. */
export type Depth = (typeof DEPTHS)[number];

/** How a page is read, the cheapest first. */
export const FETCH_MODES = ['standard', 'pro'] as const;

/** One of them. */
export type FetchMode = (typeof FETCH_MODES)[number];

/** What a research is to come to. */
export const RESEARCH_MODES = ['answer', 'auto', 'investigate', 'research'] as const;

/** One of them. */
export type ResearchMode = (typeof RESEARCH_MODES)[number];

/** How long a research thinks, the cheapest first. */
export const REASONING_DEPTHS = ['S', 'M', 'L', 'XL'] as const;

/** One of them. */
export type ReasoningDepth = (typeof REASONING_DEPTHS)[number];

/** Where search and research look. Dates are `YYYY-MM-DD`. */
export const SCOPE = {
  includeDomains: maybe(list(text)),
  excludeDomains: maybe(list(text)),
  fromDate: maybe(text),
  toDate: maybe(text),
};

/** POST /search beyond the question and what comes back. */
const SEARCH = {
  depth: oneOf(...DEPTHS),
  maxResults: maybe(number),
  includeInlineCitations: maybe(yesNo),
  includeImages: maybe(yesNo),
  ...SCOPE,
};

/** POST /fetch beyond the URL and what comes back. */
const FETCH = {
  mode: oneOf(...FETCH_MODES),
  renderJs: maybe(yesNo),
  includeRawContent: maybe(yesNo),
  includeRawHtml: maybe(yesNo),
  extractImages: maybe(yesNo),
  instructions: maybe(text),
};

/** POST /research beyond the question and what comes back. */
const RESEARCH = {
  mode: oneOf(...RESEARCH_MODES),
  reasoningDepth: oneOf(...REASONING_DEPTHS),
  ...SCOPE,
};

/** Where to look. */
export type Scope = Read<typeof SCOPE>;
/** The options of a search. */
export type SearchOptions = Read<typeof SEARCH>;
/** The options of a fetch. */
export type FetchOptions = Read<typeof FETCH>;
/** The options of a research. */
export type ResearchOptions = Read<typeof RESEARCH>;

/** What of any options says where to look. */
export const scopeOptions: Parser<Scope> = record<Scope>(SCOPE);

/** Reads search options from stored or posted JSON. */
export const searchOptions: Parser<SearchOptions> = record<SearchOptions>(SEARCH);

/** Reads fetch options. */
export const fetchOptions: Parser<FetchOptions> = record<FetchOptions>(FETCH);

/** Reads research options. */
export const researchOptions: Parser<ResearchOptions> = record<ResearchOptions>(RESEARCH);
