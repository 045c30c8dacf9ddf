/** The options of the three task types, as Linkup's API documents them (November 2026). One table each: to add one, add a line. */
import { list, maybe, number, oneOf, type Parser, record, text, yesNo } from './parse';

/** What a row can ask for: an answer from search, one page, or a report. */
export type TaskType = 'search' | 'fetch' | 'research';

export const TASK_TYPES = ['search', 'fetch', 'research'] as const;
export const DEPTHS = ['flash', 'fast', 'standard', 'deep'] as const;
export const FETCH_MODES = ['standard', 'pro'] as const;
export const RESEARCH_MODES = ['answer', 'auto', 'investigate', 'research'] as const;
export const REASONING_DEPTHS = ['S', 'M', 'L', 'XL'] as const;

export type Depth = (typeof DEPTHS)[number];
export type FetchMode = (typeof FETCH_MODES)[number];
export type ResearchMode = (typeof RESEARCH_MODES)[number];
export type ReasoningDepth = (typeof REASONING_DEPTHS)[number];

/** Where search and research look. Dates are `YYYY-MM-DD`. */
export interface Scope {
  readonly includeDomains?: readonly string[];
  readonly excludeDomains?: readonly string[];
  readonly fromDate?: string;
  readonly toDate?: string;
}

/** POST /search beyond the question and what comes back. */
export interface SearchOptions extends Scope {
  readonly depth: Depth;
  readonly maxResults?: number;
  readonly includeInlineCitations?: boolean;
  readonly includeImages?: boolean;
}

/** POST /fetch beyond the URL and what comes back. */
export interface FetchOptions {
  readonly mode: FetchMode;
  readonly renderJs?: boolean;
  readonly includeRawContent?: boolean;
  readonly includeRawHtml?: boolean;
  readonly extractImages?: boolean;
  readonly instructions?: string;
}

/** POST /research beyond the question and what comes back. */
export interface ResearchOptions extends Scope {
  readonly mode: ResearchMode;
  readonly reasoningDepth: ReasoningDepth;
}

const scope = {
  includeDomains: maybe(list(text)),
  excludeDomains: maybe(list(text)),
  fromDate: maybe(text),
  toDate: maybe(text),
};

/** Reads search options from stored or posted JSON. */
export const searchOptions: Parser<SearchOptions> = record<SearchOptions>({
  depth: oneOf(...DEPTHS),
  maxResults: maybe(number),
  includeInlineCitations: maybe(yesNo),
  includeImages: maybe(yesNo),
  ...scope,
});

/** Reads fetch options. */
export const fetchOptions: Parser<FetchOptions> = record<FetchOptions>({
  mode: oneOf(...FETCH_MODES),
  renderJs: maybe(yesNo),
  includeRawContent: maybe(yesNo),
  includeRawHtml: maybe(yesNo),
  extractImages: maybe(yesNo),
  instructions: maybe(text),
});

/** Reads research options. */
export const researchOptions: Parser<ResearchOptions> = record<ResearchOptions>({
  mode: oneOf(...RESEARCH_MODES),
  reasoningDepth: oneOf(...REASONING_DEPTHS),
  ...scope,
});
