/** `npm start`: a local spreadsheet with the add-on in it, in the browser. */
import { BadInput, Stopped } from '../common/bad-input';
import { exitCode } from '../common/command-line';
import { startPlayground } from './server/playground';
import { parseStart, START_USAGE, type StartOptions } from './start-options';

/** Where to go when the port is taken. */
const OTHER_PORT = 'npm start -- --port 0';

async function start({ port, live }: StartOptions): Promise<void> {
  const liveKey = live ? keyFrom(process.env) : '';
  const { url, close } = await startPlayground({ port, liveKey, welcome: true }).catch(refuse);
  console.log(`Open ${url} in a browser. Ctrl+C ends it.`);
  if (live) console.log('It asks the real Linkup: every answer costs credits.');
  process.once('SIGINT', () => void close().then(() => process.exit(0)));
}

function keyFrom({ LINKUP_API_KEY: key }: NodeJS.ProcessEnv): string {
  if (!key) throw new BadInput('--live needs your Linkup key in the environment variable LINKUP_API_KEY');
  return key;
}

/** Says what to do where another program has the port. */
function refuse(thrown: unknown): never {
  const isTaken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
  throw isTaken ? new Stopped(`This port is taken. Try: ${OTHER_PORT}`) : thrown;
}

process.exitCode = await exitCode(async () => {
  const options = parseStart(process.argv.slice(2));
  if (options === 'help') console.log(START_USAGE);
  else await start(options);
  return 0;
}, console.error);
