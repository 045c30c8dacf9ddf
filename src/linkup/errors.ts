/** What Linkup's error answers mean and what the engine does about them. The code decides, never the status: 429 has four meanings. */
import { isRecord, parseJson } from '../enrichment/parse';
import { Problem, type ProblemCode } from '../enrichment/problem';

/** stop: a person must act · wait: for free places · back off: for a while · fix: this question is wrong · retry: after a look at the list. */
export type Reaction = 'stop' | 'wait' | 'back off' | 'fix' | 'retry';

/** `error.code` of Linkup's API (errors page and SDK 3.2.7, November 2026) to ours. */
const CODES = new Map<unknown, ProblemCode>(
  Object.entries({
    VALIDATION_ERROR: 'invalid-question',
    SEARCH_QUERY_NO_RESULT: 'invalid-question',
    UNAUTHORIZED: 'bad-key',
    X402_PAYMENT_REQUIRED: 'bad-key',
    PAYMENT_REQUIRED: 'bad-key',
    FORBIDDEN: 'forbidden',
    IP_NOT_WHITELISTED: 'address-blocked',
    TASK_TYPE_NOT_SUPPORTED: 'type-not-enabled',
    TASK_NOT_FOUND: 'task-not-found',
    INSUFFICIENT_FUNDS_CREDITS: 'no-credits',
    EXCEED_BUDGET_LIMIT: 'budget-reached',
    TASKS_QUEUE_LIMIT_EXCEEDED: 'queue-full',
    TOO_MANY_REQUESTS: 'rate-limited',
    INTERNAL_SERVER_ERROR: 'server-error',
    REQUEST_DEADLINE_EXCEEDED: 'server-error',
  }),
);

const REACTIONS: Partial<Record<ProblemCode, Reaction>> = {
  'no-key': 'stop',
  'bad-key': 'stop',
  'no-credits': 'stop',
  'budget-reached': 'stop',
  forbidden: 'stop',
  'address-blocked': 'stop',
  'type-not-enabled': 'stop',
  unrecognised: 'stop',
  'refused-alike': 'stop',
  'queue-full': 'wait',
  'rate-limited': 'back off',
  bandwidth: 'back off',
  'fetch-quota': 'back off',
  'invalid-question': 'fix',
};

/** What to do about a problem; anything not foreseen is worth another try later. */
export function reactionTo(problem: Problem): Reaction {
  return REACTIONS[problem.code] ?? 'retry';
}

/** Whether a failed POST certainly created nothing by itself: a client error was answered, and no time-out or server fault. */
export function isRefusal(problem: Problem): boolean {
  return ['stop', 'wait', 'fix'].includes(reactionTo(problem)) || problem.code === 'rate-limited';
}

/** The Problem in an HTTP answer that is no success. */
export function problemIn(status: number, body: string): Problem {
  const parsed = parseJson(body);
  const error = isRecord(parsed) ? parsed.error : undefined;
  if (!isRecord(error)) return new Problem(codeForStatus(status), `HTTP ${status}`);
  const code = CODES.get(error.code) ?? codeForStatus(status);
  return new Problem(code, messageOf(error));
}

/**
 * For answers without a known code: from a proxy, or newer than this table. Only a status that says so certainly is a refusal:
 * what a 408 or 409 left behind nobody knows, and a 404 without Linkup's code is a wrong road rather than a missing task.
 */
function codeForStatus(status: number): ProblemCode {
  if (status === 401 || status === 402) return 'bad-key';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'rate-limited';
  return status === 400 || status === 413 || status === 422 ? 'invalid-question' : 'server-error';
}

/** Linkup's details say more than its message: "outputType must be one of …" rather than "Validation failed". */
function messageOf(error: Record<string, unknown>): string {
  const details = Array.isArray(error.details) ? error.details : [];
  const messages = details.flatMap((detail) => (isRecord(detail) ? [String(detail.message ?? '')] : []));
  return messages.filter(Boolean).join('; ') || String(error.message ?? '');
}

/** What UrlFetchApp threw, as a Problem. Its texts are not documented; these were seen (November 2026). */
export function problemThrown(thrown: unknown): Problem {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (/Bandwidth quota exceeded/i.test(message)) return new Problem('bandwidth');
  // Google begins both of its quota texts in the same way; the one about a short time is over in seconds.
  if (/in a short time/i.test(message)) return new Problem('rate-limited');
  if (/Service invoked too many times/i.test(message)) return new Problem('fetch-quota');
  return new Problem('network');
}

/** What a failed task tells: nothing found, or why it failed. */
export type TaskFailure =
  | { readonly kind: 'not found' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Failed tasks carry a text, undocumented; both Linkup's codes and its messages are recognised in it. */
const FAILURES: readonly (readonly [RegExp, string])[] = [
  [
    /FETCH_TARGET_UNREACHABLE|target URL could not be reached/i,
    'The page could not be reached. Check the address.',
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
    /INSUFFICIENT_FUNDS|enough credits/i,
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
const NO_ANSWER = /^(SEARCH_QUERY_NO_RESULT|FETCH_[A-Z_]+|REQUEST_DEADLINE_EXCEEDED)$/;

/** Why a question that was asked directly has no answer, or undefined for an error that is about something else. */
export function failureIn(body: string): TaskFailure | undefined {
  const parsed = parseJson(body);
  const error = isRecord(parsed) && isRecord(parsed.error) ? parsed.error : {};
  const code = String(error.code ?? '');
  return NO_ANSWER.test(code) ? failureOf(`${code}: ${messageOf(error)}`) : undefined;
}
