/** Everything that Google calls: the menu, the page, the triggers. Each is a real top-level function in what is pushed. */
import { endRound, forgetAll, isUnderWay, keep, kept } from './answers';
import { askOn, SCRATCH } from './asking';
import { gatherKilled, startClock } from './clock';
import { askOfCopy, isCopy, leaveMark } from './mark';
import { showPage } from './page';
import { Desk } from './question';
import { QUESTIONS } from './questions';
import { EDITED } from './questions/rules';
import { letter, writeTable } from './report';

export { killed, minute } from './clock';
export { heard, holdLock, tryTheLock } from './page';

const CLOCK = 'parity.clock';
const TOLD = 'parity.told';

/** The one menu item. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('Parity').addItem('Ask everything', 'askEverything').addToUi();
}

/** Begins a round, or goes on with one; the page that it opens does the rest. */
export function askEverything(): void {
  const startedAt = Date.now();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (isCopy(spreadsheet)) askOfCopy(spreadsheet);
  else {
    if (!isUnderWay()) begin(spreadsheet);
    askOn(spreadsheet, startedAt);
  }
  showPage();
}

function begin(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  forgetAll();
  spreadsheet.setSpreadsheetLocale('en_US');
  leaveMark(spreadsheet);
  const desk = new Desk(spreadsheet, spreadsheet.getActiveSheet());
  const lock = LockService.getDocumentLock();
  desk.facts['taken before it'] = lock.tryLock(1_000);
  const ui = SpreadsheetApp.getUi();
  ui.alert(
    'Parity',
    'Google is asked some fifty questions on scratch sheets of this spreadsheet: four minutes, then ten in which nothing has to be done. The first one is whether you see this: press OK.',
    ui.ButtonSet.OK,
  );
  desk.facts['held after it'] = lock.hasLock();
  lock.releaseLock();
  keep('lock-in-dialogs', desk.answer());
}

/** What the page is told: questions that wait for an answer, and the JSON. */
interface Progress {
  readonly waiting: readonly string[];
  readonly isCopy: boolean;
  readonly json: string;
}

/** The page asks again and again: what is left is asked, what came in is written down. Plain text, as Google's wire wants it. */
export function goOn(): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const copied = isCopy(spreadsheet);
  if (!copied) {
    askOn(spreadsheet, Date.now());
    if (!PropertiesService.getDocumentProperties().getProperty(CLOCK)) beginClock();
    gatherKilled(spreadsheet);
  }
  const sent = letter(spreadsheet);
  const waiting = copied ? [] : QUESTIONS.filter(({ id }) => !sent.answers[id] && id !== 'file-copy');
  const isNews =
    Object.keys(kept()).length !== Number(PropertiesService.getDocumentProperties().getProperty(TOLD));
  if (isNews) tell(spreadsheet, sent);
  if (waiting.length === 0 && !copied) endRound();
  const progress: Progress = {
    waiting: waiting.map(({ asks }) => asks),
    isCopy: copied,
    json: JSON.stringify(sent),
  };
  return JSON.stringify(progress);
}

/** Once all else is asked: the count of triggers must not meet it. */
function beginClock(): void {
  startClock();
  PropertiesService.getDocumentProperties().setProperty(CLOCK, 'begun');
}

function tell(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, sent: ReturnType<typeof letter>): void {
  writeTable(spreadsheet, sent);
  PropertiesService.getDocumentProperties().setProperty(TOLD, String(Object.keys(sent.answers).length));
}

/** A simple trigger of Google's: leaves a note where somebody's hand, or a script, changed a scratch sheet. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  if (!event.range.getSheet().getName().startsWith(SCRATCH)) return;
  PropertiesService.getDocumentProperties().setProperty(EDITED, 'yes');
}
