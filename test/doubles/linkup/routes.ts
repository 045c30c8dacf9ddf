/** Which route a request addresses. Everything else is refused by name. */
import type { HttpRequest } from '../http';
import { headerOf } from './accounts';
import type { Json } from './contract';
import { ApiError, validationError } from './errors';
import type { LinkupKnobs, RouteName } from './knobs';

/** A request that found its route. */
export interface Routed {
  readonly name: RouteName;
  readonly query: URLSearchParams;
  /** The id in the path, or an empty string. */
  readonly id: string;
}

const ROUTES: readonly (readonly [method: HttpRequest['method'], path: RegExp, name: RouteName])[] = [
  ['POST', /^\/v1\/tasks$/, 'createTasks'],
  ['GET', /^\/v1\/tasks$/, 'listTasks'],
  ['GET', /^\/v1\/tasks\/([^/]+)$/, 'getTask'],
  ['POST', /^\/v1\/search$/, 'search'],
  ['POST', /^\/v1\/fetch$/, 'fetch'],
  ['POST', /^\/v1\/research$/, 'createResearch'],
  ['GET', /^\/v1\/research$/, 'listResearch'],
  ['GET', /^\/v1\/research\/([^/]+)$/, 'getResearch'],
  ['GET', /^\/v1\/credits\/balance$/, 'balance'],
  ['POST', /^\/v1\/extract$/, 'extract'],
  ['GET', /^\/v1\/extract(\/[^/]+)?$/, 'extract'],
];

/** Routes that take a query string. */
const WITH_QUERY: readonly RouteName[] = ['listTasks', 'listResearch'];

/** The route, or a 404 that names method and path. The documented /rewind and /responses are not modelled. */
export function routeOf(request: HttpRequest, knobs: LinkupKnobs): Routed {
  const { pathname, searchParams } = new URL(request.url);
  for (const [method, pattern, name] of ROUTES) {
    const match = method === request.method ? pattern.exec(pathname) : null;
    if (match === null) continue;
    if (!WITH_QUERY.includes(name)) refuseQuery(searchParams, knobs);
    return { name, query: searchParams, id: decodeURIComponent(match[1] ?? '') };
  }
  throw new ApiError('NOT_FOUND', `Cannot ${request.method} ${pathname}`);
}

function refuseQuery(query: URLSearchParams, knobs: LinkupKnobs): void {
  const keys = [...new Set(query.keys())];
  if (keys.length === 0 || knobs.unknownFields === 'ignore') return;
  throw validationError(keys.map((field) => ({ field, message: `property ${field} should not exist` })));
}

/** The JSON body of a POST. */
export function bodyOf(request: HttpRequest): Json {
  const type = headerOf(request, 'content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) {
    throw validationError([{ field: 'body', message: `body must be application/json, not '${type}'` }]);
  }
  try {
    const body: Json = JSON.parse(request.body ?? '');
    return body;
  } catch {
    throw validationError([{ field: 'body', message: 'body must be valid JSON' }]);
  }
}
