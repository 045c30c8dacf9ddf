/** A command typed in a test, in this process, which need not load it all again. */
import type { Streams } from './command-line';

/** What came of it: its exit code, and what it wrote. */
export async function typedIn(command: (streams: Streams) => Promise<number>) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await command({
    out: { write: (text) => out.push(text) },
    err: { write: (text) => err.push(text) },
  });
  return { status, out: out.join(''), err: err.join('') };
}
