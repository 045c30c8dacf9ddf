/** What people do in their pages, done to the local Google. */
import { isRecord } from '../../../../src/enrichment/parse';
import { ExecutionKilled, type GoogleHost } from '../../../doubles/google';
import { MENU } from '../../../world/says';
import { type CallReply, type Deed, type Doing, type News, OWNER } from '../wire';
import type { Dialogs } from './dialogs';
import type { Fitter } from './fitting';
import type { Formulas } from './formulas';
import { addTable, type Handwork, sheetById, work } from './hands';
import type { LinkupSide } from './linkup-side';
import type { Selection, Selections } from './selections';
import { addTab, deleteTab, duplicateTab, renameTab, whole } from './tab-hands';
import { ComesLater, type Turns } from './turns';
import type { Undoing } from './undo';

/** What deeds are done to. */
export interface Scene {
  readonly host: GoogleHost;
  readonly linkup: LinkupSide;
  readonly dialogs: Dialogs;
  readonly selections: Selections;
  readonly turns: Turns;
  readonly undoing: Undoing;
  readonly fitter: Fitter;
  readonly formulas: Formulas;
  /** Turns the clock forward. */
  readonly forward: (ms: number) => void;
  /** Ends every script that runs, as Google does at times. */
  readonly kill: () => void;
  readonly tell: (news: News) => void;
  /** Whoever opens the document finds the sidebar open. */
  readonly welcome: boolean;
}

/** Does it. Whatever goes wrong is told to the page: nothing of it may end up in a script that runs below. */
export function carryOut(scene: Scene, deed: Deed): void {
  try {
    perform(scene, deed);
  } catch (thrown) {
    if (thrown instanceof ComesLater) scene.turns.later(deed, thrown.ms);
    else scene.tell({ kind: 'fault', page: deed.page, message: faultOf(thrown) });
  }
}

/** Connects the owner. A key for the real Linkup comes from the environment, and never gets to a page. Throws what Linkup says against it. */
export function connect({ host }: Scene, key: string): void {
  host.open(OWNER);
  const reply = host.callFromSidebarAs(OWNER, 'sidebarCall', 'connect', { key });
  if (isRecord(reply) && reply.ok === false) throw new Error(String(reply.sentence));
}

function perform(scene: Scene, { user, page, action }: Deed): void {
  const { linkup, dialogs, selections } = scene;
  if (action.kind === 'open') open(scene, user, page);
  else if (action.kind === 'menu') choose(scene, user, page, action.label);
  else if (action.kind === 'call') call(scene, user, page, action);
  else if (action.kind === 'answer') dialogs.answer(action.dialog, action.button, action.text);
  else if (action.kind === 'select') selections.set(user, action);
  else if (action.kind === 'table') openTable(scene, user, action);
  else if (action.kind === 'kill') scene.kill();
  else if (action.kind === 'network') linkup.networkDown = action.down;
  else if (action.kind === 'credits') linkup.setCreditsGone(action.gone);
  else if (action.kind === 'forward') scene.forward(action.ms);
  else edit(scene, user, action);
}

/** What people do to cells; formulas follow. */
function edit(scene: Scene, user: string, action: Handwork | TabWork | Doing<'undo'>): void {
  if (action.kind === 'undo') moveTo(scene, user, scene.undoing.undo(user));
  else handle(scene, user, action);
  scene.formulas.recalculate(user);
}

/** Work that can be taken back. */
function handle(scene: Scene, user: string, action: Handwork | TabWork): void {
  const { undoing, fitter, host } = scene;
  const { spreadsheet } = host;
  if (action.kind === 'add-tab' || action.kind === 'duplicate-tab') {
    const isNew = action.kind === 'add-tab';
    const { sheet, step } = isNew
      ? addTab(spreadsheet)
      : duplicateTab(spreadsheet, sheetById(spreadsheet, action.sheet));
    undoing.did(user, step);
    moveTo(scene, user, whole(sheet));
  } else if (action.kind === 'rename-tab') {
    undoing.did(user, renameTab(spreadsheet, sheetById(spreadsheet, action.sheet), action.name));
  } else if (action.kind === 'delete-tab') {
    undoing.did(user, deleteTab(spreadsheet, sheetById(spreadsheet, action.sheet)));
  } else {
    undoing.did(user, work(spreadsheet, action, user));
    // One cell is typed, several are pasted.
    if (action.kind === 'type' && action.cells.length > 1) fitter.fit(spreadsheet);
  }
}

/** Work on the tabs. */
type TabWork = Doing<'add-tab' | 'rename-tab' | 'delete-tab' | 'duplicate-tab'>;

/** Brings something into view, and selects it. */
function moveTo({ selections, tell }: Scene, user: string, to: Selection | undefined): void {
  if (!to) return;
  selections.set(user, to);
  tell({ kind: 'selected', user, ...to });
}

function open(scene: Scene, user: string, page: string): void {
  scene.selections.during(user, () => scene.host.open(user));
  if (scene.welcome) choose(scene, user, page, MENU.setUp, true);
}

/** A sidebar is shown to the one who chose it only. */
function choose(
  { host, selections, tell }: Scene,
  user: string,
  page: string,
  label: string,
  unasked = false,
): void {
  const before = host.sidebar;
  selections.during(user, () => host.clickMenu(label, user));
  const { sidebar } = host;
  if (sidebar && sidebar !== before) tell({ kind: 'sidebar', page, unasked, ...sidebar });
}

function call(scene: Scene, user: string, page: string, { call: id, fn, args }: Doing<'call'>): void {
  const reply = replyOf(() =>
    scene.selections.during(user, () => scene.host.callFromSidebarAs(user, fn, ...args)),
  );
  scene.tell({ kind: 'reply', page, call: id, reply });
}

function openTable(scene: Scene, user: string, { name, table }: Doing<'table'>): void {
  moveTo(scene, user, whole(addTable(scene.host.spreadsheet, name, table)));
}

function replyOf(ask: () => unknown): CallReply {
  try {
    return { ok: true, value: ask() };
  } catch (thrown) {
    if (thrown instanceof ComesLater) throw thrown;
    const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { ok: false, name, message };
  }
}

function faultOf(thrown: unknown): string {
  if (thrown instanceof ExecutionKilled) return 'The script was stopped half-way, as Google sometimes does.';
  return thrown instanceof Error ? thrown.message : String(thrown);
}
