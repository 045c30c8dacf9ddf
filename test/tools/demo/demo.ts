/** `npm run demo`: the built add-on fills a local spreadsheet before your eyes. `--help` says what it can. */
import { ownStreams } from '../common/command-line';
import { main } from './command';

process.exitCode = await main(process.argv.slice(2), process.env.LINKUP_API_KEY, ownStreams());
