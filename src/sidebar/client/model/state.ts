/** What the sidebar knows: the sheet, its enrichments and their runs, which one is on view, and edits not saved yet. Pure. */
import type { Progress, Saved, Start } from '../../protocol';
import {
  type Edit,
  type Edits,
  firstToShow,
  isKnown,
  keptEdits,
  onlyKnown,
  readable,
  without,
} from './edits';
import { BLANK, type Form, fillingNothing } from './form';
import { following, isLive, progressById } from './runs';
import { withSaved } from './with-saved';

/** The state of the sidebar. */
export interface State {
  /** Undefined until the first answer of the server. */
  readonly start: Start | undefined;
  /** Id of the enrichment on view; '' for a new one. */
  readonly current: string;
  /** Edits by enrichment id: choosing another enrichment loses none. */
  readonly edited: Edits;
  /** Edits on the other sheets that were on view here, and which enrichment was: going to another sheet loses none. */
  readonly left: { readonly [sheetId: number]: Pick<State, 'edited' | 'current'> };
  /** The edits that the server had when this sheet was first read here; what happened to them since is known here alone. */
  readonly kept: Edits;
  /** Edits that were discarded last, to be taken back. */
  readonly dropped: { readonly id: string; readonly edit: Edit } | undefined;
  /** Whether the form is open although nothing in it is changed yet. */
  readonly opened: boolean;
  /** Whether a Save is the last thing that happened. */
  readonly justSaved: boolean;
  /** The run of each enrichment: the live one, or the last one. */
  readonly runs: { readonly [id: string]: Progress };
  /** Runs that were seen alive on this page, by run id: their receipts are news. */
  readonly watched: readonly string[];
}

/** What can happen. */
export type Happening =
  | { readonly type: 'read' | 'gone to'; readonly start: Start }
  | { readonly type: 'read behind'; readonly was: Start; readonly start: Start }
  | { readonly type: 'chosen'; readonly id: string }
  | { readonly type: 'edited'; readonly form: Form }
  | { readonly type: 'opened' | 'closed' | 'discarded' | 'taken back' }
  | { readonly type: 'copied'; readonly form: Form }
  | { readonly type: 'saved'; readonly form: Form; readonly id: string; readonly revision: string }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'key-changed'; readonly key: string }
  | { readonly type: 'progressed'; readonly id: string; readonly progress: Progress | null };

/** Before anything happened. The form can be used at once. */
export const INITIAL: State = {
  start: undefined,
  current: '',
  edited: {},
  left: {},
  kept: {},
  dropped: undefined,
  opened: false,
  justSaved: false,
  runs: {},
  watched: [],
};

/** What the person has not done: it follows from what they did, or from others. */
const UNASKED: readonly Happening['type'][] = ['read', 'read behind', 'progressed', 'key-changed'];

/** The state after something happened. */
export function next(state: State, happening: Happening): State {
  const after = nextAfter(state, happening);
  const { type } = happening;
  const justSaved = type === 'saved' || (UNASKED.includes(type) && after.justSaved);
  return after.justSaved === justSaved ? after : { ...after, justSaved };
}

function nextAfter(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'read':
      return read(state, happening.start);
    case 'gone to':
      return goneTo(state, happening.start);
    case 'read behind':
      return readBehind(state, happening);
    case 'chosen':
      return { ...state, current: happening.id, opened: false };
    case 'edited':
      return edited(state, state.current, happening.form);
    case 'opened':
      return { ...state, opened: true };
    case 'closed':
      return { ...state, opened: false };
    case 'discarded':
      return discarded(state);
    case 'taken back':
      return takenBack(state);
    case 'copied':
      return { ...edited(state, '', happening.form), current: '' };
    case 'saved':
      return saved(state, happening);
    case 'removed':
      return removed(state, happening.id);
    case 'key-changed':
      return keyChanged(state, happening.key);
    case 'progressed':
      return progressed(state, happening.id, happening.progress);
  }
}

