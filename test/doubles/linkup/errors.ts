/** Linkup's documented errors: every code with its status and message, and the body that carries it. */
import type { HttpResponse } from '../http';

/** Status and text per code (examples of the documentation and of the official SDK tests, 2026). */
const ERRORS = {
  VALIDATION_ERROR: [400, 'Validation failed'],
  SEARCH_QUERY_NO_RESULT: [400, 'The query did not yield any result'],
  FETCH_ERROR: [400, 'An error occurred while fetching the URL'],
  FETCH_RESPONSE_TOO_LARGE: [400, 'The fetched response is too large'],
  FETCH_TARGET_UNREACHABLE: [400, 'The target URL could not be reached (connection failed or timed out)'],
  FETCH_UNSUPPORTED_CONTENT_TYPE: [400, 'The URL returned an unsupported content type'],
  FETCH_URL_IS_FILE: [400, 'The URL points to a file'],
  UNAUTHORIZED: [401, 'Unauthorized action'],
  X402_PAYMENT_REQUIRED: [402, 'Payment required'],
  PAYMENT_REQUIRED: [402, 'Payment required'],
  FORBIDDEN: [403, 'Forbidden action'],
  IP_NOT_WHITELISTED: [403, 'IP address 192.0.2.1 is not whitelisted'],
  TASK_TYPE_NOT_SUPPORTED: [403, 'Extract tasks are not enabled for this organization.'],
  TASK_NOT_FOUND: [404, 'Task not found.'],
  NOT_FOUND: [404, 'Not found'],
  CONFLICT: [409, 'Conflict'],
  INSUFFICIENT_FUNDS_CREDITS: [429, 'You do not have enough credits to perform this request.'],
  EXCEED_BUDGET_LIMIT: [429, 'The API key has reached its budget limit.'],
  TASKS_QUEUE_LIMIT_EXCEEDED: [429, 'Too many pending tasks.'],
  TOO_MANY_REQUESTS: [429, 'Too many requests'],
  INTERNAL_SERVER_ERROR: [500, 'Internal server error'],
  REQUEST_DEADLINE_EXCEEDED: [504, 'Request deadline exceeded'],
} as const;

/** A value of `error.code`. */
export type ErrorCode = keyof typeof ERRORS;

/** All codes, so that a test can prove that each can be provoked. */
export const ERROR_CODES: readonly ErrorCode[] = Object.freeze(
  Object.keys(ERRORS).filter((code): code is ErrorCode => code in ERRORS),
);

/** One element of `error.details`. */
export interface Detail {
  readonly field: string;
  readonly message: string;
}

/** Thrown by the double's inner parts wherever Linkup would answer with an error. */
export class ApiError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    message: string = ERRORS[code][1],
    readonly details: readonly Detail[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = ERRORS[code][0];
  }
}

/** A 400 `VALIDATION_ERROR` that names its fields. */
export function validationError(details: readonly Detail[]): ApiError {
  return new ApiError('VALIDATION_ERROR', undefined, details);
}

/** The JSON text of an error; the documented 504 alone has no `details`. */
export function errorBody(
  statusCode: number,
  code: string,
  message: string,
  details: readonly Detail[],
): string {
  const error = statusCode === 504 ? { code, message } : { code, details, message };
  return JSON.stringify({ statusCode, error });
}

/** A JSON response. */
export function jsonResponse(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}
