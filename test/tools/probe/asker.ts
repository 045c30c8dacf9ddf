/** Sends the probe's requests one by one: each is counted first, and its answer is kept without the key. */
import type { Money } from '../../../src/enrichment/money';
import { parseJson } from '../../../src/enrichment/parse';
import { unlessProblem } from '../../../src/enrichment/problem';
import { withoutKey } from '../../../src/linkup/texts';
import { createdTasks } from '../../../src/linkup/types';
import type { HttpRequest, HttpResponse } from '../../doubles/http';
import { Stopped } from '../common/bad-input';
import { type Exchange, isSuccess, refusedForMoney } from './evidence';
import { pricedItems } from './price';
import type { Purse } from './purse';
import { REQUESTS, type Sent, type StepName, WRONG_KEY } from './requests';

const BASE = 'https://api.linkup.so/v1';

/** What goes between the probe and Linkup. */
export interface Means {
  readonly transport: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
  readonly key: string;
  readonly purse: Purse;
  readonly now: () => number;
  /** Waits so many ms. */
  readonly rest: (ms: number) => Promise<void>;
  /** Whether the person wants no more of it. */
  readonly stopped: () => boolean;
}

/** Without money no other question would be answered either. */
const NO_MONEY = {
  'no-credits': 'Your Linkup account has no credits left. Top up at app.linkup.so.',
  'budget-reached': 'The budget of this key is used up. Raise it at app.linkup.so, or take another key.',
};

/** The person pressed Ctrl-C. */
export class Interrupted extends Error {}

/** Asks, and keeps what was answered. */
export class Asker {
  readonly exchanges: Exchange[] = [];
  /** Takes note of what a POST of tasks has really cost, by the ids of its tasks. */
  private readonly bills = new Map<string, (isFree: boolean) => void>();

  constructor(private readonly means: Means) {}

  /** Sends a request by its name. Throws NetworkError where no answer comes, Interrupted where the person wants no more, and Stopped where there is no money. */
  async ask(name: StepName, id = ''): Promise<Exchange> {
    await this.means.rest(0);
    if (this.means.stopped()) throw new Interrupted('stopped');
    const sent = REQUESTS[name];
    const bill = this.means.purse.open(sent);
    const sentAt = this.means.now();
    const response = await this.means.transport(this.requestOf(sent, id));
    const exchange = this.exchangeOf(name, sent, response, sentAt);
    this.exchanges.push(exchange);
    bill.answered();
    this.note(exchange, sent, (most) => bill.answered(most));
    const refused = sent.key === 'own' ? refusedForMoney(exchange) : undefined;
    if (refused) throw new Stopped(NO_MONEY[refused]);
    return exchange;
  }

  /** A task has ended: what failed is free. */
  ended(id: string, isFree: boolean): void {
    this.bills.get(id)?.(isFree);
    this.bills.delete(id);
  }

  /** Waits so many ms. */
  async rest(ms: number): Promise<void> {
    await this.means.rest(ms);
  }

  /** Ms since 1970. */
  now(): number {
    return this.means.now();
  }

  private requestOf({ method, path, body, key }: Sent, id: string): HttpRequest {
    const bearer = { own: this.means.key, wrong: WRONG_KEY, none: '' }[key];
    return {
      method,
      url: `${BASE}${path.replace('{id}', encodeURIComponent(id))}`,
      headers: {
        ...(bearer === '' ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }

  private exchangeOf(
    name: StepName,
    { method, path }: Sent,
    response: HttpResponse,
    sentAt: number,
  ): Exchange {
    const { key, now } = this.means;
    const text = withoutKey(response.body, key);
    const headers = Object.entries(response.headers).map(([header, value]) => [
      header.toLowerCase(),
      withoutKey(value, key),
    ]);
    return {
      ...{ name, method, path, text, sentAt },
      status: response.status,
      headers: Object.fromEntries(headers),
      body: parseJson(text),
      quotesKey: text !== response.body,
      answeredAt: now(),
    };
  }

  /** A refusal is free; after a fault of the server's own nobody knows. A batch costs what those of its tasks cost that are answered. */
  private note(exchange: Exchange, sent: Sent, settle: (most: Money) => void): void {
    if (exchange.status >= 400 && exchange.status <= 499) settle(0);
    if (!isSuccess(exchange) || sent.path !== '/tasks') return;
    const items = pricedItems(sent);
    let most = items.reduce((sum, { price }) => sum + price, 0);
    for (const task of unlessProblem(() => createdTasks(exchange.body, '')) ?? []) {
      if (!task) continue;
      // They may come in any order: a task that is free is the cheapest of its kind.
      const prices = items.filter(({ type }) => type === task.type).map(({ price }) => price);
      this.bills.set(task.id, (isFree) => {
        if (isFree && prices.length > 0) most -= Math.min(...prices);
        settle(most);
      });
    }
  }
}
