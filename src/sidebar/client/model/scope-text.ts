/** Where to look, as text in boxes: domains one a line, dates, a number. And the way to and from the API's options. */
import { count } from '../../../enrichment/amounts';
import { SCOPE, type SearchOptions } from '../../../enrichment/options';

/** A box: the option that it holds, what its text means, and how the line that opens the boxes tells it. */
interface Box {
  readonly option: keyof SearchOptions;
  /** Undefined where it says nothing. The text is never blank, here and below. */
  readonly meant: (text: string) => unknown;
  readonly words: (text: string) => string;
}

/** The boxes by the ids of their elements. */
const BOXES = {
  include: domains('includeDomains', 'only'),
  exclude: domains('excludeDomains', 'not'),
  from: plain('fromDate', 'from'),
  to: plain('toDate', 'to'),
  results: { option: 'maxResults', meant: Number, words: (text) => count(Number(text), 'result') },
} satisfies { readonly [id: string]: Box };

/** What the boxes hold; '' where nothing is said. A date box gives `YYYY-MM-DD`. */
export type ScopeText = { readonly [id in keyof typeof BOXES]?: string };

/** The boxes when nothing narrows the search. */
export const anywhere: ScopeText = scopeText({});

function domains(option: Box['option'], word: string): Box {
  const words = (text: string) => {
    const found = domainsIn(text);
    return found ? `${word} ${sites(found)}` : '';
  };
  return { option, meant: domainsIn, words };
}

function plain(option: Box['option'], word: string): Box {
  return { option, meant: (text) => text.trim(), words: (text) => `${word} ${text.trim()}` };
}

/** The boxes for saved options; a list has an item a line. */
export function scopeText(options: Partial<SearchOptions>): ScopeText {
  const texts = Object.entries(BOXES).map(([id, { option }]) => [
    id,
    [options[option] ?? []].flat().join('\n'),
  ]);
  return Object.fromEntries(texts);
}

/** The options for the boxes. Every option is named, undefined where its box is empty, so that it replaces a saved one. */
export function scopeOf(text: ScopeText): { readonly [option: string]: unknown } {
  return Object.fromEntries(
    boxes(text).map(([{ option, meant }, said]) => [option, said.trim() ? meant(said) : undefined]),
  );
}

/** Each box with its text. */
function boxes(text: ScopeText): (readonly [Box, string])[] {
  const said = new Map<string, string>(Object.entries(text));
  return Object.entries(BOXES).map(([id, box]) => [box, said.get(id) ?? '']);
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

/** The boxes in a few words, for the line that opens them. Those that only a search has count where it `searches`. */
export function scopeInWords(text: ScopeText, searches: boolean): string {
  const words = boxes(text)
    .filter(([{ option }, said]) => said.trim() && (searches || option in SCOPE))
    .map(([box, said]) => box.words(said))
    .filter(Boolean);
  return words.length > 0 ? words.join(', ') : 'any site, any time';
}

function sites(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : count(names.length, 'site');
}
