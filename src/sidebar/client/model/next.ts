/** The state of the sidebar after something happened: who does what is said here, how in a file for each subject. Pure. */
import type { Progress } from '../../protocol';
import { discarded, edited, removed, saved, takenBack } from './editing';
import { without } from './edits';
import { goneTo, lookedAt, read, readBehind, watching } from './reading';
import { following } from './runs';
import { type Happening, isFirstOpen, type State } from './state';
import { withSchedule } from './with-saved';

/** What the person has not done: it follows from what they did, or from others. */
const UNASKED: readonly Happening['type'][] = [
  'read',
  'read behind',
  'looked at',
  'progressed',
  'key-changed',
];

type News = Pick<State, 'justSaved' | 'justDeleted'>;

/** The state after something happened. */
export function next(state: State, happening: Happening): State {
  const after = nextAfter(state, happening);
  const news = newsIn(state, happening) ?? after;
  const { justSaved, justDeleted } = news;
  const isSame = after.justSaved === justSaved && after.justDeleted === justDeleted;
  return isSame ? after : { ...after, justSaved, justDeleted };
}

/** What the last thing that a person did has come to; undefined where what happened is none, or is about another sheet. */
function newsIn({ start }: State, happening: Happening): News | undefined {
  const { type } = happening;
  if (UNASKED.includes(type)) return undefined;
  if (type === 'saved')
    return start?.sheetId === happening.sheetId ? { justSaved: true, justDeleted: undefined } : undefined;
  const gone = type === 'removed' ? start?.enrichments.find(({ id }) => id === happening.id) : undefined;
  const deleted = type === 'removed' && gone ? { saved: gone, columns: happening.columns } : undefined;
  return { justSaved: false, justDeleted: deleted };
}

function nextAfter(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'read':
      return read(state, happening.start);
    case 'gone to':
      return goneTo(state, happening.start);
    case 'read behind':
      return readBehind(state, happening);
    case 'looked at':
      return lookedAt(state, happening);
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
    case 'scheduled':
      return state.start ? { ...state, start: withSchedule(state.start, happening) } : state;
    case 'key-changed':
      return keyChanged(state, happening.key);
    case 'progressed':
      return progressed(state, happening.id, happening.progress);
  }
}

/** Whoever has just come goes on with the question. */
function keyChanged(state: State, key: string): State {
  if (!state.start) return state;
  return { ...state, opened: state.opened || isFirstOpen(state), start: { ...state.start, key } };
}

function progressed(state: State, id: string, progress: Progress | null): State {
  if (!progress) return { ...state, runs: without(state.runs, id) };
  const watched = watching(state.watched, [progress]);
  return { ...state, watched, runs: { ...state.runs, [id]: following(state.runs[id], progress) } };
}
