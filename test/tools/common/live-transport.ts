/** The real Linkup behind the local spreadsheet: synchronous HTTPS, as UrlFetchApp does it. */
import { fileURLToPath } from 'node:url';
import { createSyncFn } from 'synckit';
import { type HttpRequest, type HttpResponse, NetworkError, type Transport } from '../../doubles/http';
import type { Exchanged } from './live-exchange.mjs';

/** Where Linkup answers. */
export const LINKUP = 'https://api.linkup.so';

/** As long as the add-on itself is ready to wait. */
export const TIMEOUT_MS = 60_000;

/** What the thread makes of a request (`live-worker.mjs`). */
type Exchange = (request: HttpRequest, timeoutMs: number) => Exchanged;

/** What can differ in a test. */
export interface LiveOptions {
  /** Sent there instead of to Linkup, such as `http://127.0.0.1:40123`. */
  readonly origin?: string;
  readonly timeoutMs?: number;
}

/** A transport over the network that remembers what it sent. Requests to anywhere but Linkup are refused. */
export class LiveTransport {
  /** Method and path of every request so far, oldest first. No headers: the key is in one. */
  readonly requests: { readonly method: string; readonly path: string }[] = [];
  private readonly origin: string;
  private readonly timeoutMs: number;
  private readonly exchange = createSyncFn<Exchange>(
    fileURLToPath(new URL('./live-worker.mjs', import.meta.url)),
  );

  constructor({ origin = LINKUP, timeoutMs = TIMEOUT_MS }: LiveOptions = {}) {
    this.origin = origin;
    this.timeoutMs = timeoutMs;
  }

  /** Sends a request and waits. Throws NetworkError when no answer comes. */
  readonly send: Transport = (request: HttpRequest): HttpResponse => {
    const { origin, pathname, search } = new URL(request.url);
    if (origin !== LINKUP) throw new Error(`the key is for ${LINKUP} only, not for ${origin}`);
    this.requests.push({ method: request.method, path: pathname });
    const exchanged = this.exchange(
      { ...request, url: `${this.origin}${pathname}${search}` },
      this.timeoutMs,
    );
    if ('failure' in exchanged) throw new NetworkError(exchanged.failure);
    return exchanged.response;
  };
}
