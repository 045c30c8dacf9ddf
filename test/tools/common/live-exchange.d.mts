import type { HttpRequest, HttpResponse, NetworkError } from '../../doubles/http';

/** What becomes of a request: its response, or why there is none. */
export type Exchanged = { readonly response: HttpResponse } | { readonly failure: NetworkError['kind'] };

/** Sends a request over the real network, until it takes too long or `stopped` is aborted. */
export function exchange(request: HttpRequest, timeoutMs: number, stopped?: AbortSignal): Promise<Exchanged>;
