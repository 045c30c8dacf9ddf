/** What comes after a Save: the sheet is read with its columns, and where a template takes several enrichments, the next of them is saved. */
import { nextAfter } from '../model/chain-starters';
import { draftOf, type Form } from '../model/form';
import type { Done } from '../model/state';
import type { Page } from './use-page';

/** Goes on from a Save that the server has done. */
export function afterSave(page: Page, done: Done): void {
  const { state, happened, trial, focusOn, read, isOnView } = page;
  happened({ type: 'saved', ...done });
  const isHere = isOnView(done.sheetId);
  if (isHere && done.form.id === '') trial.savedAs(done.id);
  const next = nextAfter(done.form, state.start?.headings ?? []);
  if (isHere && next) happened({ type: 'copied', form: next });
  if (isHere && !next) focusOn('ready');
  if (next) saveNext(page, done.sheetId, next);
  if (isHere) read(); // Saving made columns, and a question may name them.
}

/** Refused, it stays on view with what is wrong with it. */
function saveNext(page: Page, sheetId: number, form: Form): void {
  const argument = { sheetId, draft: draftOf(form), revision: '', force: false };
  void page.saving.ask('save', argument, (result) => afterSave(page, { sheetId, form, ...result }));
}
