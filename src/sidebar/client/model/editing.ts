/** What becomes of edits: made, discarded and taken back, saved, and gone with what they were edits of. Pure. */
import { without } from './edits';
import type { Form } from './form';
import { read } from './reading';
import { type Done, type Left, revisionOf, type State } from './state';
import { withSaved } from './with-saved';

/** The form of an enrichment is another one now; its edits go on from the revision they were begun from. */
export function edited(state: State, id: string, form: Form): State {
  const revision = state.edited[id]?.revision ?? revisionOf(state, id);
  return { ...state, edited: { ...state.edited, [id]: { form, revision } } };
}

/** The edits on view go, and can be taken back. */
export function discarded(state: State): State {
  const { current: id, edited } = state;
  const edit = edited[id];
  return { ...state, opened: false, edited: without(edited, id), dropped: edit && { id, edit } };
}

/** What was discarded last is there again, unless something else is written there by now. */
export function takenBack(state: State): State {
  const { dropped, edited } = state;
  if (!dropped || edited[dropped.id]) return state;
  const { id, edit } = dropped;
  return { ...state, current: id, edited: { ...edited, [id]: edit }, dropped: undefined };
}

/** A Save is done: of the sheet on view, or of one that the person has left meanwhile. */
export function saved(state: State, done: Done): State {
  const { start, left } = state;
  const elsewhere = start && start.sheetId !== done.sheetId ? left[done.sheetId] : undefined;
  if (elsewhere) return { ...state, left: { ...left, [done.sheetId]: withoutSaved(elsewhere, done) } };
  if (start && start.sheetId !== done.sheetId) return state;
  const { form, id, revision } = done;
  const listed = start && withSaved(start, form, id, revision);
  return { ...state, ...withoutSaved(state, done), start: listed, opened: false };
}

/** The edits of a sheet without what is saved. What was edited while the server was saving stays edited, from the new revision on. */
function withoutSaved({ edited, current }: Left, { form, id, revision }: Done): Left {
  const edit = edited[form.id];
  const others = without(edited, form.id);
  const later = edit && edit.form !== form ? { [id]: { form: { ...edit.form, id }, revision } } : {};
  return { edited: { ...others, ...later }, current: current === form.id ? id : current };
}

/** An enrichment is gone, with its edits and its run. */
export function removed(state: State, id: string): State {
  const left = { ...state, runs: without(state.runs, id), opened: false };
  if (!state.start) return left;
  const enrichments = state.start.enrichments.filter((each) => each.id !== id);
  const progress = state.start.progress.filter((each) => each.id !== id);
  return read(left, { ...state.start, enrichments, progress });
}
