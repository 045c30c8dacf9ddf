/**
 * Google's objects, guarded: whatever one of their methods throws becomes a Problem, judged by what was called and never by the
 * words, for Google speaks the person's language. What they return is guarded in its turn.
 */
import { Problem, problemOf } from '../enrichment/problem';

/** What is behind each guard: Google's methods take its own objects only. */
const behind = new WeakMap<object, unknown>();

/** Methods that change nothing and may be tried again at any time: the rest writes. */
const READS = /^(get|is|has|can|find|with|when|create\w*Finder|new)/;

/** The same object; a method that fails throws `cannot-read` or `cannot-write`, with Google's message as the subject, or `no-permission`. */
export function guarded<T extends object>(raw: T): T {
  // The guard stands on an empty shell: a proxy must not answer otherwise than its own target where that is frozen.
  const shell: T = Object.create(raw);
  const guard = new Proxy(shell, {
    get: (_, name) => {
      const member: unknown = Reflect.get(raw, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) =>
        judged(String(name), () => result(Reflect.apply(member, raw, args.map(bare))));
    },
  });
  behind.set(guard, raw);
  return guard;
}

function judged<T>(method: string, call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw problemOf(READS.test(method) ? 'cannot-read' : 'cannot-write', thrown);
  }
}

/** What Google gave, without its guard; also inside a list. */
function bare(argument: unknown): unknown {
  if (!Array.isArray(argument)) return isObject(argument) ? (behind.get(argument) ?? argument) : argument;
  // Of the cells of a block, which are many, one tells whether they are such objects.
  const cell: unknown = Array.isArray(argument[0]) ? argument[0][0] : undefined;
  if (isObject(cell) && behind.has(cell)) return argument.map(bare);
  return argument.map((each) => (isObject(each) ? (behind.get(each) ?? each) : each));
}

/** Objects of Google's come guarded; cells, which come in rows, and dates are no such objects. */
function result(value: unknown): unknown {
  if (Array.isArray(value))
    return isService(value[0]) ? value.map((each) => (isService(each) ? guarded(each) : each)) : value;
  return isService(value) ? guarded(value) : value;
}

function isService(value: unknown): value is object {
  return (
    isObject(value) && !Array.isArray(value) && Object.prototype.toString.call(value) !== '[object Date]'
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
