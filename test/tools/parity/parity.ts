/** `npm run parity`. */
import { fileURLToPath } from 'node:url';
import { openInBrowser } from '../common/open-in-browser';
import { realClasp } from '../deploy/run-clasp';
import { buildParity } from './build';
import { main } from './command';
import { askLocally } from './local';

process.exitCode = await main(process.argv.slice(2), {
  build: buildParity,
  askLocally: async () => askLocally(await buildParity()).letter,
  write: console.log,
  refuse: console.error,
  clasp: realClasp,
  openBrowser: openInBrowser,
  root: fileURLToPath(new URL('../../../', import.meta.url)),
});
