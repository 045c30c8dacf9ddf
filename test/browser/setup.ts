/** One Chromium for all browser tests. Without one they are skipped, which is said; CI does not accept that. */
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { launchChromium } from './chromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens; '' when there is none. */
    browserAt: string;
  }
}

/** Starts it before the first test; what it returns ends it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const launched = await launchChromium();
  if ('server' in launched) {
    console.log(`The browser tests drive ${launched.name}.`);
    project.provide('browserAt', launched.server.wsEndpoint());
    return () => launched.server.close();
  }
  const said = `No Chromium could be started.\n${launched.missing}`;
  if (isCi()) throw new Error(`${said}\nCI does not skip the tests in a real browser.`);
  console.warn(
    `\n${said}\nTHE TESTS IN A REAL BROWSER ARE SKIPPED. Install Chrome or Chromium to run them.\n`,
  );
  project.provide('browserAt', '');
  return async () => {};
}

/** In CI, which says so itself, or in `npm cit`. */
function isCi(): boolean {
  const { CI = '', npm_command } = process.env;
  return !['', '0', 'false'].includes(CI) || npm_command === 'install-ci-test';
}
