/** Builds service objects: what is modelled works, whatever else is asked of them throws by name. */
import type { CallKind } from './costs';
import { NotModelledError } from './errors';
import { checkArguments } from './signature';

/** The authorisation a call needs: the lowest AuthMode, and OAuth scopes of which any one will do. */
export interface Access {
  readonly mode: 'NONE' | 'LIMITED' | 'FULL';
  readonly scopes: readonly string[];
}

/** Everything the gate must know about a method. */
export interface Rule {
  readonly kind: CallKind;
  /** Accepted argument lists, such as `int, int; string`. */
  readonly overloads: string;
  readonly access?: Partial<Access>;
}

/** A method of a service with its rule. */
export interface Member<F> {
  readonly rule: Rule;
  readonly run: F;
}

/** The part of a service that is modelled: checked member by member against Google's type package. */
export type Modelled<T> = {
  readonly [K in keyof T]?: T[K] extends (...args: never[]) => unknown ? Member<T[K]> : T[K];
};

/** What every call passes through before it may happen. */
export interface Gate {
  /** The error for something this host does not know; the test hears of it even past a script's `catch`. */
  notModelled(what: string): Error;
  call(
    name: string,
    method: string,
    rule: Rule,
    access: Access,
    args: readonly unknown[],
    run: () => unknown,
  ): unknown;
}

type Maker = <F>(overloads: string, run: F, access?: Partial<Access>) => Member<F>;

const maker =
  (kind: CallKind): Maker =>
  (overloads, run, access) => ({ rule: access ? { kind, overloads, access } : { kind, overloads }, run });

/** Only makes a handle or reads a field of the object in hand. */
export const handle = maker('handle');
/** Looks something up in the document without reading cells. */
export const lookup = maker('lookup');
/** Reads the document: buffered writes are carried out first. */
export const read = maker('read');
/** Writes to the document: buffered. */
export const write = maker('write');
/** Changes the document's structure at once, after the buffered writes. */
export const change = maker('change');
/** `SpreadsheetApp.flush`. */
export const flush = maker('flush');
/** Reads a property store. */
export const propertyRead = maker('propertyRead');
/** Writes a property store. */
export const propertyWrite = maker('propertyWrite');
/** Reads a cache. */
export const cacheRead = maker('cacheRead');
/** Writes a cache. */
export const cacheWrite = maker('cacheWrite');
/** Takes or releases a lock. */
export const lock = maker('lock');
/** Goes out to the network. */
export const fetching = maker('fetch');
/** Works on triggers. */
export const trigger = maker('trigger');
/** Shows something to the person. */
export const ui = maker('ui');
/** `Utilities.sleep`. */
export const sleep = maker('sleep');

const names = new WeakMap<object, string>();

/** The full name of a service handle (`SpreadsheetApp.Range`); undefined for anything else. */
export const nameOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? names.get(value) : undefined;

const OPEN: Access = { mode: 'LIMITED', scopes: [] };

/** Makes the object that a script holds. Unknown members and wrong argument lists throw by name. */
export function service<T extends object>(
  gate: Gate,
  name: string,
  members: Modelled<T>,
  access: Partial<Access> = {},
): T {
  const target = methodsOf(gate, name, members, { ...OPEN, ...access });
  const proxy = new Proxy(target, {
    get: (_, key) => memberOf(target, key, (what) => gate.notModelled(`${name}.${what}`)),
    has: (_, key) => key in target,
    set: (_, key) => {
      throw gate.notModelled(`setting ${name}.${String(key)}`);
    },
  });
  names.set(proxy, name);
  // Every member of T answers: the modelled ones work and the others throw by name, which is what a strict double is.
  return proxy as T;
}

function methodsOf<T>(
  gate: Gate,
  name: string,
  members: Modelled<T>,
  access: Access,
): Record<string, unknown> {
  const entries = Object.entries<unknown>(members).map(([method, member]): [string, unknown] => {
    if (!isMember(member)) return [method, member];
    const { rule, run } = member;
    const needs = { ...access, ...rule.access };
    const call = (...args: unknown[]) =>
      gate.call(name, method, rule, needs, args, () => {
        checkArguments(`${name}.${method}`, rule.overloads, args, nameOf);
        return run(...args);
      });
    return [method, call];
  });
  const short = name.slice(name.lastIndexOf('.') + 1);
  return Object.fromEntries([...entries, ['toString', () => short]]);
}

function isMember(value: unknown): value is Member<(...args: unknown[]) => unknown> {
  return typeof value === 'object' && value !== null && 'rule' in value && 'run' in value;
}

function memberOf(
  target: Record<string, unknown>,
  key: string | symbol,
  notModelled: (what: string) => Error,
): unknown {
  // Languages ask these of any object; Google's answer undefined.
  if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined;
  if (!Object.hasOwn(target, key)) throw notModelled(key);
  return target[key];
}

/** Remembers what is behind the handles of one kind, for when a script passes one back. */
export class Handles<D> {
  private readonly data = new WeakMap<object, D>();

  set<H extends object>(handle: H, data: D): H {
    this.data.set(handle, data);
    return handle;
  }

  get(handle: object): D {
    const found = this.data.get(handle);
    if (found === undefined) throw new NotModelledError('a handle from another kind of service');
    return found;
  }
}
