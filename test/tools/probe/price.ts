/** What a request of the probe may cost at most, by the add-on's own price list; what is not understood is taken for the dearest. */
import type { AnswerShape, Enrichment } from '../../../src/enrichment/definition';
import type { Money } from '../../../src/enrichment/money';
import { DEPTHS, FETCH_MODES, REASONING_DEPTHS } from '../../../src/enrichment/options';
import { isRecord } from '../../../src/enrichment/parse';
import { priceOf } from '../../../src/linkup/prices';
import type { Sent } from './requests';

/** Without these nothing can be done, and what is refused is free (pricing page, November 2026). */
const REQUIRED = { search: ['q', 'depth', 'outputType'], fetch: ['url'], research: ['q', 'outputType'] };

/** The most that a request can be billed. Reading is free, and nobody is billed without a key that is somebody's. */
export function mostFor(sent: Sent): Money {
  if (sent.method === 'GET' || sent.key !== 'own') return 0;
  return pricedItems(sent).reduce((sum, { price }) => sum + price, 0);
}

/** Each item of POST /tasks with the most that it can be billed; any other request is one item. */
export function pricedItems({ path, body }: Sent): { readonly type: string; readonly price: Money }[] {
  const items: readonly unknown[] =
    path === '/tasks' && Array.isArray(body) ? body : [{ type: path.slice(1), input: body }];
  return items.map((item) => {
    const { type, input } = isRecord(item) ? item : {};
    return { type: String(type), price: mostOfInput(String(type), input) };
  });
}

function mostOfInput(type: string, input: unknown): Money {
  const given = isRecord(input) ? input : {};
  if (type !== 'search' && type !== 'fetch' && type !== 'research')
    throw new Error(`the price of ${type} is not known`);
  return REQUIRED[type].some((name) => given[name] === undefined) ? 0 : priceOf(enrichment(type, given));
}

/** The enrichment whose questions cost as much as this input. */
function enrichment(type: Enrichment['type'], input: Readonly<Record<string, unknown>>): Enrichment {
  const base = { id: '', name: '', sheetId: 0, template: '', fields: [], sources: false } as const;
  const shape: AnswerShape = input.outputType === 'searchResults' ? 'results' : 'answer';
  if (type === 'search')
    return { ...base, type, shape, options: { depth: wordOr(DEPTHS, input.depth, 'deep') } };
  if (type === 'research') {
    // What is not sent is L, by the reference.
    const reasoningDepth = wordOr(REASONING_DEPTHS, input.reasoningDepth ?? 'L', 'XL');
    return { ...base, type, shape, options: { mode: 'auto', reasoningDepth } };
  }
  const options = {
    mode: wordOr(FETCH_MODES, input.mode ?? 'standard', 'pro'),
    renderJs: (input.renderJs ?? false) !== false,
  };
  return { ...base, type, shape: input.schema === undefined ? 'page' : 'fields', options };
}

function wordOr<T extends string>(words: readonly T[], value: unknown, dearest: T): T {
  return words.find((word) => word === value) ?? dearest;
}
