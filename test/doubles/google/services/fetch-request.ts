/** From UrlFetchApp's options to a request on the wire: every option is checked by name and by limit. */
import type { HttpRequest } from '../../http';
import { NotModelledError, ServiceError } from '../errors';
import type { Limits } from '../limits';

/** A request ready for the wire, and what UrlFetchApp does with its outcome. */
export interface FetchPlan {
  readonly request: HttpRequest;
  readonly mute: boolean;
  readonly timeoutMs: number;
}

/** 360 s is documented as the default of `timeoutSeconds`; older sources say about 60 s. */
const DEFAULT_TIMEOUT_SECONDS = 360;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const OPTION_TYPES: Readonly<Record<string, 'string' | 'boolean' | 'number' | 'object'>> = {
  method: 'string',
  headers: 'object',
  contentType: 'string',
  payload: 'string',
  muteHttpExceptions: 'boolean',
  followRedirects: 'boolean',
  validateHttpsCertificates: 'boolean',
  escaping: 'boolean',
  timeoutSeconds: 'number',
};

/** Checks one request as UrlFetchApp does before it sends anything; throws Google's texts. */
export function planFetch(
  url: string,
  options: object,
  limits: Limits,
  allowed?: readonly string[],
): FetchPlan {
  const given = new Map<string, unknown>(Object.entries(options));
  for (const [name, value] of given) checkOption(name, value);
  checkUrl(url, limits, allowed);
  const method = methodOf(given.get('method'));
  const body = given.get('payload');
  const headers = headersOf(given.get('headers'), limits);
  return {
    request: {
      method,
      url,
      headers: withContentType(headers, given),
      ...(typeof body === 'string' ? { body: checkBody(body, method, limits) } : {}),
    },
    mute: given.get('muteHttpExceptions') === true,
    timeoutMs: Number(given.get('timeoutSeconds') ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
  };
}

function checkOption(name: string, value: unknown): void {
  const type = OPTION_TYPES[name];
  if (!type) throw new NotModelledError(`the UrlFetchApp option ${name}`);
  if (name === 'payload' && typeof value === 'object') throw new NotModelledError('a form payload');
  // `typeof null` is 'object' too.
  const fits = typeof value === type && value !== null;
  const whole = name !== 'timeoutSeconds' || (Number.isInteger(value) && Number(value) > 0);
  if (!fits || !whole) throw new ServiceError(`Attribute provided with invalid value: ${name}`);
}

function checkUrl(url: string, limits: Limits, allowed: readonly string[] | undefined): void {
  if (!/^https?:\/\/[^\s/]+/.test(url) || /\s/.test(url)) throw new ServiceError(`Invalid argument: ${url}`);
  if (url.length > limits.fetchUrlChars) throw new ServiceError('Limit Exceeded: URLFetch URL Length.');
  if (allowed && !allowed.some((prefix) => url.startsWith(prefix))) {
    // Google's wording is not known; only that the call fails.
    throw new ServiceError(
      `UrlFetch calls to ${url} are not permitted by the urlFetchWhitelist of the manifest.`,
    );
  }
}

function methodOf(value: unknown): HttpRequest['method'] {
  if (value === undefined) return 'GET';
  const method = METHODS.find((name) => name === String(value).toUpperCase());
  if (!method) throw new ServiceError('Attribute provided with invalid value: method');
  return method;
}

function headersOf(value: unknown, limits: Limits): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, text] of Object.entries(Object(value ?? {}))) {
    if (typeof text !== 'string')
      throw new ServiceError(`Attribute provided with invalid value: Header:${name}`);
    headers[name] = text;
  }
  const size = Object.entries(headers).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  if (Object.keys(headers).length > limits.fetchHeaders || size > limits.fetchHeaderBytes) {
    throw new ServiceError('Limit Exceeded: URLFetch Headers.');
  }
  return headers;
}

function withContentType(
  headers: Record<string, string>,
  given: Map<string, unknown>,
): Record<string, string> {
  if (!given.has('payload')) return headers;
  const type = given.get('contentType') ?? 'application/x-www-form-urlencoded';
  return { ...headers, 'Content-Type': String(type) };
}

function checkBody(body: string, method: string, limits: Limits): string {
  if (method === 'GET') throw new NotModelledError('a payload on a GET request');
  if (Buffer.byteLength(body) > limits.fetchBodyBytes) {
    throw new ServiceError('Limit Exceeded: URLFetch POST Size.');
  }
  return body;
}
