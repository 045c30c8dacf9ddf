/** The playground as a command: what was typed, a key that may be in the environment, an exit code. */
import { BadInput, Stopped } from '../common/bad-input';
import { exitCode, type Streams } from '../common/command-line';
import { parseStart, START_USAGE, type StartOptions } from './options';
import type { Playground, startPlayground } from './server/playground';

/** Where to go when the port is taken. */
const OTHER_PORT = 'npm start -- --port 0';

/** What the command uses; tests bring their own. */
export interface House extends Streams {
  readonly serve: typeof startPlayground;
  /** Is given what is served, to end it when its person has had enough. */
  readonly served: (playground: Playground) => void;
}

/** Runs it; gives the exit code, 0 while it is served. */
export function main(args: readonly string[], key: string | undefined, house: House): Promise<number> {
  const { out, err } = house;
  const work = async (): Promise<number> => {
    const options = parseStart(args);
    if (options === 'help') out.write(START_USAGE);
    else await start(options, key, house);
    return 0;
  };
  return exitCode(work, (line) => err.write(`${line}\n`));
}

async function start({ port, live }: StartOptions, key = '', { out, serve, served }: House): Promise<void> {
  if (live && key === '')
    throw new BadInput('--live needs your Linkup key in the environment variable LINKUP_API_KEY');
  const playground = await serve({ port, liveKey: live ? key : '', welcome: true }).catch(refuse);
  out.write(`Open ${playground.url} in a browser. Ctrl+C ends it.\n`);
  if (live) out.write('It asks the real Linkup: every answer costs credits.\n');
  served(playground);
}

/** Says what to do where another program has the port. */
function refuse(thrown: unknown): never {
  const isTaken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
  throw isTaken ? new Stopped(`This port is taken. Try: ${OTHER_PORT}`) : thrown;
}
