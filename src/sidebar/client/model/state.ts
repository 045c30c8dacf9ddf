/** What the sidebar knows: the sheet, its enrichments and their runs, which one is on view, and edits not saved yet. Pure. */
import type { Progress, Refreshing, Saved, Start } from '../../protocol';
import type { Deleted, Fate } from './delete-words';
import { type Edit, type Edits, readable } from './edits';
import { BLANK, type Form } from './form';
import { isLive } from './runs';

/** The state of the sidebar. */
export interface State {
  /** Undefined until the first answer of the server. */
  readonly start: Start | undefined;
  /** Id of the enrichment on view; '' for a new one. */
  readonly current: string;
  /** Edits by enrichment id: choosing another enrichment loses none. */
  readonly edited: Edits;
  /** Edits on the other sheets that were on view here, and which enrichment was: going to another sheet loses none. */
  readonly left: { readonly [sheetId: number]: Left };
  /** The edits that the server had when this sheet was first read here; what happened to them since is known here alone. */
  readonly kept: Edits;
  /** Edits that were discarded last, to be taken back. */
  readonly dropped: { readonly id: string; readonly edit: Edit } | undefined;
  /** Whether the form is open although nothing in it is changed yet. */
  readonly opened: boolean;
  /** Whether a Save is the last thing that happened. */
  readonly justSaved: boolean;
  /** The enrichment whose deletion is the last thing that happened. */
  readonly justDeleted: Deleted | undefined;
  /** The run of each enrichment: the live one, or the last one. */
  readonly runs: { readonly [id: string]: Progress };
  /** Runs that were seen alive on this page, by run id: their receipts are news. */
  readonly watched: readonly string[];
}

/** What stays of a sheet while another one is on view. */
export type Left = Pick<State, 'edited' | 'current'>;

/** A Save that the server has done: of which sheet and form, and how they are called there from now on. */
export interface Done {
  readonly sheetId: number;
  readonly form: Form;
  readonly id: string;
  readonly revision: string;
}

/** What can happen. */
export type Happening =
  | { readonly type: 'read' | 'gone to'; readonly start: Start }
  | { readonly type: 'read behind'; readonly was: Start; readonly start: Start }
  | { readonly type: 'looked at'; readonly sheetId: number; readonly name: string }
  | { readonly type: 'chosen'; readonly id: string }
  | { readonly type: 'edited'; readonly form: Form }
  | { readonly type: 'opened' | 'closed' | 'discarded' | 'taken back' }
  | { readonly type: 'copied'; readonly form: Form }
  | ({ readonly type: 'saved' } & Done)
  | { readonly type: 'removed'; readonly id: string; readonly columns: Fate }
  | { readonly type: 'scheduled'; readonly id: string; readonly refreshing: Refreshing | null }
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
  justDeleted: undefined,
  runs: {},
  watched: [],
};

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
  const isOpened = state.opened && state.current !== '';
  return !isOpened && !isChanged(state) && !isOnTop(state);
}

/** Whether there is nothing on view but what the sheet's columns offer: no enrichment, and nothing written yet. */
export function isFresh(state: State): boolean {
  const { start, edited } = state;
  return start?.enrichments.length === 0 && edited[''] === undefined && !isFirstOpen(state);
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

/** The revision of an enrichment as it is saved; '' for a new one. */
export function revisionOf({ start }: State, id: string): string {
  return start?.enrichments.find((saved) => saved.id === id)?.revision ?? '';
}
