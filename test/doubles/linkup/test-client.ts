/** A few lines of HTTP for the double's own tests. */
import { VirtualClock } from '../clock';
import type { HttpRequest } from '../http';
import { isObject, type Json, type JsonObject } from './contract';
import { LinkupDouble, type LinkupOptions } from './double';
import { KIND } from './knob-values';

/** A double on virtual time, and short hands to talk to it. */
export interface Bench {
  readonly double: LinkupDouble;
  readonly clock: VirtualClock;
  /** The parsed body of a GET. */
  get(path: string, key?: string): Json;
  /** The parsed body of a POST. */
  post(path: string, body: Json, key?: string): Json;
  /** `error.code` of a request, or the HTTP status if it succeeded. */
  codeOf(method: HttpRequest['method'], path: string, body?: Json, key?: string | null): string | number;
}

/** Builds a kind double and its bench. */
export function bench(options: Omit<LinkupOptions, 'clock'> = {}): Bench {
  const clock = new VirtualClock();
  const double = new LinkupDouble({ clock, ...options, knobs: { ...KIND, ...options.knobs } });
  const send = (method: HttpRequest['method'], path: string, body?: Json, key?: string | null) =>
    double.handle(requestOf(method, path, body, key));
  return {
    double,
    clock,
    get: (path, key) => parse(send('GET', path, undefined, key).body),
    post: (path, body, key) => parse(send('POST', path, body, key).body),
    codeOf: (method, path, body, key) => {
      const response = send(method, path, body, key);
      const error = field(parse(response.body), 'error');
      return response.status === 200 ? 200 : String(field(error, 'code'));
    },
  };
}

/** A request as UrlFetchApp would send it; a null key sends no Authorization header. */
export function requestOf(
  method: HttpRequest['method'],
  path: string,
  body?: Json,
  key: string | null = 'test-key',
): HttpRequest {
  const headers = {
    'Content-Type': 'application/json',
    ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
  };
  const url = `https://api.linkup.so/v1${path}`;
  return body === undefined ? { method, url, headers } : { method, url, headers, body: JSON.stringify(body) };
}

/** Parses JSON text. */
export function parse(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** A field of an object, null for anything else. */
export function field(value: Json | undefined, name: string): Json {
  return isObject(value) ? (value[name] ?? null) : null;
}

/** The elements of an array of objects, or of the `data` of a list; throws for anything else. */
export function rows(value: Json): readonly JsonObject[] {
  const list: Json = Array.isArray(value) ? value : field(value, 'data');
  if (!Array.isArray(list)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return list.filter((item: Json): item is JsonObject => isObject(item));
}

/** The question of the demonstration about one place. */
export function questionAbout(name: string): string {
  return `What is the capital of ${name}, its area in km², its currency, and is it landlocked?`;
}

/** Search input about a place. */
export function searchInput(place: string, more: JsonObject = {}): JsonObject {
  return { q: questionAbout(place), depth: 'standard', outputType: 'sourcedAnswer', ...more };
}

/** A batch of search tasks, one per place. */
export function batch(...places: string[]): Json {
  return places.map((place) => ({ type: 'search', input: searchInput(place) }));
}

/** The places asked about, in the order of a batch response or a list. */
export function placesOf(list: Parameters<typeof rows>[0]): string[] {
  return rows(list).map((task) =>
    String(field(task.input, 'q')).replace(/^.*capital of (.*?), its.*$/, '$1'),
  );
}
