/** What all commands do alike: reading what was typed, and ending with a sentence and an exit code. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BadInput, oneLine, Stopped } from './bad-input';

/** Where a command writes; `process.stdout` and `process.stderr` are such. */
export interface Streams {
  readonly out: Output;
  readonly err: Output;
}

/** What a stream must have. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Those of this process. Where the reader is gone, as in `npm run demo | head`, there is nothing more to say. */
export function ownStreams(): Streams {
  process.stdout.on('error', () => process.exit());
  return { out: process.stdout, err: process.stderr };
}

/** An option that is there or not. */
export const FLAG = { type: 'boolean', default: false } as const;

/** Reads options and words, as Node does. Throws BadInput for what is not among them. */
export function typed<const T extends ParseArgsConfig>(args: readonly string[], config: T) {
  try {
    return parseArgs<T>({ ...config, args: [...args] });
  } catch (thrown) {
    // Node goes on about dashes after its first sentence, and calls a missing value ambiguous.
    const sentence = oneLine(thrown).replace(/\. .*$/, '');
    throw new BadInput(`${sentence.replace(/argument is ambiguous$/, 'needs a value')}; see --help`);
  }
}

/** A whole number that was typed. Throws BadInput: what is none would count as nothing, and look like success. */
export function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new BadInput(`${option} must be a whole number, not "${text}"`);
  return Number(text);
}

/** Does a command's work; gives its exit code: 2 where what was typed cannot be used, 1 where it could not go on. Then `say` gets why, on one line. */
export async function exitCode(work: () => Promise<number>, say: (line: string) => unknown): Promise<number> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof BadInput || thrown instanceof Stopped)) throw thrown;
    say(oneLine(thrown));
    return thrown instanceof BadInput ? 2 : 1;
  }
}
