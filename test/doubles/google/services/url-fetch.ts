/** UrlFetchApp: requests over the injected wire, with Google's texts for everything that can go wrong. */
import { type HttpResponse, NetworkError } from '../../http';
import { NotModelledError, ServiceError } from '../errors';
import type { Execution } from '../execution';
import { fetching, handle, service } from '../service';
import { type FetchPlan, planFetch } from './fetch-request';
import { EXTERNAL_REQUEST } from './scopes';

type UrlFetchApp = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type HTTPResponse = GoogleAppsScript.URL_Fetch.HTTPResponse;

/** What UrlFetchApp throws when no response arrives, muted or not. */
const NETWORK_TEXTS: Readonly<Record<NetworkError['kind'], (url: string) => string>> = {
  dns: (url) => `DNS error: ${url}`,
  unreachable: (url) => `Address unavailable: ${url}`,
  timeout: (url) => `Timeout: ${url}`,
  ssl: (url) => `SSL Error ${url}`,
  bandwidth: (url) => `Bandwidth quota exceeded: ${url}. Try reducing the rate of data transfer.`,
};

/** Google quotes about the first hundred characters of a failed response. */
const TRUNCATED_CHARS = 100;

/** The global `UrlFetchApp`. */
export function urlFetchApp(run: Execution): UrlFetchApp {
  return service<UrlFetchApp>(
    run,
    'UrlFetchApp',
    {
      fetch: fetching('string; string, object', (url: string, options?: object) => {
        const plan = planned(run, url, options ?? {});
        run.state.quota.takeFetches(run.user, 1);
        return responseService(run, checked(plan, exchange(run, plan)));
      }),
      fetchAll: fetching('any[]', (requests: unknown[]) => fetchAll(run, requests)),
    },
    { mode: 'FULL', scopes: EXTERNAL_REQUEST },
  );
}

/** All or nothing: every request is sent, then the first failure throws away all the responses. */
function fetchAll(run: Execution, requests: readonly unknown[]): HTTPResponse[] {
  const plans = requests.map((request) => {
    if (typeof request === 'string') return planned(run, request, {});
    const { url, ...options } = Object(request);
    if (typeof url !== 'string') throw new ServiceError('Attribute provided with no value: url');
    return planned(run, url, options);
  });
  run.state.quota.takeFetches(run.user, plans.length);
  const outcomes = plans.map((plan) => attempt(() => exchange(run, plan)));
  const failed = outcomes.find((outcome) => 'error' in outcome);
  if (failed && 'error' in failed) throw failed.error;
  const responses = plans.map((plan, i) => {
    const outcome = outcomes[i];
    if (!outcome || !('response' in outcome)) throw new NotModelledError('a request without an outcome');
    return checked(plan, outcome.response);
  });
  return responses.map((response) => responseService(run, response));
}

type Outcome = { readonly response: HttpResponse } | { readonly error: unknown };

function attempt(send: () => HttpResponse): Outcome {
  try {
    return { response: send() };
  } catch (error) {
    return { error };
  }
}

function planned(run: Execution, url: string, options: object): FetchPlan {
  return planFetch(url, options, run.state.limits, run.state.project.manifest.urlFetchWhitelist);
}

function exchange(run: Execution, { request, timeoutMs }: FetchPlan): HttpResponse {
  const { clock, limits, transport } = run.state;
  const sentAt = clock.now();
  try {
    const response = transport(request);
    if (clock.now() - sentAt > timeoutMs) throw new NetworkError('timeout');
    if (response.body.length > limits.fetchResponseBytes) {
      // Google's wording is not known; only that the call fails.
      throw new ServiceError('Limit Exceeded: URLFetch Response Size.');
    }
    if (response.status >= 300 && response.status < 400) throw new NotModelledError('a redirect');
    return response;
  } catch (error) {
    if (error instanceof NetworkError) throw new ServiceError(NETWORK_TEXTS[error.kind](request.url));
    throw error;
  }
}

/** Throws Google's text for a status of 400 and above unless exceptions are muted. */
function checked({ request, mute }: FetchPlan, response: HttpResponse): HttpResponse {
  if (response.status < 400 || mute) return response;
  const origin = /^https?:\/\/[^/?#]+/.exec(request.url)?.[0] ?? request.url;
  throw new ServiceError(
    `Request failed for ${origin} returned code ${response.status}. Truncated server response: ` +
      `${response.body.slice(0, TRUNCATED_CHARS)} (use muteHttpExceptions option to examine full response)`,
  );
}

function responseService(run: Execution, response: HttpResponse): HTTPResponse {
  const headers = () => ({ ...response.headers });
  return service<HTTPResponse>(run, 'UrlFetchApp.HTTPResponse', {
    getResponseCode: handle('', () => response.status),
    getContentText: handle('; string', () => response.body),
    getHeaders: handle('', headers),
    getAllHeaders: handle('', headers),
  });
}
