/** What must never happen on a page: a script that fails, a complaint in the console, a dialog of the browser's own. */
import type { Page } from 'playwright-core';

/** The browser's own notes on a request that failed, which some tests bring about, and on the grid's `onselectstart`, which the page's policy keeps from running. */
const EXPECTED = /^Failed to load resource|^Executing inline event handler violates/;

/** Tells of it, in a line each. */
export function watchTrouble(page: Page, tell: (line: string) => void): void {
  page.on('pageerror', (error) => tell(`a script failed: ${error.message}`));
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !EXPECTED.test(message.text())) tell(`the console says: ${message.text()}`);
  });
  page.on('dialog', async (dialog) => {
    tell(`a dialog opened: ${dialog.message()}`);
    await dialog.dismiss();
  });
}
