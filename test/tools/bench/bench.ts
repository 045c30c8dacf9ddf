/** `npm run bench`: what jobs of a thousand to a hundred thousand rows cost. `--help` says what it can. */
import { ownStreams } from '../common/command-line';
import { main } from './command';

process.exitCode = await main(process.argv.slice(2), ownStreams());
