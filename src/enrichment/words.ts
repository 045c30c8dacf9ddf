/** The one place where problem codes become sentences: what happened, what it means for rows and money, what to do. */
import { FILL_SENTENCES } from './fill-words';
import { FORMULA_SENTENCES } from './linkup-formula-words';
import { LIST_SENTENCES } from './list-words';
import { because, heldUp, ONLY_OF_RUNS, type OnlyOfRuns, waits, waitsFor } from './pause-words';
import { HOW_TO_GIVE, missing } from './permissions';
import type { Problem, ProblemCode } from './problem';
import { QUESTION_SENTENCES } from './question-words';
import { SCHEDULE_SENTENCES, stopped } from './schedule-words';
import { WHICH_SENTENCES } from './which-words';

/** By code, for what a person has just pressed or asked for. Of a run that waits or is held up, `pause-words.ts` tells otherwise. */
const SENTENCES: Record<Exclude<ProblemCode, OnlyOfRuns>, (subject: string) => string> = {
  ...QUESTION_SENTENCES,
  ...FILL_SENTENCES,
  ...WHICH_SENTENCES,
  ...SCHEDULE_SENTENCES,
  ...FORMULA_SENTENCES,
  ...LIST_SENTENCES,
  'no-key': () =>
    'There is no Linkup key, so nothing can be asked or fetched. Paste yours from app.linkup.so in the sidebar (menu “Set up…”).',
  'bad-key': () =>
    'Linkup does not accept your key, so nothing can be asked or fetched. Replace it in the sidebar (menu “Set up…”).',
  'key-refused': () =>
    'Linkup does not accept the key, so it was not kept. Copy it once more at app.linkup.so, from the first character to the last.',
  'no-credits': () =>
    'Your Linkup credits are used up: what is left does not pay for one question, so nothing was asked. Top up at app.linkup.so, then try again.',
  'budget-reached': () =>
    'This Linkup key has reached its own budget limit, so nothing was asked. Raise the limit at app.linkup.so, then try again.',
  forbidden: () =>
    'Linkup refuses this for your key, and bills nothing for it. Check the rights of the key at app.linkup.so, then try again.',
  'address-blocked': () =>
    'Your Linkup key only works from certain IP addresses, and Google’s change all the time, so nothing can be asked or fetched. Use a key without an IP list.',
  'type-not-enabled': () =>
    'This kind of task is not enabled for your Linkup account, so nothing was asked. Choose another kind, or ask Linkup to enable it.',
  'not-connected': () => 'Linkup could not be reached, so the key was not kept. Try again in a minute.',
  'not-started': () => 'Linkup could not be reached, so nothing was asked. Try again in a minute.',
  'no-balance': () =>
    'Linkup could not be reached, so your balance is not known. Your key is kept; try again in a minute.',
  'no-permission': (s) => `${missing(s)}. ${HOW_TO_GIVE}.`,
  'queue-full': () => 'Linkup’s queue is full, so nothing was asked. Try again in a minute.',
  'rate-limited': () =>
    'Linkup asks us to slow down, so nothing was asked or changed. Try again in a minute.',
  'invalid-question': (s) =>
    `Linkup cannot take this question${because(s)}. Change the row or the enrichment and ask again; it was not billed.`,
  'task-not-found': () =>
    'Linkup no longer keeps this answer. Choose “Retry failed rows” to ask again; that is billed again.',
  'server-error': () =>
    'Linkup had an internal error, so nothing was asked or changed. Try again in a minute.',
  network: () => 'Linkup could not be reached, so nothing was asked or changed. Try again in a minute.',
  bandwidth: () =>
    'Google limits this account’s internet traffic at the moment, so nothing was asked or changed. Try again in a few minutes.',
  'fetch-quota': () =>
    'Google’s daily number of web requests for your account is used up, so Linkup cannot be asked. It is renewed in at most 24 hours.',
  'bad-response': (s) =>
    `Linkup sent something that cannot be read${because(s)}. Nothing was changed; try again in a minute.`,
  malformed: (s) =>
    `This enrichment’s settings cannot be read${because(s)}. Set it up anew in the sidebar (menu “Set up…”), where this one can be deleted.`,
  'no-fields': () => 'No fields are named. Add at least one field to fill, or choose one answer instead.',
  'bad-field': (s) => `The field ${s}. Give every field a name of its own.`,
  'bad-schema': (s) =>
    `The schema cannot be used${because(s)}. It must be a JSON Schema whose root has "type": "object" and "properties".`,
  'bad-option': (s) => `${s}. Change it in the sidebar (menu “Set up…”).`,
  'no-headings': () =>
    'There are no column names. Put them into row 1, or into the last row that is frozen, so that a question can use them.',
  'changed-meanwhile': (s) =>
    `Somebody else saved or removed “${s}” while you were editing it, so nothing was saved. Read it again to see their version, or save yours over it.`,
  'draft-too-large': () =>
    'What you have written is too long to be kept unsaved. Save the enrichment, or your changes are gone when the sidebar closes.',
  'newer-version': () =>
    'This document was saved by a newer version of the add-on, so it can only be read here. Update the add-on, or ask whoever did; nothing was changed.',
  'not-saved': () =>
    'Google did not take the new columns, so nothing was saved and nothing is billed. Press Save again; should it go on, close other tabs of this document first.',
  'no-room': (s) =>
    `There is no room for more columns on “${s}”: Google allows 10 million cells in a spreadsheet. Delete empty rows or columns, or sheets that nobody needs; nothing was saved.`,
  'empty-table': () =>
    'There are no rows to ask about. Put one row below the column names for each thing to look up.',
  'no-enrichment': () => 'This sheet has no enrichment yet. Choose “Set up…” first.',
  'none-named': () =>
    'No enrichment was named. Nothing was asked. Choose again, and type its number or its name.',
  'unknown-enrichment': (s) =>
    s
      ? `There is no enrichment “${s}” on this sheet. Nothing was asked.`
      : 'This enrichment is gone: somebody has removed it, so nothing is asked or written for it any more.',
  'columns-missing': (s) =>
    `A column of this enrichment is gone (${s}), so nothing was asked or changed. Save it again in the sidebar (menu “Set up…”) to get it back.`,
  'outputs-gone': (s) =>
    `The columns for answers were deleted (${s}), so there is nowhere to write to. Nothing was asked; put them back in the sidebar (menu “Set up…”).`,
  'merged-outputs': (s) =>
    `Cells in ${s} are merged, so answers cannot be written there. Unmerge them and try again; nothing was asked or changed.`,
  protected: (s) =>
    `You may not edit ${s}: it is protected. Ask the owner to let you edit it; nothing was asked or changed.`,
  'wrong-sheet': (s) => `This enrichment belongs to the sheet “${s}”. Open that sheet and try again.`,
  'nothing-selected': () =>
    'No table rows are selected. Select one or more rows below the column names and try again.',
  'no-row-selected': () =>
    'The cell you are in belongs to no row of the table, so there is nothing to tell of it. Click a cell in a row below the column names that holds something, and look again; nothing was asked.',
  'filter-unclear': (s) =>
    `Which of the ${s} selected rows the filter hides cannot be told at once: it goes by colour, date or formula, or cells have changed since it was set. Nothing was asked and nothing is billed. Select at most five hundred rows at a time, or set the filter anew by values or by a condition on texts or numbers.`,
  'row-gone': () =>
    'That row is not in the table any more, or asks something else by now. Nothing was changed.',
  'copy-gone': () =>
    'These columns are not on the sheet any more as they were found, or somebody has gone on with them already. Nothing was changed; read the sheet again.',
  'filter-not-kept': (s) =>
    `An add-on cannot set again what the filter wants${s ? ` of “${s}”` : ''}, so it was left as it is. To widen it by hand, remove it in the menu Data, select the table with its answers, and create it again.`,
  'filter-changed': () =>
    'The filter is another one by now, or covers the answers already. Nothing was changed; read the sheet again.',
  'sheet-gone': (s) =>
    `The sheet${s ? ` of “${s}”` : ''} was deleted, so nothing can be asked or written there any more.`,
  'cannot-read': () =>
    'Google does not let the sheet be read at the moment. Nothing is lost; try again in a minute.',
  'cannot-store': () =>
    'Google does not take notes at the moment, so nothing was asked or kept. Try again in a minute.',
  'out-of-time': () => 'There was no time left to do it all. Nothing is lost; try again.',
  'kept-moving': () =>
    'The table kept changing while it was being written. Nothing is lost; try again in a minute.',
  'cannot-write': () =>
    'Google does not let the sheet be written at the moment. Nothing is lost; try again in a minute.',
  'not-reserved': () =>
    'Google did not let the rows be marked, so nothing was asked and nothing is billed. Try again in a minute.',
  busy: () =>
    'Another run, or another person’s change, is being written at this moment. Nothing was started or changed; try again in a minute.',
  'already-running': (s) => `“${s}” is running already. Stop it first, or wait for its receipt.`,
  'asked-with': (s) =>
    `“${s}” is running, and asks with what this enrichment fills: its answers would find their rows no more. Nothing was removed. Stop “${s}” first, or wait for its receipt.`,
  'nothing-to-ask': () =>
    'There is nothing to ask: every row you chose is answered already or left out. Nothing was spent.',
  'offer-changed': (s) =>
    `The table has changed since the price was worked out: it would now cost up to ${s}. Nothing was asked; look at the new price and press again.`,
  'offer-outdated': (s) =>
    `Somebody saved “${s}” anew since its price was worked out. Nothing was asked; read the sheet again, look at the question and its price, and press again.`,
  'chain-outdated': () =>
    'The enrichments of this sheet, or the columns that they use, have changed since the price was worked out. Nothing was asked; read the sheet again, look at the new price and press again.',
  circular: (s) =>
    `These would wait for each other, and none could be asked first${because(s)}. Nothing was saved; take one of these columns out of its question or its “Only if”.`,
  'in-a-circle': (s) =>
    `These wait for each other, and none can be asked first${because(s)}. Take one of these columns out of its question or its “Only if”, or call it otherwise.`,
  'not-yours': (s) =>
    `This run was started by ${s}, whose Linkup key pays for it. You can go on with a key of your own in the sidebar (menu “Set up…”), or stop it: answers under way still arrive.`,
  'receipts-sheet': (s) =>
    `The sheet “${s}” holds the receipts of your runs, so no enrichment was set up there. Open the sheet with your table first.`,
  'name-taken': (s) =>
    `Another enrichment on this sheet is called “${s}”. Nothing was saved; give this one another name.`,
  'heading-taken': (s) =>
    `The table has a column “${s}” already, and {{${s}}} would mean either of the two. Nothing was saved; give the new column another name.`,
  'nothing-to-carry-on': (s) =>
    `“${s}” has no run of a colleague's that you could go on with: it has ended, is being started or stopped, or is yours by now. Nothing was asked, and nothing is billed to you.`,
  'cap-too-small': (s) =>
    `The spending cap is below the price of one question, which is ${s}. Nothing was asked; raise the cap and press again.`,
  'own-limit': (s) =>
    `This may cost ${s} of your own limit for this month are spent or promised already, so nothing was asked. Ask fewer rows, or change the limit in the sidebar (menu “Set up…”), under “Manage”, beside your Linkup account.`,
  'nothing-to-undo': () =>
    'There is nothing to undo: what that run wrote is gone already, or a later one has written over it. Nothing was changed.',
  'nothing-to-try': () =>
    'No row can be asked yet: what the question needs is missing in all of them. Nothing was asked.',
  'row-not-asked': (s) =>
    `The selected row cannot be asked: ${s}. Fill it in or select another row; nothing was asked.`,
  'not-tried': () =>
    'Linkup did not answer this try, so there is nothing to show. It may have been billed once if it was only the answer that got lost. Try again.',
  'try-too-fast': () =>
    'Linkup asks us to slow down. Nothing was asked and nothing was billed; try again in a few seconds.',
  'try-gone': () => 'Linkup no longer keeps the answer of this try. Try again; that is billed again.',
  'try-unseen': () =>
    'Linkup did not tell how far this try is. Nothing is asked twice, and if it has arrived it goes on all the same; look again in a minute.',
  'try-lost': () =>
    'Linkup’s reply to this try got lost, and the try is not in Linkup’s list: most likely it never arrived, and is not billed. Try again.',
  'not-noted': () =>
    'Google does not take notes for you at the moment, and a try that is not written down could get lost. Nothing was asked and nothing was billed; try again in a minute.',
  'try-not-kept': () =>
    'This try is not kept any more: it was closed, replaced by another one, or is older than two weeks. Nothing was written; try the row again, or press Enrich.',
  'try-unanswered': () =>
    'This try has no answer that could be written: it is still under way, or ended without one. Nothing was written; look again later, or try another row.',
  'try-row-gone': (s) =>
    `No row of “${s}” asks any more what was tried: the row was edited or deleted, or the question is another by now. Nothing was written; put it back as it was and press again, or try the row as it is.`,
  'try-typed': (s) =>
    `What stands in ${s} was typed by hand, so nothing was written over it. Empty the cells of its answer and press again: writing costs nothing.`,
  'trigger-time': () =>
    'Google’s daily background time for your account is nearly used up. The run goes on by itself when it is renewed, or at once while you choose “Check for results now”.',
  'too-many-triggers': () =>
    'Google allows 20 triggers per account and all are taken, so results cannot arrive by themselves. Choose “Check for results now” to fetch them, or delete a trigger.',
  'no-trigger': () =>
    'Google did not let a trigger be made, so results cannot arrive by themselves. Choose “Check for results now” to fetch them.',
  'storage-full': () =>
    'This document’s storage for add-ons is full, so nothing was asked or kept. Delete enrichments that are no longer used, then try again.',
  'outdated-page': () =>
    'The add-on has been updated since this sidebar was opened. Close it and open it again from the menu; nothing was changed.',
  unexpected: () =>
    'Something unforeseen went wrong. No question of a run is asked twice because of it. Try again; if it comes back, please report it.',
};

