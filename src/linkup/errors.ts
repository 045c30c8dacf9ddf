/** What Linkup's error answers mean and what the engine does about them. The code decides, never the status: 429 has four meanings. */
import { isRecord, parseJson } from '../enrichment/parse';
import { Problem, type ProblemCode, problemOf } from '../enrichment/problem';

/** stop: a person must act · wait: for free places · back off: for a while · fix: this question is wrong · retry: after a look at the list. */
export type Reaction = 'stop' | 'wait' | 'back off' | 'fix' | 'retry';

/** One HTTP answer. `header` finds a header by its name in any case. */
export interface Answered {
  readonly status: number;
  readonly content: string;
  readonly header: (name: string) => string | undefined;
}

/** What an error answer says besides what it means. */
export interface ErrorAnswer {
  readonly status: number;
  /** `error.code` as the API gave it; '' for an answer that is not the API's, such as a proxy's page. */
  readonly apiCode: string;
  /** The fields that `error.details` name; none where it names none. */
  readonly fields: readonly string[];
  /** How long the answer asks to wait, in ms; 0 where it does not. */
  readonly retryAfter: number;
}

/** An error answer: the one Problem that this room makes of whatever is no success, with the API's own code kept. */
export class LinkupError extends Problem {
  constructor(
    code: ProblemCode,
    subject: string,
    readonly answer: ErrorAnswer,
  ) {
    super(code, subject);
    this.name = 'LinkupError';
    this.message = `${code}: HTTP ${answer.status}`;
  }
}

/** `error.code` of Linkup's API (errors page, SDK 3.2.7 and Linkup's agent plugin, November 2026) to ours. A key is always sent. */
const CODES = new Map<unknown, ProblemCode>(
  Object.entries({
    VALIDATION_ERROR: 'invalid-question',
    SEARCH_QUERY_NO_RESULT: 'invalid-question',
    UNAUTHORIZED: 'bad-key',
    X402_PAYMENT_REQUIRED: 'no-credits',
    PAYMENT_REQUIRED: 'no-credits',
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
  'no-permission': 'stop',
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

/** How long Linkup asked to wait, in ms; 0 where it did not. */
export function retryAfterOf(problem: Problem): number {
  return problem instanceof LinkupError ? problem.answer.retryAfter : 0;
}

/** The error in an HTTP answer that is no success. `cleared` makes its texts fit to be shown. */
export function errorIn(answered: Answered, cleared: (text: string) => string): LinkupError {
  const { status, content } = answered;
  const error = errorBody(content);
  const apiCode = typeof error?.code === 'string' ? cleared(error.code) : '';
  const code = CODES.get(error?.code) ?? codeForStatus(status, error !== undefined, content);
  const subject = error ? cleared(messageOf(error)) : `HTTP ${status}`;
  const fields = detailsOf(error).map((detail) => cleared(String(detail.field ?? '')));
  return new LinkupError(code, subject, { status, apiCode, fields, retryAfter: retryAfterIn(answered) });
}

/** The `error` of an answer in the API's form. */
export function errorBody(content: string): Readonly<Record<string, unknown>> | undefined {
  const parsed = parseJson(content);
  return isRecord(parsed) && isRecord(parsed.error) ? parsed.error : undefined;
}

/**
 * For answers without a known code. In Linkup's own form they are newer than this table, and the status says whom they concern.
 * In any other form they are a proxy's on the way: that page knows nothing of keys and rights. Only a status that says so certainly
 * is a refusal: after a 404, 408 or 409 nobody knows what a POST created.
 */
function codeForStatus(status: number, isLinkups: boolean, content: string): ProblemCode {
  // Paying by x402 has a form of its own; with a key it says that the account has nothing left.
  if (status === 402) return isLinkups || parseJson(content) !== undefined ? 'no-credits' : 'network';
  if (status === 401) return isLinkups ? 'bad-key' : 'network';
  if (status === 403) return isLinkups ? 'forbidden' : 'network';
  if (status === 429) return 'rate-limited';
  return status === 400 || status === 413 || status === 422 ? 'invalid-question' : 'server-error';
}

function detailsOf(
  error: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>>[] {
  return Array.isArray(error?.details) ? error.details.filter(isRecord) : [];
}

/** What an error says: its details, which name the field, or else its message. */
export function messageOf(error: Readonly<Record<string, unknown>>): string {
  const messages = detailsOf(error).map(({ message }) => String(message ?? ''));
  return messages.filter(Boolean).join('; ') || String(error.message ?? '');
}

/** Longest pause that an answer may ask for, in ms. */
const LONGEST_WAIT = 3_600_000;

/** `Retry-After`: seconds, or a date, which is told by the same server's clock. */
function retryAfterIn({ header }: Answered): number {
  const value = header('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - Date.parse(header('date') ?? '');
  return Number.isNaN(seconds) ? 0 : Math.min(Math.max(0, seconds), LONGEST_WAIT);
}

/**
 * What UrlFetchApp threw, as a Problem. That it was thrown there makes it a passing fault, but for a missing permission. Google writes in the person's language;
 * only what no language changes is a hint: a fault on the way names the URL, a quota the service, one about a short time a remedy.
 */
export function problemThrown(thrown: unknown): Problem {
  const problem = problemOf('network', thrown);
  if (problem.code === 'no-permission') return problem;
  const message = problem.subject;
  if (/Bandwidth quota exceeded/i.test(message)) return new Problem('bandwidth');
  if (/in a short time|\bsleep\(\d+\)/i.test(message)) return new Problem('rate-limited');
  if (/https?:\/\//i.test(message)) return new Problem('network');
  return new Problem(/invoked too many times|: ?urlfetch\b/.test(message) ? 'fetch-quota' : 'network');
}
