/** The world a script wakes up in: a fresh V8 context with nothing but the language, and the traffic across its border. */
import vm from 'node:vm';
import { EnumConstant } from './enums';
import { ServiceError } from './errors';

/** Constructors of the context, so that what services return is an `Array`, a `Date` or an `Error` in there too. */
interface Makers {
  array(items: readonly unknown[]): unknown[];
  object(entries: readonly (readonly [string, unknown])[]): object;
  date(time: number): Date;
  exception(message: string, name: string): Error;
}

const SETUP = `(function (now, random) {
  'use strict';
  const RealDate = Date;
  function ClockDate(...parts) {
    if (!new.target) return new RealDate(now()).toString();
    // The usual case by a short cut: scripts read thousands of times from lists.
    if (parts.length === 1 && new.target === ClockDate) return new RealDate(parts[0]);
    return Reflect.construct(RealDate, parts.length > 0 ? parts : [now()], new.target);
  }
  Object.setPrototypeOf(ClockDate, RealDate);
  ClockDate.prototype = RealDate.prototype;
  Object.defineProperty(RealDate.prototype, 'constructor', { value: ClockDate, writable: true, configurable: true });
  ClockDate.now = () => now();
  globalThis.Date = ClockDate;
  Math.random = () => random();
  // Timers, fetch and friends belong to Node and never get in; these come with V8 and are absent at Google.
  for (const name of ['SharedArrayBuffer', 'Atomics', 'console']) delete globalThis[name];
  return {
    array: (items) => Array.from(items),
    object: (entries) => Object.fromEntries(entries),
    date: (time) => new RealDate(time),
    exception: (message, name) => Object.assign(new Error(message), { name }),
  };
})`;

const setup = new vm.Script(SETUP, { filename: 'realm.js' });

/** One context. Values cross its border by copy; service handles and enum constants cross as they are. */
export class Realm {
  private readonly context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  private readonly makers: Makers;

  constructor(now: () => number, random: () => number) {
    // What comes out of the context is unknown to the compiler; SETUP above is what makes this true.
    const prepare = setup.runInContext(this.context) as (now: () => number, random: () => number) => Makers;
    this.makers = prepare(now, random);
  }

  define(name: string, value: unknown): void {
    Object.defineProperty(this.context, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  }

  /** A global that Google has and the host has not: reaching for it throws. */
  refuse(name: string, error: () => Error): void {
    const get = (): never => {
      throw error();
    };
    Object.defineProperty(this.context, name, { get, configurable: true, enumerable: false });
  }

  run(script: vm.Script): void {
    script.runInContext(this.context);
  }

  /** A global by name, or `object.method` with its object; undefined unless it is a function. */
  find(path: string): ((...args: unknown[]) => unknown) | undefined {
    let owner: unknown = this.context;
    let found: unknown = this.context;
    for (const part of path.split('.')) {
      owner = found;
      found = isIndexable(owner) ? owner[part] : undefined;
    }
    if (typeof found !== 'function') return undefined;
    const method = found;
    return (...args) => Reflect.apply(method, owner === this.context ? undefined : owner, args);
  }

  /** Copies arrays, plain objects, Dates and errors into the context; `isHandle` says what passes unchanged. */
  import(value: unknown, isHandle: (value: object) => boolean): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isHandle(value) || value instanceof EnumConstant) return value;
    if (Array.isArray(value)) return this.makers.array(value.map((item) => this.import(item, isHandle)));
    if (value instanceof Date) return this.makers.date(value.getTime());
    const entries = Object.entries(value).map(([key, item]) => [key, this.import(item, isHandle)] as const);
    return this.makers.object(entries);
  }

  /** Google's exception as the script sees it: an `Error` of its own realm named `Exception`. */
  exception(error: Error): Error {
    return this.makers.exception(error.message, error instanceof ServiceError ? 'Exception' : error.name);
  }
}

/** Copies plain data out of a context so that it compares equal to data made outside. */
export function exported(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exported);
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object Date]') return new Date(Number(value));
  if (kind !== '[object Object]' || !isIndexable(value) || isExotic(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, exported(item)]));
}

/** Instances of classes, service handles and enum constants leave as they are. */
function isExotic(value: object): boolean {
  if (value instanceof EnumConstant) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

function isIndexable(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
