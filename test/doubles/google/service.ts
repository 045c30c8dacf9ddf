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

/** The members of a service in groups. Handles are many and of most only a member or two is used: a group is made when one of its members is. */
export type Parts<T> = readonly (() => Modelled<T>)[];

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
  members: Modelled<T> | Parts<T>,
  access: Partial<Access> = {},
): T {
  const parts = Array.isArray(members) ? members : [() => members];
  const proxy = new Proxy({}, new Service(gate, name, parts, { ...OPEN, ...access }));
  names.set(proxy, name);
  // Every member of T answers: the modelled ones work and the others throw by name, which is what a strict double is.
  return proxy as T;
}

type Target = Record<string, unknown>;

/** By service name: the part in which each member was found so far. */
const layouts = new Map<string, Map<string, number>>();

/** What happens when a script reaches for a member of a service; those it has reached for are kept on the target. */
class Service implements ProxyHandler<Target> {
  private readonly made: (object | undefined)[] = [];
  private readonly layout: Map<string, number>;

  constructor(
    private readonly gate: Gate,
    private readonly name: string,
    private readonly parts: readonly (() => object)[],
    private readonly access: Access,
  ) {
    this.layout = layouts.get(name) ?? new Map();
    layouts.set(name, this.layout);
  }

  get(target: Target, key: string | symbol): unknown {
    // Languages ask these of any object; Google's answer undefined.
    if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined;
    if (!Object.hasOwn(target, key) && !this.reach(target, key)) {
      throw this.gate.notModelled(`${this.name}.${key}`);
    }
    return target[key];
  }

  has(target: Target, key: string | symbol): boolean {
    this.reachAll(target);
    return key in target;
  }

  set(_: Target, key: string | symbol): never {
    throw this.gate.notModelled(`setting ${this.name}.${String(key)}`);
  }

  ownKeys(target: Target): (string | symbol)[] {
    this.reachAll(target);
    return Reflect.ownKeys(target);
  }

  getOwnPropertyDescriptor(target: Target, key: string | symbol): PropertyDescriptor | undefined {
    this.reachAll(target);
    return Reflect.getOwnPropertyDescriptor(target, key);
  }

  /** Puts a member on the target. False when the service has none of that name. */
  private reach(target: Target, key: string): boolean {
    if (key === 'toString') {
      const short = this.name.slice(this.name.lastIndexOf('.') + 1);
      target[key] = () => short;
      return true;
    }
    const part = this.partWith(key);
    if (part) target[key] = this.member(key, Reflect.get(part, key));
    return part !== undefined;
  }

  private reachAll(target: Target): void {
    const keys = this.parts.flatMap((_, i) => Object.keys(this.part(i)));
    for (const key of [...keys, 'toString']) if (!Object.hasOwn(target, key)) this.reach(target, key);
  }

  private partWith(key: string): object | undefined {
    const isIn = (at: number) => Object.hasOwn(this.part(at), key);
    const known = this.layout.get(key);
    const at = known !== undefined && isIn(known) ? known : this.parts.findIndex((_, i) => isIn(i));
    if (at < 0) return undefined;
    this.layout.set(key, at);
    return this.part(at);
  }

  private part(at: number): object {
    const part = this.made[at] ?? this.parts[at]?.() ?? {};
    this.made[at] = part;
    return part;
  }

  private member(method: string, member: unknown): unknown {
    if (!isMember(member)) return member;
    const { gate, name } = this;
    const { rule, run } = member;
    const call = `${name}.${method}`;
    const needs = rule.access ? { ...this.access, ...rule.access } : this.access;
    return (...args: unknown[]) =>
      gate.call(name, method, rule, needs, args, () => {
        checkArguments(call, rule.overloads, args, nameOf);
        return run(...args);
      });
  }
}

function isMember(value: unknown): value is Member<(...args: unknown[]) => unknown> {
  return typeof value === 'object' && value !== null && 'rule' in value && 'run' in value;
}

/** Remembers what is behind the handles of one kind, for when a script passes one back. */
export class Handles<D> {
  private readonly data = new WeakMap<object, D>();

  set<H extends object>(handle: H, data: D): H {
    this.data.set(handle, data);
    return handle;
  }

  has(handle: object): boolean {
    return this.data.has(handle);
  }

  get(handle: object): D {
    const found = this.data.get(handle);
    if (found === undefined) throw new NotModelledError('a handle from another kind of service');
    return found;
  }
}
