/** `npm run simulate`: random tables, people, kills and faults on the built add-on. `--help` says what it can. */
import { ownStreams } from '../common/command-line';
import { main } from './command';

process.exitCode = await main(process.argv.slice(2), ownStreams());
