/** Why a question has no answer, in words with the one useful next move: from a failed task's text, or a direct call's error. */
import { errorBody, messageOf } from './errors';

/** What a failed task tells: nothing found, or why it failed. */
export type TaskFailure =
  | { readonly kind: 'not found' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Failed tasks carry a text, undocumented; both Linkup's codes and its messages are recognised in it. The first that fits counts.
 * The code of a page that is not there was never seen, only the name of an SDK's class (Python SDK, November 2026).
 */
const FAILURES: readonly (readonly [RegExp, string])[] = [
  [
    /FETCH_TARGET_NOT_FOUND|FETCH_NOT_FOUND|target (URL )?(was |could )?not (be )?found/i,
    'There is no page at this address. Correct the address in the row, then retry.',
  ],
  [
    /FETCH_TARGET_UNREACHABLE|target URL could not be reached/i,
    'The website could not be reached. Check that the address opens in a browser, then retry.',
  ],
  [
    /EXTRACTION_FAILED|extraction (has )?failed|failed to extract/i,
    'The page was read, but your fields could not be taken from it. Ask for fewer or simpler fields, or for the page as text.',
  ],
  [/FETCH_RESPONSE_TOO_LARGE|response is too large/i, 'The page is too large to fetch.'],
  [
    /FETCH_UNSUPPORTED_CONTENT_TYPE|unsupported content type|FETCH_URL_IS_FILE|URL points to a file/i,
    'The address is no page that can be read.',
  ],
  [
    /FETCH_ERROR|error occurred while fetching/i,
    'The page could not be fetched. Retry, or turn on “render JavaScript” or mode “pro”.',
  ],
  [
    /INSUFFICIENT_FUNDS|PAYMENT_REQUIRED|enough credits|Payment required/i,
    'Your Linkup credits were used up. Top up at app.linkup.so and retry.',
  ],
  [
    /EXCEED_BUDGET|budget limit/i,
    'The Linkup key’s budget was used up. Raise it at app.linkup.so and retry.',
  ],
  [/TOO_MANY_REQUESTS|Too many requests/i, 'Linkup was too busy. Retry.'],
  [/REQUEST_DEADLINE_EXCEEDED|deadline exceeded|timed? ?out/i, 'Linkup took too long. Retry.'],
  [/INTERNAL_SERVER_ERROR|Internal server error/i, 'Linkup had an internal error. Retry.'],
];

/** Reads a failed task's error text; a code of Linkup's in front of it is not for people. */
export function failureOf(error: string | undefined): TaskFailure {
  const message = (error ?? '').trim();
  if (/SEARCH_QUERY_NO_RESULT|did not yield any result/i.test(message)) return { kind: 'not found' };
  const known = FAILURES.find(([pattern]) => pattern.test(message));
  const words = message.replace(/^[A-Z0-9_]+(: |$)/, '');
  return { kind: 'failed', reason: known?.[1] ?? (words || 'Linkup gave no reason. Retry.') };
}

/** Codes by which /search and /fetch say that this question has no answer, as a failed task would say in its text. */
const NO_ANSWER =
  /^(SEARCH_QUERY_NO_RESULT|FETCH_[A-Z_]+|[A-Z_]*EXTRACTION[A-Z_]*|REQUEST_DEADLINE_EXCEEDED)$/;

/** Why a question that was asked directly has no answer, or undefined for an error that is about something else. */
export function failureIn(content: string, cleared: (text: string) => string): TaskFailure | undefined {
  const error = errorBody(content) ?? {};
  const code = String(error.code ?? '');
  return NO_ANSWER.test(code) ? failureOf(cleared(`${code}: ${messageOf(error)}`)) : undefined;
}
