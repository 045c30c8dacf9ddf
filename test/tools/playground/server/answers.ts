/** What the playground sends back, and with which policy. */
import type { ServerResponse } from 'node:http';

/** A complete answer. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Content-Security-Policy; nothing at all unless said otherwise. */
  readonly policy?: string;
  /** Offered as a file of this name. */
  readonly file?: string;
}

/** The page runs its own script only; the grid sets styles on elements. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A sentence. */
export const words = (status: number, body: string): Answer => ({ status, type: 'text/plain', body });

/** Plain data. */
export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

/** Sends it. */
export function send(response: ServerResponse, { status, type, body, policy, file }: Answer): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy ?? "default-src 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...(file === undefined
      ? {}
      : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}` }),
  });
  response.end(body);
}
