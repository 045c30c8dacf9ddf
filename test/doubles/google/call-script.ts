/** One call of a script's function, as the world outside sees it: the script is loaded, called and brought to its end. */
import vm from 'node:vm';
import { ScriptError, ServiceError, SetupError } from './errors';
import type { Execution } from './execution';
import { globalsFor, UNDECLARED } from './services/globals';

/** Compiled scripts by their code: the same bundle is pushed to thousands of hosts, and each need not compile it anew. */
const compiled = new Map<string, vm.Script>();

/** A script, compiled. */
export function scriptOf(code: string): vm.Script {
  const script = compiled.get(code) ?? new vm.Script(code, { filename: 'Code.js' });
  compiled.set(code, script);
  return script;
}

/** Loads the script, calls the function and settles the end; throws what the world outside gets to see. */
export function callScript(
  execution: Execution,
  script: vm.Script,
  fn: string,
  args: readonly unknown[],
): unknown {
  let result: unknown;
  let thrown: { readonly error: unknown } | undefined;
  try {
    for (const [name, value] of Object.entries(globalsFor(execution))) execution.realm.define(name, value);
    for (const name of UNDECLARED) execution.realm.refuse(name, () => execution.notModelled(name));
    execution.realm.run(script);
    result = call(execution, fn, args);
  } catch (error) {
    thrown = { error };
  }
  try {
    execution.finish();
  } catch (error) {
    thrown ??= { error };
  }
  const beyondCatch = execution.fatal ?? execution.death;
  if (beyondCatch) throw beyondCatch;
  if (thrown) throw scriptError(thrown.error);
  return result;
}

function call(execution: Execution, fn: string, args: readonly unknown[]): unknown {
  const found = execution.realm.find(fn);
  if (!found) throw new ServiceError(`Script function not found: ${fn}`);
  const imported = args.map((arg) => execution.realm.import(arg, () => false));
  const result = found(...imported);
  if (Object.prototype.toString.call(result) === '[object Promise]') {
    throw new SetupError(`${fn} returned a promise: async entry functions are not modelled`);
  }
  return result;
}

/** What a script threw, told from outside; the host's own errors pass as they are. */
function scriptError(error: unknown): Error {
  if (error instanceof SetupError) return error;
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return new ScriptError(String(error), 'Error');
  }
  const name = 'name' in error ? String(error.name) : 'Error';
  const stack = 'stack' in error ? String(error.stack) : '';
  return new ScriptError(String(error.message), name, stack);
}