function discarded(state: State): State {
  const { current: id, edited } = state;
  const edit = edited[id];
  return { ...state, opened: false, edited: without(edited, id), dropped: edit && { id, edit } };
}

/** Unless something else is written there by now. */
function takenBack(state: State): State {
  const { dropped, edited } = state;
  if (!dropped || edited[dropped.id]) return state;
  const { id, edit } = dropped;
  return { ...state, current: id, edited: { ...edited, [id]: edit }, dropped: undefined };
}

/** Whoever has just come goes on with the question. */
function keyChanged(state: State, key: string): State {
  if (!state.start) return state;
  return { ...state, opened: state.opened || isFirstOpen(state), start: { ...state.start, key } };
}

function edited(state: State, id: string, form: Form): State {
  const revision = state.edited[id]?.revision ?? revisionOf(state, id);
  return { ...state, edited: { ...state.edited, [id]: { form, revision } } };
}

function revisionOf({ start }: State, id: string): string {
  return start?.enrichments.find((saved) => saved.id === id)?.revision ?? '';
}

/** Another sheet is to be on view, or the same as before. What is edited stays with its sheet, and is there again on the way back. */
function goneTo(state: State, start: Start): State {
  const { start: was, edited, current } = state;
  if (!was || was.sheetId === start.sheetId) return read(state, start);
  const { [start.sheetId]: there, ...others } = state.left;
  const left = { ...others, [was.sheetId]: { edited, current } };
  const known = there && isKnown(start, there.current) ? there.current : firstToShow(start);
  return onAnother({ ...state, left }, start, onlyKnown(there?.edited ?? {}, start), known);
}

/** Whatever is known here is newer than an answer of the server: kept edits count once a sheet, and live runs stay. */
function read(state: State, start: Start): State {
  if (state.start?.sheetId !== start.sheetId) return firstRead(state, start);
  const current = isKnown(start, state.current) ? state.current : firstToShow(start);
  const live = Object.values(state.runs).filter((run) => isLive(run) && isKnown(start, run.id));
  const runs = progressById([...start.progress, ...live]);
  return { ...seen(state, start), runs, edited: onlyKnown(state.edited, start), current };
}

/**
 * What nobody asked for takes nothing away: an answer that was overtaken by a Save or another reading is let go, an enrichment with
 * edits stays though somebody removed it (its Save will say so), and what ended here has ended. To another sheet the page goes along
 * only where nothing is being done on this one.
 */
function readBehind(state: State, { was, start }: Happening & { type: 'read behind' }): State {
  if (state.start !== was) return state;
  if (start.sheetId !== was.sheetId && canFollow(state)) return goneTo(state, start);
  if (start.sheetId !== was.sheetId) {
    const { sheetId, sheet: name } = start;
    return { ...state, start: { ...was, active: { sheetId, name } } };
  }
  const left = was.enrichments.filter(({ id }) => state.edited[id] && !isKnown(start, id));
  const enrichments = left.length > 0 ? [...start.enrichments, ...left] : start.enrichments;
  const progress = start.progress.map((each) => {
    const known = state.runs[each.id];
    return known?.run === each.run && !isLive(known) && isLive(each) ? known : each;
  });
  return read(state, { ...start, enrichments, progress });
}

/** What was written before the first answer is a new enrichment; so is what was edited on a sheet that is gone. */
function firstRead(state: State, start: Start): State {
  const open = state.edited[state.current]?.form;
  const moved = open ? { '': { form: { ...fillingNothing(open), id: '' }, revision: '' } } : {};
  return onAnother(state, start, moved, open ? '' : firstToShow(start));
}

/** A sheet that comes on view, with these edits before those that the server kept. */
function onAnother(state: State, start: Start, edits: Edits, current: string): State {
  const { watched } = seen(state, start);
  const kept = keptEdits(start);
  const runs = progressById(start.progress);
  return { ...INITIAL, start, runs, watched, kept, edited: { ...kept, ...edits }, left: state.left, current };
}

