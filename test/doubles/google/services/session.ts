/** Session, Logger and console: who runs the script, and what it has to say. */
import { formatWithOptions } from 'node:util';
import type { Execution } from '../execution';
import { handle, lookup, nameOf, service } from '../service';
import type { LogLine } from '../state';
import { USER_EMAIL } from './scopes';

type Session = GoogleAppsScript.Base.Session;
type User = GoogleAppsScript.Base.User;
type Logger = GoogleAppsScript.Base.Logger;

/** The global `Session`. */
export function session(run: Execution): Session {
  const user = () => userService(run, run.user, USER_EMAIL);
  const withEmail = { mode: 'FULL', scopes: USER_EMAIL } as const;
  return service<Session>(run, 'Session', {
    getActiveUser: lookup('', user, withEmail),
    getEffectiveUser: lookup('', user, withEmail),
    getTemporaryActiveUserKey: lookup('', () => temporaryKey(run.user)),
    getActiveUserLocale: lookup('', () => run.state.knobs.language),
    getScriptTimeZone: handle('', () => run.state.project.manifest.timeZone ?? 'Etc/UTC'),
  });
}

/** A person; whoever asks for an address needs these scopes. */
export function userService(run: Execution, email: string, scopes: readonly string[] = []): User {
  return service<User>(run, 'Session.User', { getEmail: handle('', () => email) }, { scopes });
}

/** Differs between users and tells nothing about them; the 30-day rotation is not modelled. */
const temporaryKey = (user: string): string => Buffer.from(`key of ${user}`).toString('base64url');

/** The global `Logger`. */
export function logger(run: Execution): Logger {
  const self: Logger = service<Logger>(
    run,
    'Logger',
    {
      log: handle('any; any, any; any, any, any; any, any, any, any', (...values: unknown[]) => {
        note(run, 'Logger', values);
        return self;
      }),
    },
    { mode: 'NONE' },
  );
  return self;
}

/** The global `console`: goes to the host's log, and nowhere once the script is dead. */
export function consoleOf(run: Execution): object {
  const at =
    (level: LogLine['level']) =>
    (...values: unknown[]) =>
      note(run, level, values);
  const known = { log: at('log'), info: at('info'), warn: at('warn'), error: at('error') };
  return new Proxy(Object.freeze(known), {
    get: (target, key) => {
      if (typeof key === 'string' && !Object.hasOwn(target, key)) throw run.notModelled(`console.${key}`);
      return Reflect.get(target, key);
    },
  });
}

function note(run: Execution, level: LogLine['level'], values: readonly unknown[]): void {
  if (run.death) return;
  const printable = values.map((value) => nameOf(value) ?? value);
  const text = formatWithOptions({ colors: false }, ...printable);
  run.state.logs.push({ execution: run.id, level, text });
}
