/** The functions that Google calls by name: menu items, the trigger, the sidebar, the formula. Nothing else, and nothing at load time. */
import { asProblem, Problem } from './enrichment/problem';
import type { Mode } from './enrichment/selection';
import { sentence } from './enrichment/words';
import { askForNeeded } from './platform/consent';
import { googleTriggers, type Often } from './platform/triggers';
import { googleUi, type MenuItems } from './platform/ui';
import { LONGEST_STAY } from './run/cycle/advance';
import { calculate, type Shown } from './run/formula/calculate';
import { checkForResults as check, enrich, stopRuns, TITLE } from './run/press/commands';
import { tick } from './run/press/refresh';
import { googleServices, type Services } from './run/services';
import { dispatch } from './sidebar/dispatch';
import type { Reply } from './sidebar/protocol';

const MENU: MenuItems = [
  ['Set up…', 'setUpEnrichment'],
  ['Enrich…', 'enrichAllRows'],
  ['Ask this row again', 'askAgain'],
  ['Check for results now', 'checkForResults'],
  ['Retry failed rows', 'retryFailedRows'],
  ['Stop', 'stop'],
];

/** The document was opened. Runs without any authorisation, so it only makes the menu. */
export function onOpen(): void {
  googleUi().menu(TITLE, MENU);
}

/** The add-on was installed while the document was open. */
export function onInstall(): void {
  onOpen();
}

/** Menu: opens the sidebar. Permissions that were left unticked are asked for here, before the page would say at each step that it lacks them. */
export function setUpEnrichment(): void {
  askForNeeded();
  googleUi().sidebar('Sidebar', TITLE);
}

/** Menu: asks whatever row has no answer yet. */
export function enrichAllRows(): void {
  enrichFromMenu('fill', false);
}

/** Menu: asks the selected row, or the selected few, whether answered or not; what was typed by hand stays. */
export function askAgain(): void {
  enrichFromMenu('again', true);
}

/** Menu: asks failed and expired rows again. */
export function retryFailedRows(): void {
  enrichFromMenu('retry', false);
}

/** Menu: collects what has arrived, and goes on with what was paused. */
export function checkForResults(): void {
  fromMenu(check);
}

/** Menu: asks nothing more. */
export function stop(): void {
  fromMenu(stopRuns);
}

/** Time-driven trigger, every minute while much is under way. Faults go to the log: a mail a minute helps nobody. */
export function advanceByClock(): void {
  byClock('often');
}

/** The same trigger while there is hardly anything to be seen: every half an hour. */
export function advanceSeldomByClock(): void {
  byClock('seldom');
}

/** Every call of the sidebar. */
export function sidebarCall(name: string, argument: unknown): Reply<unknown> {
  return dispatch(googleServices, name, argument);
}

/**
 * Asks Linkup, which searches the web, and keeps the answer: recalculating, copying or sorting is not billed again.
 *
 * Off until the spreadsheet’s owner turns it on in the sidebar of “Enrich with Linkup”: it spends their money.
 *
 * @param {"What is the capital of " & A2 & "?"} question The question, or a range of at most 100 different ones.
 * @param {"standard"} depth How deep to look: "standard", "fast" or "flash". Optional.
 * @param {"answer"} what What to return: "answer", "sources", "number", "yes/no", "date" or "link". Optional.
 * @return {string|number|boolean} The answer, or a block of them for a range.
 * @customfunction
 */
export function LINKUP(question: unknown, depth?: unknown, what?: unknown): Shown | Shown[][] {
  try {
    return calculate(googleServices, question, depth, what);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) console.error(describeFault(thrown));
    // All that Google shows of an error is its message.
    throw new Error(sentence(asProblem(thrown)));
  }
}

function byClock(often: Often): void {
  try {
    tick(googleServices(), { by: 'clock', budget: LONGEST_STAY, often });
  } catch (thrown) {
    console.error(describeFault(thrown));
    // Until its person gives it, each minute would be in vain; the next look at the run makes a trigger again.
    if (asProblem(thrown).code === 'no-permission') googleTriggers().disarm();
  }
}

function enrichFromMenu(mode: Mode, selectedOnly: boolean): void {
  fromMenu((services) => enrich(services, googleUi(), mode, selectedOnly));
}

/** What goes wrong is told in one sentence, never as an exception. */
function fromMenu(command: (services: Services) => void): void {
  try {
    command(googleServices());
  } catch (thrown) {
    console.error(describeFault(thrown));
    googleUi().inform(TITLE, sentence(asProblem(thrown)));
  }
}

/** For the log; a foreseen problem needs no stack. */
function describeFault(thrown: unknown): string {
  if (thrown instanceof Problem || !(thrown instanceof Error)) return String(thrown);
  return thrown.stack ?? String(thrown);
}
