/** What the workers of a test run ask of V8, as far as the Node that runs them knows it: others refuse to start with a flag that is not theirs. */
import { execFileSync } from 'node:child_process';

/**
 * Every execution of a script is a world of its own, soon forgotten. Each flag makes the scenarios a tenth to a quarter quicker: room
 * to die young; the whole heap tidied each time, as a dead world keeps what is young alive; no helpers, since each worker has a
 * processor to itself; and ten times the usual wait for optimised code, as most worlds end before it pays for itself (Node 20 alone).
 */
const WANTED = [
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  '--gc-global',
  '--single-threaded',
  '--interrupt-budget=1200000',
];

/** The flags that stand in a list as `node --v8-options` prints it. */
export function knownIn(list: string, flags: readonly string[] = WANTED): string[] {
  const names = new Set([...list.matchAll(/^ {2}(--[a-z0-9-]+) /gm)].map(([, name]) => name));
  return flags.filter((flag) => names.has(flag.split('=')[0]));
}

/** Those of this Node. */
export function v8Flags(): string[] {
  return knownIn(execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' }));
}
