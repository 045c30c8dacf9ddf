/** The command line of `npm start`. */
import { BadInput } from '../common/bad-input';
import { FLAG, typed } from '../common/command-line';

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
  const options = { port: { type: 'string', default: String(PORT) }, live: FLAG, help: FLAG } as const;
  const { port, live, help } = typed(args, { options }).values;
  if (help) return 'help';
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new BadInput(`--port must be a number from 0 to 65535, not "${port}"`);
  return { port: Number(port), live };
}
