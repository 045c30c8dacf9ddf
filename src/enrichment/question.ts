/** The question a row asks now: an enrichment's options with the template filled, in the names of Linkup's HTTP API. */
import { givesImages, givesSources, structuredSchema } from './columns';
import type { Enrichment, FetchEnrichment, ResearchEnrichment, SearchEnrichment } from './definition';
import type { TaskType } from './options';

/** A concrete API request: one item of POST /tasks. */
export interface Question {
  readonly type: TaskType;
  readonly input: Readonly<Record<string, unknown>>;
}

const OUTPUT_TYPE = {
  answer: 'sourcedAnswer',
  fields: 'structured',
  results: 'searchResults',
  page: '',
} as const;

/** The question for a filled template. The text goes in as it is: a query, or for fetch a URL. */
export function questionOf(e: Enrichment, text: string): Question {
  const common = COMMON.get(e) ?? commonInput(e);
  COMMON.set(e, common);
  return { type: e.type, input: { [e.type === 'fetch' ? 'url' : 'q']: text, ...common } };
}

/** What the questions of a definition have in common: worked out once for all of its rows. */
const COMMON = new WeakMap<Enrichment, Readonly<Record<string, unknown>>>();

function commonInput(e: Enrichment): Record<string, unknown> {
  if (e.type === 'search') return searchInput(e);
  return e.type === 'fetch' ? fetchInput(e) : researchInput(e);
}

/** Every option is sent as it is, but for those that only go with some shapes. */
function searchInput(e: SearchEnrichment): Record<string, unknown> {
  return compact({
    ...e.options,
    ...outputOf(e),
    includeSources: e.shape === 'fields' && e.sources && givesSources(e),
    includeInlineCitations: e.shape === 'answer' && e.options.includeInlineCitations,
    includeImages: givesImages(e),
  });
}

/** Reasoning depth is always sent: Linkup's own default is L, at six times the price of S. */
function researchInput(e: ResearchEnrichment): Record<string, unknown> {
  return compact({ ...e.options, ...outputOf(e) });
}

function fetchInput(e: FetchEnrichment): Record<string, unknown> {
  const { includeRawContent, includeRawHtml, instructions } = e.options;
  const page = e.shape === 'page';
  return compact({
    ...e.options,
    includeRawContent: page && includeRawContent,
    includeRawHtml: page && includeRawHtml,
    schema: page ? undefined : structuredSchema(e),
    instructions: page ? undefined : instructions,
  });
}

/** Search and research take the schema as a JSON text; fetch takes it as an object. */
function outputOf(e: SearchEnrichment | ResearchEnrichment): Record<string, unknown> {
  const outputType = OUTPUT_TYPE[e.shape];
  if (e.shape !== 'fields') return { outputType };
  return { outputType, structuredOutputSchema: JSON.stringify(structuredSchema(e)) };
}

/** Without what is off, empty or not set. */
function compact(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => saysSomething(value)));
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== false && value !== '';
}
