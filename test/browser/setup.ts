/** Finds the Chromium of the browser tests. Without one they are skipped, which is said; CI does not accept that. */
import type { LaunchOptions } from 'playwright-core';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** How the browser is started; null when there is none. */
    browser: LaunchOptions | null;
  }
}

/** Looks for it before the first test. */
export default async function setup(project: TestProject): Promise<void> {
  const found = await findChromium();
  if ('options' in found) {
    console.log(`The browser tests drive ${found.name}.`);
    project.provide('browser', found.options);
    return;
  }
  const said = `No Chromium could be started.\n${found.missing}`;
  if (isCi()) throw new Error(`${said}\nCI does not skip the tests in a real browser.`);
  console.warn(
    `\n${said}\nTHE TESTS IN A REAL BROWSER ARE SKIPPED. Install Chrome or Chromium to run them.\n`,
  );
  project.provide('browser', null);
}

/** In CI, which says so itself, or in `npm cit`. */
function isCi(): boolean {
  const { CI = '', npm_command } = process.env;
  return !['', '0', 'false'].includes(CI) || npm_command === 'install-ci-test';
}
