/** What the sidebar knows: the sheet, its enrichments, which one is on view, and edits that are not saved yet. Pure. */
import type { Saved, Start } from '../protocol';
import { BLANK, draftOf, type Form, formOf } from './form';

/** The state of the sidebar. */
export interface State {
  /** Undefined until the first answer of the server. */
  readonly start: Start | undefined;
  /** Id of the enrichment on view; '' for a new one. */
  readonly current: string;
  /** Forms with edits, by id: choosing another enrichment loses none. */
  readonly edited: { readonly [id: string]: Form };
}

/** What can happen. */
export type Happening =
  | { readonly type: 'read'; readonly start: Start }
  | { readonly type: 'chosen'; readonly id: string }
  | { readonly type: 'edited'; readonly form: Form }
  | { readonly type: 'saved'; readonly form: Form; readonly id: string }
  | { readonly type: 'key-changed'; readonly key: string };

/** Before anything happened. The form can be used at once. */
export const INITIAL: State = { start: undefined, current: '', edited: {} };

/** The form on view. */
export function formIn({ start, current, edited }: State): Form {
  const form = edited[current];
  if (form) return form;
  const draft = start?.enrichments.find(({ id }) => id === current);
  return draft ? formOf(draft) : BLANK;
}

/** Whether the form on view has edits that are not saved. */
export function isChanged({ current, edited }: State): boolean {
  return edited[current] !== undefined;
}

/** The state after something happened. */
export function next(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'read':
      return read(state, happening.start);
    case 'chosen':
      return { ...state, current: happening.id };
    case 'edited':
      return { ...state, edited: { ...state.edited, [state.current]: happening.form } };
    case 'saved':
      return saved(state, happening.form, happening.id);
    case 'key-changed':
      return state.start ? { ...state, start: { ...state.start, key: happening.key } } : state;
  }
}

/** Edits are kept on the sheet they were made for; on another one, the form on view becomes a new enrichment. */
function read(state: State, start: Start): State {
  const sameSheet = !state.start || state.start.sheetId === start.sheetId;
  const open = state.edited[state.current];
  const known = start.enrichments.some(({ id }) => id === state.current);
  const newOne = state.current === '' && (state.start || open);
  if (sameSheet && (known || newOne)) return { ...state, start };
  if (open) return { start, current: '', edited: { '': { ...open, id: '' } } };
  return { start, current: start.enrichments[0]?.id ?? '', edited: {} };
}

/** What was edited while the server was saving stays edited. */
function saved(state: State, form: Form, id: string): State {
  const { [form.id]: edits, ...others } = state.edited;
  const edited = edits && edits !== form ? { ...others, [id]: { ...edits, id } } : others;
  const current = state.current === form.id ? id : state.current;
  return {
    start: state.start && withDraft(state.start, { ...draftOf(form), id, revision: '', outputs: [] }),
    current,
    edited,
  };
}

function withDraft(start: Start, draft: Saved): Start {
  const others = start.enrichments.filter(({ id }) => id !== draft.id);
  return { ...start, enrichments: [...others, draft].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
