/** The command line of `npm start`. */
import { parseArgs } from 'node:util';
import { BadInput, oneLine } from '../common/bad-input';

/** Where the playground is served unless something else is said. */
export const PORT = 4173;

/** What the person asked for. */
export interface StartOptions {
  readonly port: number;
  readonly live: boolean;
}

/** What `--help` prints. */
export const START_USAGE = `Usage: npm start -- [options]

Builds the add-on and serves a local spreadsheet with it on http://localhost:${PORT}, for this machine only.

  --port N   another port; 0 for any free one
  --live     ask the real Linkup, with the key in LINKUP_API_KEY; costs real credits
  --help     this text
`;

/** Reads the arguments. Throws BadInput. */
export function parseStart(args: readonly string[]): StartOptions | 'help' {
  const { port = String(PORT), live = false, help = false } = parse(args);
  if (help) return 'help';
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new BadInput(`--port must be a number from 0 to 65535, not "${port}"`);
  return { port: Number(port), live };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  try {
    const options = { port: { type: 'string' }, live: flag, help: flag } as const;
    return parseArgs({ args: [...args], strict: true, options }).values;
  } catch (thrown) {
    throw new BadInput(oneLine(thrown));
  }
}
