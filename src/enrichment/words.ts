/** The one place where problem codes become sentences: what happened, what it means for rows and money, what to do. */
import type { Problem, ProblemCode } from './problem';
import { QUESTION_SENTENCES } from './question-words';

const SENTENCES: Record<ProblemCode, (subject: string) => string> = {
  ...QUESTION_SENTENCES,
  'no-key': () =>
    'There is no Linkup key yet, so nothing was asked. Paste your key from app.linkup.so in the sidebar (menu “Set up enrichment…”).',
  'bad-key': () =>
    'Linkup does not accept the key, so nothing more is asked. Replace it in the sidebar (menu “Set up enrichment…”); waiting rows go on afterwards with “Check for results now”.',
  'key-refused': () =>
    'Linkup does not accept the key, so it was not kept. Copy it once more at app.linkup.so, from the first character to the last.',
  'no-credits': () =>
    'Your Linkup credits are used up. Answered rows are kept, waiting rows are not billed. Top up at app.linkup.so, then choose “Check for results now”.',
  'budget-reached': () =>
    'This Linkup key has reached its own budget limit. Waiting rows are not billed. Raise the limit at app.linkup.so, then choose “Check for results now”.',
  forbidden: () =>
    'Linkup refuses this request for your key, so nothing more is asked. Check the rights of the key at app.linkup.so, then choose “Check for results now”.',
  'address-blocked': () =>
    'Your Linkup key only works from certain IP addresses, and Google’s change all the time. Use a key without an IP list, then choose “Check for results now”.',
  'type-not-enabled': () =>
    'This kind of task is not enabled for your Linkup account, so nothing was asked. Choose another kind, or ask Linkup to enable it.',
  'not-connected': () =>
    'Linkup could not be reached, so the key was not saved. Check your connection and try again.',
  'not-started': () => 'Linkup could not be reached, so nothing was asked. Try again in a minute.',
  'no-balance': () =>
    'Linkup could not be reached, so your balance is not known. Your key is kept. Check your connection and try again.',
  'queue-full': () =>
    'Linkup’s queue is full. Waiting rows are asked as soon as places get free; nothing needs to be done.',
  'rate-limited': () => 'Linkup asks us to slow down. The run goes on by itself a little later.',
  'invalid-question': (s) =>
    `Linkup cannot take this question${because(s)} Change the row or the enrichment and ask again; it was not billed.`,
  'task-not-found': () =>
    'Linkup no longer keeps this answer. Choose “Retry failed rows” to ask again; that is billed again.',
  'server-error': () => 'Linkup had an internal error. The run goes on by itself a little later.',
  network: () =>
    'Linkup could not be reached. The run goes on by itself a little later; nothing is asked twice.',
  bandwidth: () =>
    'Google limits this account’s internet traffic at the moment. The run goes on by itself at the next check.',
  'fetch-quota': () =>
    'Google’s daily number of web requests for your account is used up. The run goes on by itself when it is renewed, at most 24 hours from now.',
  'bad-response': (s) =>
    `Linkup sent something that cannot be read${because(s)} The run goes on by itself a little later.`,
  unrecognised: (s) =>
    `Linkup took the last questions of “${s}” but answered in a form that this add-on does not recognise, so nothing more is asked. Their rows say “Perhaps asked”: they may be billed, and will not be asked again by themselves. Look for an update of the add-on; “Check for results now” asks the next batch.`,
  'refused-alike': (s) =>
    `Linkup refuses one question after the other for the same reason${because(s)} Nothing of that was billed, and nothing more is asked. Change the enrichment, or the rows, then choose “Check for results now”.`,
  malformed: (s) =>
    `This enrichment’s settings cannot be read${because(s)} Set it up anew in the sidebar (menu “Set up enrichment…”), where this one can be deleted.`,
  'no-fields': () => 'No fields are named. Add at least one field to fill, or choose one answer instead.',
  'bad-field': (s) => `The field ${s}. Give every field a name of its own.`,
  'bad-schema': (s) =>
    `The schema cannot be used${because(s)} It must be a JSON Schema whose root has "type": "object" and "properties".`,
  'bad-option': (s) => `${s}. Change it in the sidebar (menu “Set up enrichment…”).`,
  'no-headings': () => 'Row 1 is empty. Put the column names there, so that a question can use them.',
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
    'There are no rows to ask about. Row 1 holds the column names; put one row below for each thing to look up.',
  'no-enrichment': () => 'This sheet has no enrichment yet. Choose “Set up enrichment…” first.',
  'unknown-enrichment': (s) =>
    s
      ? `There is no enrichment “${s}” on this sheet. Nothing was asked.`
      : 'This enrichment is gone: somebody has removed it. Nothing was asked.',
  'columns-missing': (s) =>
    `A column of this enrichment is gone (${s}). Save it again in the sidebar (menu “Set up enrichment…”) to get it back; nothing was asked.`,
  'merged-outputs': (s) =>
    `Cells in ${s} are merged, so answers cannot be written there. Unmerge them and try again; nothing was asked.`,
  protected: (s) =>
    `You may not edit ${s}: it is protected. Ask the owner to let you edit it; nothing was asked.`,
  'wrong-sheet': (s) => `This enrichment belongs to the sheet “${s}”. Open that sheet and try again.`,
  'nothing-selected': () => 'No table rows are selected. Select one or more rows below row 1 and try again.',
  'no-row-selected': () =>
    'The cell you are in belongs to no row of the table, so there is nothing to tell of it. Click a cell in a row below row 1 that holds something, and look again; nothing was asked.',
  'filter-unclear': (s) =>
    `Which of the ${s} selected rows the filter hides cannot be told at once: it goes by colour, date or formula, or cells have changed since it was set. Nothing was asked and nothing is billed. Select at most five hundred rows at a time, or set the filter anew by values or by a condition on texts or numbers.`,
  'row-gone': () =>
    'That row is not in the table any more, or asks something else by now. Nothing was changed.',
  'sheet-gone': (s) =>
    `The sheet of “${s}” was deleted, so its run has ended. What was in flight may still be billed.`,
  'cannot-read': () =>
    'Google does not let the sheet be read at the moment. Nothing is lost; the run goes on by itself, or at once with “Check for results now”.',
  'cannot-store': () =>
    'Google does not take notes for this document at the moment, so nothing more is asked. The run goes on by itself a little later.',
  'out-of-time': () => 'There was no time left to do it all. The run goes on by itself a little later.',
  'kept-moving': () =>
    'The table kept changing while it was being written. The run goes on by itself a little later.',
  'now-protected': (s) =>
    `“${s}” has been protected meanwhile, so answers cannot be written. They are kept at Linkup for a while; have the protection lifted soon, then choose “Check for results now”.`,
  'cannot-write': () =>
    'Google does not let the sheet be written at the moment. Answers are kept at Linkup; try again, or choose “Check for results now”.',
  'not-reserved': () =>
    'Google did not let the rows be marked, so nothing was asked and nothing is billed. Try again in a minute.',
  busy: () =>
    'Another run, or another person’s change, is being written at this moment. Nothing was started or changed; try again in a minute.',
  'already-running': (s) => `“${s}” is running already. Stop it first, or wait for its receipt.`,
  'nothing-to-ask': () =>
    'There is nothing to ask: every row you chose is answered already or left out. Nothing was spent.',
  'offer-changed': (s) =>
    `The table has changed since the price was worked out: it would now cost up to ${s}. Nothing was asked; look at the new price and press again.`,
  'offer-outdated': (s) =>
    `Somebody saved “${s}” anew since its price was worked out. Nothing was asked; read the sheet again, look at the question and its price, and press again.`,
  'agreement-void': (s) =>
    `“${s}” is not what it was when you agreed to its price, so nothing more is asked and nothing more is billed. Stop this run, look at the question, and press Enrich for the rows that are left.`,
  'key-changed': (s) =>
    `“${s}” was started with another Linkup key, so nothing more is asked with yours. Choose “Check for results now” to go on with the present key: answers under way arrive if both keys are of one organisation at Linkup. Or stop the run.`,
  'not-yours': (s) =>
    `This run was started by ${s}, whose Linkup key pays for it. In the sidebar you can go on with a key of your own, or stop it: answers under way still arrive.`,
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
  'cap-reached': () =>
    'The spending cap of this run is reached. Rows that are still waiting were not asked and not billed; start another run for them.',
  'nothing-to-undo': () =>
    'There is nothing to undo: another run has been made since, or what this one wrote is gone already.',
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
    'This document’s storage for add-ons is full, so nothing more is asked. Delete enrichments that are no longer used, then choose “Check for results now”.',
  'outdated-page': () =>
    'The add-on has been updated since this sidebar was opened. Close it and open it again from the menu; nothing was changed.',
  unexpected: () =>
    'Something unforeseen went wrong. No question is asked twice because of it; choose “Check for results now” to go on. If it comes back, please report it.',
};

