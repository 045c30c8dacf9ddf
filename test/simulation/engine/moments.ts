/** Moments of a simulation: each is just before a service call, and is called by what the add-on does with that call. */
import type { ServiceCall } from '../../doubles/google';

/** Writes that scripts have made and Google has not carried out, by execution: what a kill could lose. */
export class Buffered {
  private readonly writes = new Map<number, number>();

  /** Write calls of an execution that nobody else can see yet. */
  of(execution: number): number {
    return this.writes.get(execution) ?? 0;
  }

  /** Told of every call before it happens, and after whatever was to happen before it. */
  pass({ kind, execution }: ServiceCall): void {
    if (kind === 'write') this.writes.set(execution, this.of(execution) + 1);
    if (SETTLING.has(kind)) this.writes.delete(execution);
  }
}

/** The name of a moment at which all work is done and nobody has called anything. */
export const QUIET = 'a quiet moment';

/** Before these Google carries out what was written. */
const SETTLING: ReadonlySet<string> = new Set(['read', 'change', 'flush']);

/** These leave everything as it was. */
const LOOKS: ReadonlySet<string> = new Set(['lookup', 'propertyRead', 'cacheRead', 'sleep']);

/** Whether a call changes nothing that anybody else can see: a reading, that is, which nothing buffered has to go before. */
export function isMereLook({ kind }: ServiceCall, buffered: number): boolean {
  return LOOKS.has(kind) || (kind === 'read' && buffered === 0);
}

/** What is kept in the document under keys that begin so. */
const RECORDS: readonly (readonly [prefix: string, name: string])[] = [
  ['linkup.run.', 'run'],
  ['linkup.post.', 'intent'],
  ['linkup.mark', 'mark'],
  ['linkup.want.', 'request'],
  ['linkup.stop.', 'request'],
  ['linkup.agreement.', 'agreement'],
  ['linkup.last.', 'last run'],
  ['linkup.month', 'month'],
  ['linkup.mandate.', 'mandate'],
  ['linkup.schedule.', 'schedule'],
  ['linkup.enrichment.', 'definition'],
];

/** All names of the moment before a call: the call itself first, then what it is for. */
export function momentNames(call: ServiceCall, buffered: number): string[] {
  return [`${call.service}.${call.method}`, ...meanings(call, buffered)];
}

function meanings({ service, method, args, kind }: ServiceCall, buffered: number): string[] {
  if (service === 'UrlFetchApp') return requests(args);
  if (kind === 'propertyWrite') return records(method, args);
  const named: string[] = [];
  if (kind === 'flush' && buffered > 0) named.push('a flush of what was written');
  if (method === 'setValues') named.push('a write of cells');
  return named;
}

function requests([url, options]: readonly unknown[]): string[] {
  const address = String(url);
  if (memberOf(options, 'method')?.toLowerCase() === 'post') {
    return address.endsWith('/tasks') ? ['a POST of tasks'] : [];
  }
  if (address.includes('/tasks?')) return ['a list of tasks'];
  return address.includes('/tasks/') ? ['a look at one task'] : [];
}

function records(method: string, [first]: readonly unknown[]): string[] {
  const keys = typeof first === 'string' ? [first] : Object.keys(Object(first));
  const verb = method.startsWith('delete') ? 'removal' : 'saving';
  const names = RECORDS.filter(([prefix]) => keys.some((key) => key.startsWith(prefix)));
  return [...new Set(names.map(([, name]) => `the ${verb} of ${article(name)} ${name}`))];
}

function article(name: string): string {
  return /^[aeiou]/.test(name) ? 'an' : 'a';
}

function memberOf(value: unknown, name: string): string | undefined {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === 'string' ? member : undefined;
}
