/** `npm run parity`. */
import { openBrowser } from '../common/open-browser';
import { buildParity } from './build';
import { realClasp } from './clasp';
import { main } from './command';
import { askLocally } from './local';

process.exitCode = await main(process.argv.slice(2), {
  build: buildParity,
  askLocally: async () => askLocally(await buildParity()).letter,
  write: console.log,
  refuse: console.error,
  clasp: realClasp,
  openBrowser,
});
