/** Answers search, fetch and research from the knowledge base, in the response shapes of the contract. */
import type { FetchInput, JsonObject, QueryInput, ResearchInput, SearchInput, Work } from '../contract';
import { ApiError } from '../errors';
import type { LinkupKnobs } from '../knobs';
import type { Knowledge, Page, Source, Topic } from '../knowledge/knowledge';
import { listAsked, listItems } from './listed';
import { answerText, reportText } from './sentence';
import { allowedSources, citedSource, faviconOf, imageResults, textResult } from './sources';
import { fillSchema } from './structured';

/** Results without `maxResults` (a migration guide says 10). */
const DEFAULT_RESULTS = 10;

/** The output of the work. Throws `ApiError` where Linkup would fail. */
export function answer(work: Work, knowledge: Knowledge, knobs: LinkupKnobs): JsonObject {
  const list = work.type === 'fetch' ? undefined : answerList(work.input, knowledge, knobs);
  if (list) return list;
  if (work.type === 'search') return answerSearch(work.input, knowledge);
  if (work.type === 'fetch') return answerFetch(work.input, knowledge, knobs);
  return answerResearch(work.input, knowledge);
}

/** A list of things, where the schema asks for one; undefined otherwise. */
function answerList(
  input: SearchInput | ResearchInput,
  knowledge: Knowledge,
  knobs: LinkupKnobs,
): JsonObject | undefined {
  const asked = listAsked(input.structuredOutputSchema ?? {});
  if (input.outputType !== 'structured' || !asked) return undefined;
  const question = knobs.listRepeats ? input.q.replace(/leave out[\s\S]*/i, '') : input.q;
  const topics = knowledge.listOf?.(question);
  if (!topics) throw new ApiError('SEARCH_QUERY_NO_RESULT');
  return { [asked.name]: listItems(asked.items, topics, input.q, knobs.listForm) };
}

function findTopic(input: QueryInput, knowledge: Knowledge): { topic: Topic; sources: readonly Source[] } {
  const topic = knowledge.topicOf(input.q);
  const sources = topic === null ? [] : allowedSources(topic, input);
  if (topic === null || sources.length === 0) throw new ApiError('SEARCH_QUERY_NO_RESULT');
  return { topic, sources };
}

function answerSearch(input: SearchInput, knowledge: Knowledge): JsonObject {
  const found = findTopic(input, knowledge);
  const sources = found.sources.slice(0, input.maxResults ?? DEFAULT_RESULTS);
  const images = input.includeImages ? imageResults(found.topic) : [];
  if (input.outputType === 'searchResults') return { results: [...images, ...sources.map(textResult)] };
  if (input.outputType === 'sourcedAnswer') {
    const text = answerText(found.topic, input.q, input.includeInlineCitations);
    return { answer: text, sources: sources.map(citedSource) };
  }
  const data = fillSchema(input.structuredOutputSchema ?? {}, found.topic, input.q);
  return input.includeSources ? { data, sources: [...images, ...sources.map(textResult)] } : data;
}

function answerResearch(input: ResearchInput, knowledge: Knowledge): JsonObject {
  const { topic, sources } = findTopic(input, knowledge);
  // Structured research carries no sources, as Linkup documents it.
  if (input.outputType === 'structured')
    return fillSchema(input.structuredOutputSchema ?? {}, topic, input.q);
  return { answer: reportText(topic, input.q), sources: sources.map(citedSource) };
}

function answerFetch(input: FetchInput, knowledge: Knowledge, knobs: LinkupKnobs): JsonObject {
  const page = knowledge.pageAt(input.url);
  if (page === 'MISSING') throw new ApiError(knobs.missingPageCode);
  if (typeof page === 'string') throw new ApiError(page);
  return {
    ...(input.includeRawContent ? { contentType: 'html' } : {}),
    ...(input.schema === null ? {} : { data: groundedData(input.schema, page, input.instructions) }),
    favicon: faviconOf(page.url),
    ...(input.extractImages ? { images: pageImages(page) } : {}),
    markdown: page.markdown + '.'.repeat(knobs.pageChars),
    ...(input.includeRawContent ? { rawContent: page.html } : {}),
    ...(input.includeRawHtml ? { rawHtml: page.html } : {}),
  };
}

function groundedData(schema: JsonObject, page: Page, instructions: string | null): JsonObject {
  return page.topic === null ? {} : fillSchema(schema, page.topic, instructions ?? '');
}

function pageImages(page: Page): readonly JsonObject[] {
  return (page.topic?.images ?? []).map(({ alt, url }) => ({ alt, url }));
}
