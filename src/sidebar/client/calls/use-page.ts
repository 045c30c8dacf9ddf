/** All that the page remembers, and what its parts may do with it. */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Progress, Scope, Start } from '../../protocol';
import type { Late } from '../model/late';
import { next } from '../model/next';
import { canFollow, type Happening, INITIAL, isFresh, newlyEnded, type State } from '../model/state';
import { allHasJustCome } from '../parts/settling';
import { call } from './call';
import { type Balance, useBalance } from './use-balance';
import { type Calling, useCall } from './use-call';
import { usePointer, useReturn } from './use-coming';
import { type Keeping, useDrafts } from './use-drafts';
import { useFocus } from './use-focus';
import { useProgress } from './use-progress';
import { type Trial, useTrial } from './use-trial';
import { useView } from './use-view';
import { useWork } from './use-work';

/** The page, as its parts are given it. */
export interface Page extends Balance {
  readonly state: State;
  readonly happened: (happening: Happening) => void;
  /** Reading the sheet; `read` begins it anew. */
  readonly reading: Calling;
  readonly read: () => void;
  /** Reads the sheet that the person looks at, which may be another one. */
  readonly go: () => void;
  /** Whether a sheet is on view by now: the person may have gone to another one while the server was at work. */
  readonly isOnView: (sheetId: number) => boolean;
  readonly saving: Calling;
  readonly trial: Trial;
  /** How safe the edits are. */
  readonly keeping: Keeping;
  /** Why looks at live runs fail at present, and the work on them; undefined where they do not. */
  readonly looking: Late | undefined;
  readonly working: Late | undefined;
  readonly onProgress: (id: string, progress: Progress | null) => void;
  /** Counts up each time a part of the page asks for a new key, by `connect`. */
  readonly keyWanted: number;
  readonly connect: () => void;
  /** Which rows are to be asked. */
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  /** Counts up each time rows were cleared by an undo, by `recount`. */
  readonly round: number;
  readonly recount: () => void;
  /** Counts up each time the person comes back to the page. */
  readonly returns: number;
  /** Puts the focus on what is about to be shown, by its id. */
  readonly focusOn: (id: string) => void;
}

/** The page of one sidebar. It reads the sheet when it opens; when the person comes back, behind what is on view. */
export function usePage(): Page {
  const [state, happened] = useReducer(next, INITIAL);
  const [keyWanted, wantKey] = useState(0);
  const [round, setRound] = useState(0);
  const { start, runs } = state;
  const reading = useCall(true);
  const saving = useCall();
  const ended = newlyEnded(state);
  const [scope, setScope] = useScope(start?.sheetId, saving.leave, ended);
  const trial = useTrial(state);
  const keeping = useDrafts(state);
  const onProgress: Page['onProgress'] = (id, progress) => happened({ type: 'progressed', id, progress });
  const { late: looking, back } = useProgress(runs, onProgress);
  const working = useWork(runs, back);
  const focusOn = useFocus();
  useView(state);
  const sheets = useReading(state, reading, happened);

  const money = useBalance(start?.key);
  const { renew } = money;
  // A try is billed beside any run. What a receipt says was left then, others may have spent since.
  useEffect(() => {
    if (trial.tried && trial.tried.price > 0) renew();
  }, [trial.tried]);
  useEffect(() => {
    if (ended !== '') renew();
  }, [ended]);

  const here = { state, happened, mayFollow: canFollow(state) && !trial.open };
  const [returns, comeBack] = useReturns(() => {
    renew();
    if (start && !reading.pending) void readBehind(start, here.mayFollow, happened);
  });
  useWhere({ ...here, news: comeBack }, reading.pending || saving.pending);

  const looks = { reading, ...sheets, saving, trial, keeping, looking, working, onProgress };
  const recount = () => setRound((n) => n + 1);
  const shown = { ...looks, ...money, keyWanted, connect: () => wantKey((n) => n + 1) };
  return { state, happened, ...shown, scope, setScope, round, returns, recount, focusOn };
}

/** Reads the sheet when the page opens, and again on request: the one on view, or the one that the person looks at. */
function useReading(
  { start }: State,
  { ask }: Calling,
  happened: Page['happened'],
): Pick<Page, 'read' | 'go' | 'isOnView'> {
  // Whoever reads again after an answer of minutes means the sheet that is on view by then.
  const onView = useRef(start);
  onView.current = start;
  const read = (): void => {
    const { current } = onView;
    const argument = current ? { sheetId: current.sheetId } : null;
    void ask('start', argument, (answer) => happened({ type: 'read', start: answer }));
  };
  const go = (): void => void ask('start', null, (answer) => happened({ type: 'gone to', start: answer }));
  useEffect(read, []);
  const isOnView = (sheetId: number): boolean => onView.current?.sheetId === sheetId;
  return { read, go, isOnView };
}

/** Which rows are to be asked. However the page came to another sheet, what was chosen and refused was about the one before. */
function useScope(sheetId: number | undefined, leave: () => void, ended: string): [Scope, Page['setScope']] {
  const [scope, setScope] = useState<Scope>('fill');
  useEffect(() => {
    leave();
    setScope('fill');
  }, [sheetId]);
  useEffect(() => {
    // Those rows have had their step: what is left to be filled is another choice.
    if (ended !== '' && scope === 'deeper') setScope('fill');
  }, [ended]);
  return [scope, setScope];
}

/** Counts how often the person has come back, and does something each time; also how to act as if they had. */
function useReturns(back: () => void): [number, () => void] {
  const [returns, setReturns] = useState(0);
  function comeBack(): void {
    setReturns((n) => n + 1);
    back();
  }
  useReturn(comeBack);
  return [returns, comeBack];
}

/** Reads the sheet behind what is on view, or `follows` to the one that the person looks at: what others did comes in without a word, and a fault is no news. */
async function readBehind(was: Start, follows: boolean, happened: Page['happened']): Promise<void> {
  const reply = await call('start', follows ? null : { sheetId: was.sheetId });
  if (!reply.ok) return;
  if (follows && reply.result.sheetId !== was.sheetId) allHasJustCome();
  happened({ type: 'read behind', was, start: reply.result });
}

/**
 * Looks each time that the pointer comes over the page, unless it is `busy` with the sheet on view: where the person is, and whether
 * there is `news`. Of a table that somebody may be typing in just now nothing would tell: a fresh page reads it.
 */
function useWhere(here: Now['current'], busy: boolean): void {
  const now = useRef(here);
  now.current = here;
  usePointer(() => {
    const { state, mayFollow, happened } = here;
    if (!state.start || busy) return;
    if (isFresh(state)) void readBehind(state.start, mayFollow, happened);
    else void lookWhere(state.start, now);
  });
}

/** How things are by the time that a look is answered. */
interface Now {
  readonly current: Pick<Page, 'state' | 'happened'> & {
    readonly mayFollow: boolean;
    readonly news: () => void;
  };
}

/**
 * Asks which sheet the person looks at by now, which costs next to nothing; only where it is another one is that read, or told. Runs
 * that began or ended by themselves meanwhile are news: then everything is read.
 */
async function lookWhere(start: Start, now: Now): Promise<void> {
  const reply = await call('active', null);
  if (!reply.ok) return;
  const { stamp, ...active } = reply.result;
  const { mayFollow, happened, news } = now.current;
  if (stamp !== start.stamp) news();
  else if (active.sheetId !== start.sheetId && mayFollow) await readBehind(start, true, happened);
  else happened({ type: 'looked at', ...active });
}
