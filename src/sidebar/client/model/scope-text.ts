/** Where to look, as text in boxes: domains one a line, dates, a number. And the way to and from the API's options. */
import { count } from '../../../enrichment/amounts';
import type { SearchOptions } from '../../../enrichment/options';

/** What the boxes hold; '' where nothing is said. */
export interface ScopeText {
  readonly include: string;
  readonly exclude: string;
  /** `YYYY-MM-DD`, as a date box gives it. */
  readonly from: string;
  readonly to: string;
  readonly results: string;
}

type Scope = Pick<SearchOptions, 'includeDomains' | 'excludeDomains' | 'fromDate' | 'toDate' | 'maxResults'>;

/** The boxes when nothing narrows the search. */
export const anywhere: ScopeText = { include: '', exclude: '', from: '', to: '', results: '' };

/** The boxes for saved options. */
export function scopeText(options: Scope): ScopeText {
  return {
    include: (options.includeDomains ?? []).join('\n'),
    exclude: (options.excludeDomains ?? []).join('\n'),
    from: options.fromDate ?? '',
    to: options.toDate ?? '',
    results: options.maxResults === undefined ? '' : String(options.maxResults),
  };
}

/** The options for the boxes. Every option is named, undefined where its box is empty, so that it replaces a saved one. */
export function scopeOf(text: ScopeText): { readonly [option in keyof Scope]-?: Scope[option] | undefined } {
  return {
    includeDomains: domainsIn(text.include),
    excludeDomains: domainsIn(text.exclude),
    fromDate: text.from || undefined,
    toDate: text.to || undefined,
    maxResults: text.results.trim() === '' ? undefined : Number(text.results),
  };
}

/** People paste addresses: only the host counts. Each domain once; undefined where there is none. */
function domainsIn(text: string): string[] | undefined {
  const hosts = text
    .split(/[\s,;]+/)
    .map(host)
    .filter(Boolean);
  return hosts.length > 0 ? [...new Set(hosts)] : undefined;
}

/** How many domains are in a box. */
export function domainCount(text: string): number {
  return domainsIn(text)?.length ?? 0;
}

function host(pasted: string): string {
  return pasted
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.$/, '');
}

/** The boxes in a few words, for the line that opens them. `counted` says whether the number of results applies. */
export function scopeInWords(text: ScopeText, counted: boolean): string {
  const { includeDomains, excludeDomains, fromDate, toDate, maxResults } = scopeOf(text);
  const words = [
    includeDomains && `only ${sites(includeDomains)}`,
    excludeDomains && `not ${sites(excludeDomains)}`,
    fromDate && `from ${fromDate}`,
    toDate && `to ${toDate}`,
    counted && maxResults !== undefined && count(maxResults, 'result'),
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : 'any site, any time';
}

function sites(domains: readonly string[]): string {
  const [first = '', ...others] = domains;
  return others.length === 0 ? first : count(domains.length, 'site');
}
