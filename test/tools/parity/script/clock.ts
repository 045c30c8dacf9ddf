/** What only triggers can answer: what they have, how punctual they are, and what a kill leaves of writes. */
import { keep, kept, readsOwn } from './answers';
import { markIn } from './mark';
import { Desk } from './question';
import { deleteTriggers } from './questions/limits';
import { ECHO } from './questions/network';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type ClockEvent = GoogleAppsScript.Events.TimeDriven;

/** The questions that only triggers answer. */
export const BY_CLOCK: readonly string[] = ['clock-trigger', 'trigger-jitter', 'killed'];

const FIRINGS = 'parity.firings';
const KILL_BEGAN = 'parity.kill';
const MINUTE = 60_000;
const WRITES = 10;

/** So many firings make the gaps between them. */
const ENOUGH = 3;

/** Six minutes and what Google may take to notice. */
const KILLED_AFTER_MS = 6.5 * MINUTE;

/** A trigger that fires each minute, and ends itself. */
export function startClock(): void {
  // What an execution that was ended has left of them would be too many.
  for (const fn of ['minute', 'killed', 'never']) deleteTriggers(fn);
  ScriptApp.newTrigger('minute').timeBased().everyMinutes(1).create();
}

/** One firing. The first one says what a trigger has, the last one how far they were apart. */
export function minute(event: ClockEvent): void {
  const store = PropertiesService.getDocumentProperties();
  // Written below.
  const firings = JSON.parse(store.getProperty(FIRINGS) ?? '[]') as number[];
  firings.push(Date.now());
  store.setProperty(FIRINGS, JSON.stringify(firings));
  if (firings.length === 1) tellWhatItHas(event);
  if (firings.length < ENOUGH) return;
  deleteTriggers('minute');
  tellGaps(firings);
  ScriptApp.newTrigger('killed').timeBased().after(1_000).create();
}

function tellWhatItHas(event: ClockEvent): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const desk = new Desk(spreadsheet, spreadsheet.getActiveSheet());
  const { FULL } = ScriptApp.AuthMode;
  desk.facts['active sheet'] = spreadsheet.getActiveSheet().getIndex();
  desk.facts['document lock'] = LockService.getDocumentLock().tryLock(1_000);
  desk.facts.authMode = String(event.authMode);
  desk.facts.authorisation = String(ScriptApp.getAuthorizationInfo(FULL).getAuthorizationStatus());
  desk.facts['finds itself by triggerUid'] = ScriptApp.getProjectTriggers().some(
    (trigger) => trigger.getUniqueId() === event.triggerUid,
  );
  desk.facts['the person’s own properties'] = readsOwn();
  desk.tries('a request', () => UrlFetchApp.fetch(`${ECHO}/get`));
  desk.tries('a trigger made by a trigger', () => {
    ScriptApp.newTrigger('never').timeBased().after(7_200_000).create();
  });
  deleteTriggers('never');
  desk.tries('getUi()', () => SpreadsheetApp.getUi());
  keep('clock-trigger', desk.answer());
}

function tellGaps(firings: readonly number[]): void {
  const off = firings.slice(1).map((at, i) => Math.abs(at - (firings[i] ?? at) - MINUTE));
  keep('trigger-jitter', { facts: {}, figures: { 'off a minute by': Math.max(...off) }, quotes: {} });
}

/** Triggers that are only counted name a function that is there: whether Google takes others nobody has written. */
export function never(): void {}

/** Writes without a flush, and goes on until Google ends it. */
export function killed(): void {
  const sheet = markIn(SpreadsheetApp.getActiveSpreadsheet());
  PropertiesService.getDocumentProperties().setProperty(KILL_BEGAN, String(Date.now()));
  for (let row = 1; row <= WRITES; row++) sheet?.getRange(row, 4).setValue('written');
  // One sleep is five minutes at most.
  Utilities.sleep(200_000);
  Utilities.sleep(200_000);
}

/** Once the script was killed: what it left, told once. */
export function gatherKilled(spreadsheet: Spreadsheet): void {
  const began = PropertiesService.getDocumentProperties().getProperty(KILL_BEGAN);
  const sheet = markIn(spreadsheet);
  if (began === null || !sheet || kept().killed || Date.now() - Number(began) < KILLED_AFTER_MS) return;
  const desk = new Desk(spreadsheet, sheet);
  const written = sheet.getRange(1, 4, WRITES, 1).getValues();
  desk.facts['writes that are there'] = written.filter(([value]) => value !== '').length;
  desk.facts['triggers of its name that are listed still'] = deleteTriggers('killed');
  keep('killed', desk.answer());
}
