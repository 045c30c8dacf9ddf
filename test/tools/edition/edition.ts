/** `npm run edition`: what an edition of the add-on leaves in documents. `--help` says what it can. */
import { ownStreams } from '../common/command-line';
import { main } from './command';

process.exitCode = await main(process.argv.slice(2), { ...ownStreams(), fixtures: 'test/fixtures' });
