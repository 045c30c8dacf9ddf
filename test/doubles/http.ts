/** The wire between the two doubles: one synchronous HTTP exchange, because UrlFetchApp is synchronous. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, with the query string. */
  readonly url: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers a request, or throws `NetworkError` when no response ever arrives. */
export type Transport = (request: HttpRequest) => HttpResponse;

/** The exchange failed below HTTP. `kind` chooses the text that UrlFetchApp throws. */
export class NetworkError extends Error {
  constructor(readonly kind: 'dns' | 'unreachable' | 'timeout' | 'ssl' | 'bandwidth') {
    super(`network: ${kind}`);
    this.name = 'NetworkError';
  }
}
