/** What clasp 3.4.1 and Google say when they refuse, as a sentence with what to do about it. */
import { oneLine, Stopped } from '../common/bad-input';
import type { Answered } from './run-clasp';

/** What was being done. */
export interface Attempt {
  /** new: making a sheet with a script · script: making a script alone · sheet: making one in a sheet · read, push: with a script that is there. */
  readonly step: 'new' | 'script' | 'sheet' | 'read' | 'push';
  /** The title of a new sheet, the id of a sheet or a script. */
  readonly subject: string;
  /** Who is logged in, where Google tells. */
  readonly who: string | undefined;
  /** What is made is for one use, and holds nothing of anybody's. */
  readonly isScratch?: boolean;
}

const AGAIN = 'then run this again';

/** What clasp or Google says, in English whatever the person's language: its APIs do not translate. And what it means. */
type Known = readonly [says: RegExp, refusal: (attempt: Attempt) => string];

/** What keeps this account, here and now, from everything. */
const OF_ALL: readonly Known[] = [
  [/No credentials found/i, () => notLoggedIn()],
  [
    /invalid_grant|invalid_rapt|invalid credentials|invalid authentication credentials|NOT_AUTHENTICATED/i,
    () => `Google no longer takes the login that clasp keeps. Run: npx clasp login – ${AGAIN}.`,
  ],
  [
    /insufficient (authentication scopes|permission)/i,
    () => `Not every box was ticked when clasp logged in. Run: npx clasp login – tick all of them, ${AGAIN}.`,
  ],
  [/has not enabled the Apps Script API/i, (attempt) => apiIsOff(attempt)],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPIPE|socket hang up|fetch failed|certificate/i,
    (attempt) =>
      `Google cannot be reached from here: look at the connection, and at a proxy or firewall if there is one, ${AGAIN}.${leftBehind(attempt)}`,
  ],
];

/** What concerns one sheet or script, or passes. */
const OF_ONE: readonly Known[] = [
  [
    /does not have (\w+ )?permission|PERMISSION_DENIED|forbidden|access denied/i,
    (attempt) => notAllowed(attempt),
  ],
  [/not found|\b404\b/i, (attempt) => notFound(attempt)],
  [/invalid argument/i, (attempt) => notTaken(attempt)],
  [
    /rate limit|quota|too many requests|\b429\b|RESOURCE_EXHAUSTED/i,
    (attempt) =>
      `Google takes no more requests for the moment: wait some minutes, ${AGAIN}.${leftBehind(attempt)}`,
  ],
  [
    /internal error|backend error|unavailable|\b50[0234]\b/i,
    (attempt) => `Google has trouble of its own: wait some minutes, ${AGAIN}.${leftBehind(attempt)}`,
  ],
];

/** What to do without a login. */
export function notLoggedIn(): string {
  return `You are not logged in to Google here. Run: npx clasp login – tick all boxes, ${AGAIN}. Where no browser can be opened: npx clasp login --no-localhost`;
}

/** Why it was refused, to be thrown. What nobody foresaw is told in clasp's own words. */
export function refusal(answered: Answered, attempt: Attempt): Stopped {
  const said = oneLine(answered.err || answered.out);
  const known = [...OF_ALL, ...OF_ONE].find(([says]) => says.test(said));
  return new Stopped(known ? known[1](attempt) : unforeseen(said, attempt));
}

/** What keeps this account, here and now, from everything, whichever sheet or script it is about; undefined where it is something else. */
export function refusalOfAll(said: string, attempt: Attempt): string | undefined {
  return OF_ALL.find(([says]) => says.test(said))?.[1](attempt);
}

function unforeseen(said: string, attempt: Attempt): string {
  const words = said === '' ? 'clasp ended without a word.' : `clasp says: ${said}`;
  return `It did not work. ${words}${leftBehind(attempt)}`;
}

/** clasp makes a sheet first and its script after: the first may be there without the second. */
function leftBehind({ step, subject, isScratch }: Attempt): string {
  if (step !== 'new') return '';
  const use = isScratch ? 'delete it' : 'use it: npm run deploy -- --sheet and its address';
  return ` If a sheet “${subject}” is in your Drive by now, ${use}.`;
}

function apiIsOff(attempt: Attempt): string {
  return `The Apps Script API is off for your account. Turn it on at https://script.google.com/home/usersettings, wait a minute or two, ${AGAIN}.${leftBehind(attempt)}`;
}

const asWhom = ({ who }: Attempt): string =>
  who ? `You are logged in as ${who}, who` : 'The account that is logged in';

function notAllowed(attempt: Attempt): string {
  const what = {
    new: 'may make no sheets or scripts',
    script: 'may make no scripts',
    sheet: 'may not edit this sheet',
    read: 'may not see this script',
    push: 'may not edit this script',
  }[attempt.step];
  const asked = ['new', 'script'].includes(attempt.step)
    ? 'ask your Workspace administrator, or log in with another account: npx clasp login'
    : 'have it shared with you as an editor, or log in with the account that owns it: npx clasp login';
  return `${asWhom(attempt)} ${what}: ${asked}.${leftBehind(attempt)}`;
}

function notFound(attempt: Attempt): string {
  if (attempt.step === 'sheet')
    return `${asWhom(attempt)} sees no sheet with the id ${attempt.subject}: copy its address once more from the browser, or log in with the account that may edit it: npx clasp login`;
  if (attempt.step === 'new' || attempt.step === 'script') return notTaken(attempt);
  if (attempt.isScratch)
    return `${asWhom(attempt)} sees no scratch sheet of the last time: it may be deleted, or another account's. Delete the folder out/parity, and run this again: it makes another one.`;
  return `${asWhom(attempt)} sees no script with the id ${attempt.subject}. It may be deleted, another account's, or the id of a sheet: the script's own is in the sheet under Extensions → Apps Script → Project settings. To begin anew: npm run deploy -- --new TITLE`;
}

/** Google makes no script in a sheet that was never edited, and says no more than “invalid argument” (google/clasp#1017). */
function notTaken(attempt: Attempt): string {
  if (attempt.step === 'sheet')
    return `Google takes no script for ${attempt.subject}. If the sheet is quite new, type anything into a cell and run this again; if it is no sheet, or an Excel file, choose File → Save as Google Sheets first.`;
  if (attempt.step === 'new' && attempt.isScratch)
    return `Google made the sheet “${attempt.subject}”, it seems, but no script in it. Delete it in your Drive, ${AGAIN}.`;
  if (attempt.step === 'new')
    return `Google made the sheet “${attempt.subject}”, it seems, but no script in it. Open it from your Drive, type anything into a cell, and run: npm run deploy -- --sheet and its address.`;
  return `Google does not take ${attempt.subject}. Is it the id of a script? It is in the sheet under Extensions → Apps Script → Project settings.`;
}
