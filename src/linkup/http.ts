/** One HTTP exchange with Linkup. The only file that touches UrlFetchApp; whatever it throws becomes a Problem. */
import { type Answered, problemThrown } from './errors';

const BASE = 'https://api.linkup.so/v1';

/** One request. `seconds` is how long its answer may take. */
export interface Request {
  readonly method: 'get' | 'post';
  /** Below the API's base, with its query. */
  readonly path: string;
  readonly body?: unknown;
  readonly seconds: number;
}

/** Sends a request with a key in its Authorization header; throws a Problem where no answer comes. */
export function exchange(key: string, { method, path, body, seconds }: Request): Answered {
  const response = fetchOrProblem(`${BASE}${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}` },
    muteHttpExceptions: true,
    timeoutSeconds: seconds,
    ...(body === undefined ? {} : { contentType: 'application/json', payload: JSON.stringify(body) }),
  });
  return {
    status: response.getResponseCode(),
    content: response.getContentText(),
    header: (name) => headerIn(response.getHeaders(), name),
  };
}

/** Names come as the server writes them (Apps Script, November 2026). */
function headerIn(headers: object, wanted: string): string | undefined {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted);
  return found ? String(found[1]) : undefined;
}

/** `timeoutSeconds` is in Google's reference (November 2026) but not yet in its types. */
type FetchOptions = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds: number };

function fetchOrProblem(url: string, options: FetchOptions): GoogleAppsScript.URL_Fetch.HTTPResponse {
  try {
    return UrlFetchApp.fetch(url, options);
  } catch (thrown) {
    throw problemThrown(thrown);
  }
}
