/** `npm run deploy`, once everything that it needs is installed (`common/begin.mjs`). */
import { fileURLToPath } from 'node:url';
import { bundle, writeDist } from '../../../build.mjs';
import { openInBrowser } from '../common/open-in-browser';
import { main } from './command';
import { realClasp } from './run-clasp';

process.exitCode = await main(process.argv.slice(2), {
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  clasp: realClasp,
  build: async (profile) => writeDist(await bundle({ profile }), profile),
  open: openInBrowser,
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