function seen(state: State, start: Start): State {
  return { ...state, start, watched: watching(state.watched, start.progress) };
}

/** What was edited while the server was saving stays edited, from the new revision on. */
function saved(state: State, { form, id, revision }: Happening & { type: 'saved' }): State {
  const edit = state.edited[form.id];
  const others = without(state.edited, form.id);
  const later = edit && edit.form !== form ? { [id]: { form: { ...edit.form, id }, revision } } : {};
  return {
    ...state,
    start: state.start && withSaved(state.start, form, id, revision),
    current: state.current === form.id ? id : state.current,
    edited: { ...others, ...later },
    opened: false,
  };
}

function removed(state: State, id: string): State {
  const left = { ...state, runs: without(state.runs, id), opened: false };
  if (!state.start) return left;
  const enrichments = state.start.enrichments.filter((each) => each.id !== id);
  const progress = state.start.progress.filter((each) => each.id !== id);
  return read(left, { ...state.start, enrichments, progress });
}

function progressed(state: State, id: string, progress: Progress | null): State {
  if (!progress) return { ...state, runs: without(state.runs, id) };
  const watched = watching(state.watched, [progress]);
  return { ...state, watched, runs: { ...state.runs, [id]: following(state.runs[id], progress) } };
}

function watching(watched: readonly string[], seen: readonly Progress[]): string[] {
  return [...new Set([...watched, ...seen.filter(isLive).map(({ run }) => run)])];
}

/** The enrichment on view as it is saved; undefined for a new one, and before the sheet was read. */
export function savedIn({ start, current }: State): Saved | undefined {
  return start?.enrichments.find(({ id }) => id === current);
}

/** Whether the edits of what is on view were discarded, and nothing was written there since. */
export function canTakeBack({ dropped, current, edited }: State): boolean {
  return dropped?.id === current && edited[current] === undefined;
}

/** The other enrichments of the sheet. */
export function othersIn({ start, current }: State): readonly Saved[] {
  return start?.enrichments.filter(({ id }) => id !== current) ?? [];
}

/** The run of the enrichment on view, live or ended; undefined where it never ran. */
export function runIn({ runs, current }: State): Progress | undefined {
  return runs[current];
}

/** Whether the run of the enrichment on view goes on. */
export function isRunning(state: State): boolean {
  const run = runIn(state);
  return run !== undefined && isLive(run);
}

/** Whether its run stands on top of the page: while it is live, and as news once its end was awaited on this page. */
export function isOnTop(state: State): boolean {
  const run = runIn(state);
  return run !== undefined && (isLive(run) || state.watched.includes(run.run));
}

/** The run of the enrichment on view whose end is news; '' where there is none. */
export function newlyEnded(state: State): string {
  return isOnTop(state) && !isRunning(state) ? (runIn(state)?.run ?? '') : '';
}

/** Whether another sheet may be shown instead unasked: nothing is being edited, and no run is on view. */
export function canFollow(state: State): boolean {
  return !state.opened && !isChanged(state) && !isOnTop(state);
}

/** The form on view. */
export function formIn(state: State): Form {
  const edit = state.edited[state.current];
  if (edit) return edit.form;
  const saved = savedIn(state);
  return saved ? readable(saved) : BLANK;
}

/** Whether somebody has just come: no key yet, and nothing on the sheet that could be looked at without one. */
export function isFirstOpen({ start, edited }: State): boolean {
  return start?.key === '' && start.enrichments.length === 0 && Object.keys(edited).length === 0;
}

/** Whether the form on view has edits that are not saved. */
export function isChanged({ current, edited }: State): boolean {
  return edited[current] !== undefined;
}

/** Whether the form is to be shown, and not only what it says: for a new enrichment, one with edits, or on request. */
export function isEditing(state: State): boolean {
  return state.current === '' || state.opened || isChanged(state);
}

/** The revision that the edits on view were begun from; '' for a new enrichment. */
export function baseRevision(state: State): string {
  return state.edited[state.current]?.revision ?? revisionOf(state, state.current);
}
