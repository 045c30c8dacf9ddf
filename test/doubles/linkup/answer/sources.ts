/** Chooses the sources that a query may use, and gives them the shapes of the contract. */
import type { JsonObject, QueryInput } from '../contract';
import type { Source, Topic } from '../knowledge/knowledge';

/** The topic's sources after `includeDomains` and `excludeDomains`; inclusion wins over exclusion. */
export function allowedSources(topic: Topic, input: QueryInput): readonly Source[] {
  const within = (source: Source, domains: readonly string[]) =>
    domains.some((domain) => isWithin(new URL(source.url).hostname, domain));
  if (input.includeDomains.length > 0) {
    return topic.sources.filter((source) => within(source, input.includeDomains));
  }
  return topic.sources.filter((source) => !within(source, input.excludeDomains));
}

function isWithin(host: string, domain: string): boolean {
  const bare = domain
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
    .replace(/^www\./, '')
    .toLowerCase();
  return host === bare || host.endsWith(`.${bare}`);
}

/** `{name,url,snippet,favicon}`, as sourcedAnswer lists it. */
export function citedSource(source: Source): JsonObject {
  return {
    name: source.name,
    url: source.url,
    snippet: source.content.slice(0, 200),
    favicon: faviconOf(source.url),
  };
}

/** `{type:"text",name,url,content,favicon}`, as searchResults and includeSources list it. */
export function textResult(source: Source): JsonObject {
  return {
    type: 'text',
    name: source.name,
    url: source.url,
    content: source.content,
    favicon: faviconOf(source.url),
  };
}

/** `{type:"image",name,url}`. */
export function imageResults(topic: Topic): readonly JsonObject[] {
  return topic.images.map(({ alt, url }) => ({ type: 'image', name: alt, url }));
}

/** Favicon address in the form of the Python SDK's fixture. */
export function faviconOf(url: string): string {
  return `https://favicons.linkup.so?domain=${new URL(url).hostname}`;
}
