/** The hidden ledger cells of a row: State, Task, Question. The machine's only memory of a row. */
import { hashOf } from '../enrichment/fingerprint';
import { MOST_CELLS } from '../enrichment/limits';
import { ROW_STATES, type RowState } from '../enrichment/status';
import { type Anew, anewSlots, takeAnew } from './anew';
import { EARLIER_SLOT } from './earlier';
import { type Cells, cellsKey, cellsOf, hashOfCell, NO_CELLS } from './written';

/** What the State cell says. Written together with the answers it speaks of. */
export interface State extends Anew {
  readonly state: RowState;
  /** When, in ms since 1970; for a submitted row, Linkup's clock; for a copied answer, that of its source. */
  readonly at: number;
  /** The run that wrote it. */
  readonly run: string;
  /** The fingerprint of the question that it speaks of. */
  readonly fingerprint: string;
  /** The question's number in its run, from 1: what was asked once is never asked again. 0 for a copied answer. */
  readonly ordinal: number;
  /** The cells that the machine last wrote in the row, blank ones too: all of them answer `fingerprint`. */
  readonly cells: Cells;
  /** `taskHash` of the task whose id belongs beside it; '' where there is none, or where the first edition wrote it. */
  readonly task: string;
  /** Which step of the enrichment asked, from 1. */
  readonly step: number;
  /** The runs that filled the row before this one (`earlierRuns`). Missing where there is none. */
  readonly was?: string;
  /** `noteHash` of the note that the machine left beside its sources; missing or '' where it left none. */
  readonly note?: string;
  /** Slots of the cells that were formatted as percentages; missing where none was. */
  readonly shares?: ReadonlySet<string>;
  /** Of the first edition, in place of cells: `witnessOf` the outputs that it left, or '' where it left none. */
  readonly witness?: string;
}

/** The three hidden cells. `taskId` and `question` identify. */
export interface Ledger {
  readonly state: State | undefined;
  /** The State cell holds something that cannot be read: it may stand for a question that was asked and billed. */
  readonly unreadable: boolean;
  readonly taskId: string;
  readonly question: string;
}

/** The longest State cell that is looked at, in characters: a hundred outputs take a tenth of it. */
const LONGEST = 10_000;

/** Times of any other century were never noted. */
const EARLIEST = Date.UTC(2020, 0, 1);
const LATEST = Date.UTC(2101, 0, 1);

/** Slot under which `cells` holds the hash of the task's id. */
const TASK_SLOT = 't';

/** The same of the hash of the note. No output has a slot with a “t” in it. */
const NOTE_SLOT = 'note';

/** And under which it says that a cell is formatted as a percentage. */
function shareSlot(slot: string): string {
  return `${slot}t`;
}

const SHARE_SLOT = /^([a-su-z]+)t$/;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const ID = /^\w{1,200}$/;
const CELLS = /^[a-z]{1,4}:[0-9a-z]{0,12}(?: [a-z]{1,4}:[0-9a-z]{0,12})*$/;
const WITNESS = /^[0-9a-f]{0,20}$/;

/** The State cell's text: `state | iso | run | fingerprint | ordinal | cells | step`, readable for whoever unhides it. */
export function stateText(state: State): string {
  const { fingerprint, ordinal, run, step } = state;
  const at = new Date(state.at).toISOString();
  return [state.state, at, run, fingerprint, ordinal, cellsText(state), step].join(' | ');
}

function cellsText({ cells, task, was = '', note = '', shares, ...anew }: State): string {
  const besides: [slot: string, text: string][] = [
    [TASK_SLOT, task],
    [EARLIER_SLOT, was],
    [NOTE_SLOT, note],
    ...anewSlots(anew),
  ];
  for (const slot of shares ?? []) besides.push([shareSlot(slot), '1']);
  if (besides.every(([, text]) => text === '')) return cellsKey(cells);
  return cellsKey(new Map([...cells, ...besides.filter(([, text]) => text !== '')]));
}

/**
 * Reads a State cell, with six parts if the first edition wrote it. Undefined for an empty one, and for one that cannot be believed.
 * `question` is what stands beside it: mostly the same fingerprint, which then is compared and looked up as one and the same text.
 */
export function parseState(text: string, question = ''): State | undefined {
  if (text.length > LONGEST) return undefined;
  const [word, iso = '', run = '', fingerprint = '', number = '', written = '', step, ...more] =
    text.split(' | ');
  const state = ROW_STATES.find((known) => known === word);
  const at = TIME.test(iso) ? Date.parse(iso) : Number.NaN;
  // Ordinals beyond a spreadsheet's cells were never given.
  const ordinal = wholeNumber(number, MOST_CELLS);
  if (!state || !(at >= EARLIEST && at < LATEST) || ordinal === undefined || more.length > 0)
    return undefined;
  if (!ID.test(run) || !ID.test(fingerprint)) return undefined;
  const left = step === undefined ? parseWitness(written) : parseWritten(written, step);
  return (
    left && {
      state,
      at,
      run,
      fingerprint: fingerprint === question ? question : fingerprint,
      ordinal,
      ...left,
    }
  );
}

