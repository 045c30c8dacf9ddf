/**
 * A write that landed on columns that had just moved, by an execution that died before it could take it back. The row's State, found
 * in another of our columns, tells what else of the machine's is where it does not belong.
 */
import type { OutputColumn } from '../../enrichment/columns';
import { STATUS } from '../../enrichment/status';
import { asTextContent } from '../../sheet/cells';
import type { Layout } from '../../sheet/layout';
import { isFinal, parseState, type State, stateText, taskHash } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { beyond } from './beyond';
import { fingerprintOf } from './standing';

/** What puts such a row right for a run: its ledger home, and out of other cells whatever came there with it. Undefined for any other row. */
export function homePatch(view: TableView, row: Row, run: string): Patch | undefined {
  const { layout } = view;
  const found = strayState(layout, row);
  const state = found && isNews(found, row.ledger.state) ? found : undefined;
  if (!state) return withoutWaiting(view, row);
  const taskId = taskIn(layout, row, state);
  const now = asFarAsKnown(state, taskId, run);
  const stray = layout.outputs.filter(({ at, column }) => isStray(layout, row, state, at, column));
  const cells = new Map([...beyond(view, row, state, true), ...stray.map(({ at }) => [at, ''] as const)]);
  if (layout.status > 0) cells.set(layout.status, asTextContent(STATUS[now.state]));
  cells.set(layout.state, asTextContent(stateText(now)));
  cells.set(layout.task, asTextContent(taskId));
  cells.set(layout.question, asTextContent(now.fingerprint));
  return { at: row.at, cells };
}

/** Its ledger is at home, and only what Status says of it landed on an output, be it another enrichment's. Nobody types just these words into a column made for answers. */
function withoutWaiting(view: TableView, row: Row): Patch | undefined {
  const { outputs, status } = view.layout;
  const { state } = row.ledger;
  if (status === 0 || !state || isFinal(state.state)) return undefined;
  const word = STATUS[state.state];
  if (textIn(row.values, status) === word) return undefined;
  const stray = outputs.filter(({ at, column }) => !column.fills && textIn(row.values, at) === word);
  const cells = new Map([...beyond(view, row, state, true), ...stray.map(({ at }) => [at, ''] as const)]);
  return cells.size === 0 ? undefined : { at: row.at, cells: cells.set(status, asTextContent(word)) };
}

/** A State that speaks of what the row asks. Another one is no proof of anything. */
function strayState(layout: Layout, row: Row): State | undefined {
  const states = textsOf(layout, row).map((text) => (text === '' ? undefined : parseState(text)));
  return states.find((state) => state !== undefined && state.fingerprint === fingerprintOf(row));
}

/** Whether a State that was found says more than what stands at home: the column of State may be the one that moved, and took what was there with it. */
function isNews(found: State, own: State | undefined): boolean {
  return !own || (own.fingerprint === found.fingerprint && !isFinal(own.state) && isFinal(found.state));
}

/** What our cells of a row hold, but for State's own. */
function textsOf({ outputs, status, task, question }: Layout, { values }: Row): string[] {
  return [...outputs.map(({ at }) => at), status, task, question].map((column) => textIn(values, column));
}

/** The id that the State knows, wherever it went, be it where State was; or what stands in its place. */
function taskIn(layout: Layout, row: Row, { task }: State): string {
  const texts = [...textsOf(layout, row), textIn(row.values, layout.state)];
  const id = texts.find((text) => text !== '' && taskHash(text) === task);
  return id ?? row.ledger.taskId;
}

/** Of what a run that is over had begun nobody knows the end, unless it can be asked for by its id. */
function asFarAsKnown(state: State, taskId: string, run: string): State {
  const leadsOn = state.run === run || (state.state === 'submitted' && taskId !== '');
  return leadsOn || isFinal(state.state) ? state : { ...state, state: 'perhaps asked' };
}

/** Whether an output holds what is the machine's and belongs elsewhere: a part of the ledger, the Status, another output's answer. */
function isStray(layout: Layout, row: Row, state: State, at: number, { slot, fills }: OutputColumn): boolean {
  const text = textIn(row.values, at);
  const hash = row.cells.get(slot) ?? '';
  if (hash === '' || state.cells.get(slot) === hash) return false;
  const word = STATUS[state.state];
  const isWord = text === word && textIn(row.values, layout.status) !== word;
  const isOfLedger = text === stateText(state) || text === state.fingerprint || hash === state.task;
  // A person may well have typed into their own column what another one was answered with.
  return isWord || isOfLedger || (!fills && [...state.cells.values()].includes(hash));
}