/** What a Problem is about, also as it is stored. */
type About = Pick<Problem, 'code' | 'subject'>;

/** The sentence for a problem, to be shown as it is to whoever has just pressed something. */
export function sentence(problem: Problem): string {
  return sentenceFor(problem.code, problem.subject);
}

/** The same for a code. */
export function sentenceFor(code: ProblemCode, subject = ''): string {
  const said: { readonly [code in ProblemCode]?: (subject: string) => string } = SENTENCES;
  return said[code]?.(subject) ?? waits({ code, subject }) ?? SENTENCES.unexpected('');
}

/** Why a run waits for a person: in a Status cell, and for whoever started it. */
export function pausedSentence(about: About): string {
  return waits(about) ?? sentenceFor(about.code, about.subject);
}

/** Why a run of `by` waits, for a colleague who looks at it in the sidebar. */
export function pausedFor(about: About, by: string): string {
  return waitsFor(about, by) ?? sentenceFor(about.code, about.subject);
}

/** What holds up a run that goes on by itself. */
export function heldUpSentence(about: About): string {
  return heldUp(about) ?? sentenceFor(about.code, about.subject);
}

/** Why a schedule starts nothing any more. */
export function stoppedSentence({ code, subject }: About): string {
  return stopped(code) ?? sentenceFor(code, subject);
}

/** The sheet of a run was deleted under it. */
export function endedUnder(name: string): string {
  return `The sheet of “${name}” was deleted, so its run has ended. What was in flight may still be billed.`;
}

/** What is found elsewhere by whoever is not in the sidebar, and what it is called there. */
const THERE = [
  ['in the sidebar (menu “Set up…”)', 'here'],
  ['“Check for results now”', '“Go on”'],
] as const;

/** A sentence as the sidebar itself says it: whoever reads it there is there. */
export function saidThere(said: string): string {
  return THERE.reduce((text, [elsewhere, here]) => text.split(elsewhere).join(here), said);
}

const PAUSED = 'Paused: ';

/** The Status of rows that wait while their run is paused. */
export function pausedStatus(problem: Problem): string {
  return `${PAUSED}${pausedSentence(problem)}`;
}

/** Whether a Status is that of a row whose run is paused. */
export function isPaused(status: string): boolean {
  return status.startsWith(PAUSED);
}

/** Whether a text read from storage is a problem code. */
export function isProblemCode(text: string): text is ProblemCode {
  return [...Object.keys(SENTENCES), ...ONLY_OF_RUNS].includes(text);
}
