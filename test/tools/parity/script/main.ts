/** Everything that Google calls: the menu, the page, the triggers. Each is a real top-level function in what is pushed. */
import { endRound, forgetAll, isUnderWay, keep, kept } from './answers';
import { askOn, SCRATCH, sweep } from './asking';
import { BY_CLOCK, gatherKilled, startClock } from './clock';
import { askOfCopy, isCopy, leaveMark, MARK } from './mark';
import { showPage } from './page';
import { Desk, textOf } from './question';
import { QUESTIONS } from './questions';
import { EDITED } from './questions/rules';
import { type Letter, letter, writeTable } from './report';

export { undone, writeForUndo } from './by-hand';
export { killed, minute, never } from './clock';
export { PARITY } from './formula';
export { heard, holdLock, tryTheLock } from './page';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

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
    // Whoever cannot see the page, for Google takes them for another of their accounts, has the table all the same.
    writeTable(spreadsheet, letter(spreadsheet));
  }
  showPage();
}

function begin(spreadsheet: Spreadsheet): void {
  forgetAll();
  // What is asked must not depend on what somebody’s account is set to.
  spreadsheet.setSpreadsheetLocale('en_US');
  spreadsheet.setSpreadsheetTimeZone('Etc/UTC');
  leaveMark(spreadsheet);
  const desk = new Desk(spreadsheet, spreadsheet.getActiveSheet());
  const lock = LockService.getDocumentLock();
  desk.facts['taken before it'] = lock.tryLock(1_000);
  const ui = SpreadsheetApp.getUi();
  ui.alert(
    'Parity',
    'Google is asked some sixty questions on scratch sheets of this spreadsheet: four minutes, then twelve in which nothing has to be done. One is what a script leaves behind that runs too long: Google may send you an e-mail about it. The first one is this dialog: press OK.',
    ui.ButtonSet.OK,
  );
  desk.facts['held after it'] = lock.hasLock();
  lock.releaseLock();
  keep('lock-in-dialogs', desk.answer());
}

/** Nobody waits for what takes a hand. */
const BY_HAND: readonly string[] = ['undo', 'file-copy'];

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
    beginClock();
    gatherKilled(spreadsheet);
  }
  const sent = letter(spreadsheet);
  const waiting = copied ? [] : QUESTIONS.filter(({ id }) => !sent.answers[id] && !BY_HAND.includes(id));
  tellNews(spreadsheet, sent);
  if (waiting.length === 0 && !copied) {
    sweep(spreadsheet);
    endRound();
  }
  const progress: Progress = {
    waiting: waiting.map(({ asks }) => asks),
    isCopy: copied,
    json: JSON.stringify(sent),
  };
  return JSON.stringify(progress);
}

/** Once all else is asked: the count of triggers must not meet it. */
function beginClock(): void {
  const store = PropertiesService.getDocumentProperties();
  const answered = kept();
  if (store.getProperty(CLOCK) || QUESTIONS.some(({ id, ask }) => ask && !answered[id])) return;
  store.setProperty(CLOCK, 'begun');
  try {
    startClock();
  } catch (error) {
    const failed = { facts: {}, figures: {}, quotes: {}, failed: textOf(error) };
    for (const id of BY_CLOCK) keep(id, failed);
  }
}

/** The table is written where an answer came in, or another one, since it was. */
function tellNews(spreadsheet: Spreadsheet, sent: Letter): void {
  const store = PropertiesService.getDocumentProperties();
  const print = printOf(JSON.stringify(sent.answers));
  if (store.getProperty(TOLD) === print) return;
  writeTable(spreadsheet, sent);
  store.setProperty(TOLD, print);
}

/** All answers are too long for a property. */
function printOf(text: string): string {
  let print = 0;
  for (let i = 0; i < text.length; i++) print = (print * 31 + text.charCodeAt(i)) | 0;
  return String(print);
}

/** A simple trigger of Google's: leaves a note where somebody's hand, or a script, changed a scratch sheet or the mark. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const name = event.range.getSheet().getName();
  if (!name.startsWith(SCRATCH) && name !== MARK) return;
  PropertiesService.getDocumentProperties().setProperty(EDITED, 'yes');
}
