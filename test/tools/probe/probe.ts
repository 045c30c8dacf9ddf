/** `npm run probe`: asks the real Linkup what its documentation leaves open. `--help` says what it can. */
import { createInterface } from 'node:readline';
import { ownStreams } from '../common/command-line';
import { main } from './command';

/** The first Ctrl-C ends the asking, with an account of it; the second one everything. */
const controller = new AbortController();
process.once('SIGINT', () => controller.abort());

function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve) => {
    terminal.on('close', () => resolve(false));
    terminal.question(question, (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()));
      terminal.close();
    });
  });
}

process.exitCode = await main(process.argv.slice(2), process.env.LINKUP_API_KEY, {
  ...ownStreams(),
  signal: controller.signal,
  ...(process.stdin.isTTY ? { confirm } : {}),
});
