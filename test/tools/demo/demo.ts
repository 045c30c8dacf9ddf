/** `npm run demo`: the built add-on fills a local spreadsheet before your eyes. `--help` says what it can. */
import { main } from './command';

/** Reader gone, as in `npm run demo | head`: nothing more to say. */
process.stdout.on('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2), process.env.LINKUP_API_KEY, {
  out: process.stdout,
  err: process.stderr,
});
