/** Checks the query string of the two lists, GET /tasks and GET /research. */
import { LISTED_TYPES, TASK_STATUSES, type TaskStatus } from '../contract';
import { type Detail, validationError } from '../errors';
import type { LinkupKnobs } from '../knobs';

/** Largest `pageSize` (GET /tasks reference). */
const LARGEST_PAGE = 100;
/** `pageSize` when it is not sent (GET /tasks reference). */
const DEFAULT_PAGE = 10;

/** A valid list query; null filters let everything pass. */
export interface ListQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly sortBy: 'createdAt' | 'updatedAt';
  readonly sortDirection: 'asc' | 'desc';
  readonly statuses: readonly TaskStatus[] | null;
  readonly types: readonly string[] | null;
}

const PAGING_KEYS = ['page', 'pageSize', 'sortBy', 'sortDirection'];
const FILTER_KEYS = ['status', 'type'];

/** Reads a list query, or throws a `VALIDATION_ERROR` that names every bad key. */
export function checkListQuery(query: URLSearchParams, filters: boolean, knobs: LinkupKnobs): ListQuery {
  const issues: Detail[] = [];
  const fail = (field: string, message: string) => issues.push({ field, message });
  refuseUnknown(query, filters ? [...PAGING_KEYS, ...FILTER_KEYS] : PAGING_KEYS, knobs, fail);
  const result: ListQuery = {
    page: readInteger(query, 'page', 1, Number.MAX_SAFE_INTEGER, fail),
    pageSize: readInteger(query, 'pageSize', DEFAULT_PAGE, LARGEST_PAGE, fail),
    sortBy: readOne(query, 'sortBy', ['createdAt', 'updatedAt'], knobs.defaultSortBy, fail),
    // The documented default is ascending: whoever omits it reads the oldest tasks first.
    sortDirection: readOne(query, 'sortDirection', ['asc', 'desc'], 'asc', fail),
    statuses: readMany(query, 'status', TASK_STATUSES, fail),
    types: readMany(query, 'type', LISTED_TYPES, fail),
  };
  if (issues.length > 0) throw validationError(issues);
  return result;
}

type Fail = (field: string, message: string) => void;

/** Brackets (`status[]`) end up here, because the contract repeats the plain key. */
function refuseUnknown(query: URLSearchParams, known: string[], knobs: LinkupKnobs, fail: Fail): void {
  for (const key of new Set(query.keys())) {
    if (!known.includes(key)) {
      if (knobs.unknownFields === 'reject') fail(key, `property ${key} should not exist`);
    } else if (PAGING_KEYS.includes(key) && query.getAll(key).length > 1) {
      fail(key, `${key} must be given once`);
    }
  }
}

function readInteger(
  query: URLSearchParams,
  key: string,
  fallback: number,
  most: number,
  fail: Fail,
): number {
  const text = query.get(key);
  if (text === null) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  fail(key, `${key} must be an integer number between 1 and ${most}`);
  return fallback;
}

function readOne<T extends string>(
  query: URLSearchParams,
  key: string,
  values: readonly T[],
  fallback: T,
  fail: Fail,
): T {
  const text = query.get(key);
  if (text === null) return fallback;
  const match = values.find((value) => value === text);
  if (match === undefined) fail(key, `${key} must be one of the following values: ${values.join(', ')}`);
  return match ?? fallback;
}

function readMany<T extends string>(
  query: URLSearchParams,
  key: string,
  values: readonly T[],
  fail: Fail,
): readonly T[] | null {
  const texts = query.getAll(key);
  if (texts.length === 0) return null;
  const matches = values.filter((value) => texts.includes(value));
  const isKnown = (text: string) => values.some((value) => value === text);
  if (!texts.every(isKnown)) {
    fail(key, `each value in ${key} must be one of the following values: ${values.join(', ')}`);
  }
  return matches;
}
