/** Everything that can go wrong in the host, told apart by who is to blame: Google, the script, the kill, or the test. */

/** What a Google service throws into the script: arrives there as an `Exception` with this text. */
export class ServiceError extends Error {
  override readonly name = 'Exception';
}

/** What `host.execute` throws when the script threw: `message` is the script's own, `scriptErrorName` its name (`Exception`, `TypeError`…). */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';

  constructor(
    message: string,
    readonly scriptErrorName: string,
    readonly scriptStack: string = '',
  ) {
    super(message);
  }
}

/** What becomes of the writes that Google had not yet carried out when it killed the script. */
export type OnKill = 'lost' | 'applied' | 'partly';

/** Google ended the execution: no `catch` or `finally` of the script can do anything more. Throw it in the hook to kill. */
export class ExecutionKilled extends Error {
  override readonly name = 'ExecutionKilled';

  constructor(
    message = 'The execution was killed',
    readonly onKill?: OnKill,
  ) {
    super(message);
  }
}

/** The test or the script wants something that this host does not know: always reaches the test, even past a script's `catch`. */
export class NotModelledError extends Error {
  override readonly name = 'NotModelledError';

  constructor(what: string) {
    super(`not modelled: ${what}`);
  }
}

/** The test set something up wrongly (a dialog without an answer, a menu item that does not exist). */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** Google's text for a call that the account or the moment does not allow. */
export function permissionError(call: string, scopes: readonly string[], declared: boolean): ServiceError {
  const lead = declared ? 'You do not have permission' : 'Specified permissions are not sufficient';
  const needed = scopes.length > 0 ? `. Required permissions: ${scopes.join(' || ')}` : '';
  return new ServiceError(`${lead} to call ${call}${needed}`);
}