function because(subject: string): string {
  if (!subject) return '.';
  return `: ${withoutEnd(subject)}.`;
}

/** A text without the full stops and blanks at its end. Counted back, for a pattern would try every blank of a long text anew. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The sentence for a problem, to be shown as it is. */
export function sentence(problem: Problem): string {
  return sentenceFor(problem.code, problem.subject);
}

/** Where settings are, as everybody finds it who is elsewhere. */
const IN_THE_SIDEBAR = 'in the sidebar (menu “Set up enrichment…”)';

/** A sentence as the sidebar itself says it: whoever reads it there is there. */
export function saidThere(said: string): string {
  return said.split(IN_THE_SIDEBAR).join('here');
}

const PAUSED = 'Paused: ';

/** The Status of rows that wait while their run is paused. */
export function pausedStatus(problem: Problem): string {
  return `${PAUSED}${sentence(problem)}`;
}

/** Whether a Status is that of a row whose run is paused. */
export function isPaused(status: string): boolean {
  return status.startsWith(PAUSED);
}

/** The sentence for a stored code, as a paused run keeps it. */
export function sentenceFor(code: ProblemCode, subject = ''): string {
  return SENTENCES[code](subject);
}

/** Whether a text read from storage is a problem code. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.keys(SENTENCES).includes(text);
}
