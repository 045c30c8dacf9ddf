/** google.script as the sidebar finds it: runs inside the sandboxed frame, and talks to the page around it. */
import { crossToScript } from '../../../../doubles/google/sidebar-wire';
import type { FromFrame, ToFrame } from './messages';

interface Handlers {
  readonly success: (value: unknown, userObject: unknown) => void;
  readonly failure: (error: Error, userObject: unknown) => void;
  readonly userObject: unknown;
}

type Runner = Record<string, (...args: unknown[]) => unknown>;

const waiting = new Map<number, Handlers>();
let lastCall = 0;

/** What the sidebar takes for now: at Google its clock and the script's are the same. */
let ahead = 0;
const { now } = Date;
Date.now = () => now() + ahead;

/** A runner with its handlers; each `with…` makes a new one, as Google's does. */
function runner(handlers: Handlers, functions: readonly string[]): Runner {
  const made: Runner = {
    withSuccessHandler: (success) => runner({ ...handlers, success: asFunction(success) }, functions),
    withFailureHandler: (failure) => runner({ ...handlers, failure: asFunction(failure) }, functions),
    withUserObject: (userObject) => runner({ ...handlers, userObject }, functions),
  };
  for (const name of functions) made[name] = (...args) => send(name, args, handlers);
  return made;
}

function asFunction(handler: unknown): (...args: unknown[]) => void {
  if (typeof handler !== 'function') throw new TypeError('Not a valid handler function.');
  return (...args) => handler(...args);
}

/** Throws Google's text for what cannot cross: a Date, a function, a class instance. */
function send(fn: string, args: readonly unknown[], handlers: Handlers): void {
  lastCall += 1;
  waiting.set(lastCall, handlers);
  tell({ kind: 'call', call: lastCall, fn, args: crossToScript(args) });
}

/** The page around this frame is known by being around it: the frame itself has no origin. */
function tell(message: FromFrame): void {
  parent.postMessage(message, '*');
}

addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== parent) return;
  if (data.kind === 'clock') ahead = data.ahead;
  if (data.kind !== 'reply') return;
  const handlers = waiting.get(data.call);
  waiting.delete(data.call);
  if (!handlers) return;
  if (data.reply.ok) return handlers.success(data.reply.value, handlers.userObject);
  const error = new Error(data.reply.message);
  error.name = data.reply.name;
  handlers.failure(error, handlers.userObject);
});

const nothing: Handlers = {
  success: () => {},
  failure: (error) => console.error(error),
  userObject: undefined,
};

Object.assign(window, {
  google: {
    script: {
      run: runner(nothing, Reflect.get(window, 'googleFunctions')),
      host: {
        close: () => tell({ kind: 'close' }),
        editor: { focus: () => tell({ kind: 'focus' }) },
        setHeight: () => {},
        setWidth: () => {},
        origin: 'http://localhost',
      },
    },
  },
});
