/** What a reading of the sheet does to what the sidebar knows: edits stay with their sheet, and what nobody asked for takes nothing away. Pure. */
import type { Progress, Start } from '../../protocol';
import { type Edits, firstToShow, isKnown, keptEdits, onlyKnown } from './edits';
import { fillingNothing } from './form';
import { isLive, progressById } from './runs';
import { canFollow, type Happening, INITIAL, type State } from './state';

/** Another sheet is to be on view, or the same as before. What is edited stays with its sheet, and is there again on the way back. */
export function goneTo(state: State, start: Start): State {
  const { start: was, edited, current } = state;
  if (!was || was.sheetId === start.sheetId) return read(state, start);
  const { [start.sheetId]: there, ...others } = state.left;
  const left = { ...others, [was.sheetId]: { edited, current } };
  const known = there && isKnown(start, there.current) ? there.current : firstToShow(start);
  return onAnother({ ...state, left }, start, onlyKnown(there?.edited ?? {}, start), known);
}

/** Whatever is known here is newer than an answer of the server: kept edits count once a sheet, and live runs stay. */
export function read(state: State, start: Start): State {
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
export function readBehind(state: State, { was, start }: Happening & { type: 'read behind' }): State {
  if (state.start !== was) return state;
  if (start.sheetId !== was.sheetId && canFollow(state)) return goneTo(state, start);
  if (start.sheetId !== was.sheetId) return lookedAt(state, { sheetId: start.sheetId, name: start.sheet });
  const left = was.enrichments.filter(({ id }) => state.edited[id] && !isKnown(start, id));
  const enrichments = left.length > 0 ? [...start.enrichments, ...left] : start.enrichments;
  const progress = start.progress.map((each) => {
    const known = state.runs[each.id];
    return known?.run === each.run && !isLive(known) && isLive(each) ? known : each;
  });
  return read(state, { ...start, enrichments, progress });
}

/** Which sheet the person looks at, perhaps another one than is on view. */
export function lookedAt(state: State, { sheetId, name }: NonNullable<Start['active']>): State {
  const { start } = state;
  const active = sheetId === start?.sheetId ? null : { sheetId, name };
  const isKnown = start?.active?.sheetId === active?.sheetId && start?.active?.name === active?.name;
  return !start || isKnown ? state : { ...state, start: { ...start, active } };
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

/** The runs that were seen alive, with those that are seen now. */
export function watching(watched: readonly string[], seen: readonly Progress[]): string[] {
  return [...new Set([...watched, ...seen.filter(isLive).map(({ run }) => run)])];
}