type Left = Pick<State, 'cells' | 'task' | 'step' | 'was' | 'witness' | 'note' | 'shares' | keyof Anew>;

function parseWitness(witness: string): Left | undefined {
  return WITNESS.test(witness) ? { cells: NO_CELLS, task: '', step: 1, witness } : undefined;
}

function parseWritten(written: string, stepText: string): Left | undefined {
  const step = wholeNumber(stepText, 100);
  if (!step || (written !== '' && !CELLS.test(written))) return undefined;
  const cells = new Map<string, string>();
  for (const cell of written === '' ? [] : written.split(' ')) {
    const colon = cell.indexOf(':');
    cells.set(cell.slice(0, colon), cell.slice(colon + 1));
  }
  const task = cells.get(TASK_SLOT) ?? '';
  const was = cells.get(EARLIER_SLOT);
  const note = cells.get(NOTE_SLOT);
  const anew = takeAnew(cells);
  const shares = [...cells.keys()].flatMap((slot) => SHARE_SLOT.exec(slot)?.[1] ?? []);
  for (const slot of [TASK_SLOT, EARLIER_SLOT, NOTE_SLOT, ...shares.map(shareSlot)]) cells.delete(slot);
  return {
    cells,
    task,
    step,
    ...(was && { was }),
    ...(note && { note }),
    ...(shares.length > 0 && { shares: new Set(shares) }),
    ...anew,
  };
}

function wholeNumber(text: string, most: number): number | undefined {
  const value = /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : undefined;
}

/** Longer than any task's id: Linkup's are UUIDs. */
const LONGEST_ID = 200;

/** A task's id as a cell gives it; '' for what can be none, such as `..` or a text of a thousand characters. */
export function parseTaskId(text: string): string {
  return text.length <= LONGEST_ID && /^[\w-][\w.:-]*$/.test(text) ? text : '';
}

/** The short hash by which a State knows the id of its task. */
export function taskHash(taskId: string): string {
  return taskId === '' ? '' : hashOfCell(taskId);
}

/** What a State says of its task when the id beside it is that of an earlier one: the hash of no id. */
export const NO_TASK = '0';

/** Reads the three cells. An id that the State beside it does not know was pasted there, and counts as none. */
export function ledgerOf(stateCell: string, taskCell: string, questionCell: string): Ledger {
  const state = parseState(stateCell, questionCell);
  const question = ID.test(questionCell) ? questionCell : '';
  const id = parseTaskId(taskCell);
  const isOther = state && (isFromBefore(state, id) || isAnothers(state, id, question));
  const taskId = isOther ? '' : id;
  return { state, unreadable: stateCell !== '' && !state, taskId, question };
}

function isAnothers({ state, task, fingerprint }: State, id: string, question: string): boolean {
  if (task === '' || state === 'reserved') return false;
  return fingerprint === question && task !== taskHash(id);
}

/** Whether an id is kept beside a row that waits to be asked only so that nobody takes the task for the new one. */
export function isFromBefore({ state, task }: State, id: string): boolean {
  return state === 'reserved' && task !== '' && task === taskHash(id);
}

/** Whether a state is the end of a question's way. */
export function isFinal(state: RowState): state is Exclude<RowState, 'reserved' | 'submitted'> {
  return state !== 'reserved' && state !== 'submitted';
}

/** The first edition's short hash of all outputs of a row as they read; '' where all are blank. */
export function witnessOf(readings: readonly string[]): string {
  return readings.every((text) => text === '') ? '' : hashOf(JSON.stringify(readings)).slice(0, 12);
}

/** The outputs that the first edition's witnesses speak of, as they are now. */
export interface OldOutputs {
  /** '?' where one of them is gone: what it was witness of can then no longer be told. */
  readonly witness: string;
  readonly cells: Cells;
}

/** The outputs at the old ones among all slots, with their readings. */
export function oldOutputs(
  old: readonly string[],
  slots: readonly string[],
  readings: readonly string[],
): OldOutputs {
  const at = old.map((slot) => slots.indexOf(slot));
  if (at.includes(-1)) return { witness: '?', cells: NO_CELLS };
  const texts = at.map((i) => readings[i] ?? '');
  return { witness: witnessOf(texts), cells: cellsOf(old, texts) };
}

/** A state of the first edition, judged cell by cell once its witness is seen to speak of these outputs; any other as it is. */
export function inCells(state: State, old: () => OldOutputs): State {
  if (state.witness === undefined) return state;
  const { witness, cells } = old();
  if (state.witness !== witness) return state;
  const { witness: _, ...rest } = state;
  return state.state === 'done' || witness !== '' ? { ...rest, cells } : rest;
}

/** Whether an answer had nothing in it: every cell that was written was left blank. */
export function isEmptyAnswer({ state, cells, witness }: State): boolean {
  if (state !== 'done') return false;
  if (witness !== undefined) return witness === '';
  return cells.size > 0 && [...cells.values()].every((hash) => hash === '');
}

/** Whether the row waits for the task that its identifying cells name. */
export function awaitsTask({ state, taskId, question }: Ledger): boolean {
  if (!taskId || !question) return false;
  return !(state && isFinal(state.state) && state.fingerprint === question);
}
