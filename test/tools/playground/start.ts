/** `npm start`: a local spreadsheet with the add-on in it, in the browser. `--help` says what it can. */
import { ownStreams } from '../common/command-line';
import { main } from './command';
import { startPlayground } from './server/playground';

process.exitCode = await main(process.argv.slice(2), process.env.LINKUP_API_KEY, {
  ...ownStreams(),
  serve: startPlayground,
  served: ({ close }) => void process.once('SIGINT', () => void close().then(() => process.exit(0))),
});
