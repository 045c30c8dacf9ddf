/**
 * What a write that landed on moved columns, by an execution that died, left beyond its enrichment's own: in columns of other enrichments,
 * or in ones that were just inserted. The row's own State tells it from what belongs there. What it hid there is known to nobody any more.
 */
import { STATUS } from '../../enrichment/status';
import { asTextContent, type Content, reading } from '../../sheet/cells';
import { slotIn } from '../../sheet/layout';
import { parseState, type State } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { hashOfCell } from '../../sheet/written';
import { apply } from './apply';
import type { Job } from './job';
import { fingerprintOf } from './standing';

/** The columns of another enrichment, from 1. */
interface Other {
  readonly state: number;
  readonly status: number;
  /** Those that were made for its answers, by their slots. */
  readonly outputs: ReadonlyMap<string, number>;
}

/** Takes out of rows whose ledger is at home what of them is not: beyond their columns, or in a wrong one of them. */
export function takeBeyond(job: Job, flush: () => void): void {
  const plan = (row: Row): Patch | undefined => {
    const { state } = row.ledger;
    if (!state || state.fingerprint !== fingerprintOf(row)) return undefined;
    const cells = new Map([...beyond(job.view, row, state, false), ...mixedUp(job.view, row, state)]);
    if (cells.size === 0) return undefined;
    if (lacksWord(job.view, row, state))
      cells.set(job.view.layout.status, asTextContent(STATUS[state.state]));
    return { at: row.at, cells };
  };
  apply(job, flush, () => job.rows.filter((row) => plan(row) !== undefined), plan);
}

/** The other enrichments that have a row which says that it was answered, beside a cell that is blank and was not. The table is read anew for it. */
export function bereaved(job: Job): string[] {
  if (othersOn(job.view).size === 0) return [];
  const view = job.load();
  const hasLost = ({ state, outputs }: Other, { values }: Row): boolean => {
    const theirs = parseState(textIn(values, state));
    if (theirs?.state !== 'done') return false;
    return [...outputs].some(([slot, at]) => theirs.cells.get(slot) && values[at - 1] === '');
  };
  const lost = [...othersOn(view)].filter(([, other]) => job.rows.some((row) => hasLost(other, row)));
  return lost.map(([id]) => id);
}

/** Blanks for the answers that stand in another output than their own. */
function mixedUp(view: TableView, row: Row, state: State): [number, Content][] {
  const made = view.layout.outputs.filter(({ column }) => !column.fills);
  return made.flatMap(({ at, column: { slot } }): [number, Content][] => {
    if (state.cells.get(slot) === row.cells.get(slot)) return [];
    return isLeftThere(view, row, state, at, { hasMoved: false, mayAnswer: true }) ? [[at, '']] : [];
  });
}

/** What such cells of a row should hold: nothing, or what the Status of another enrichment says. `hasMoved` where the row's State was found away from home. */
export function beyond(view: TableView, row: Row, state: State, hasMoved: boolean): Map<number, Content> {
  const isLeft = (at: number, mayAnswer = true): boolean =>
    isLeftThere(view, row, state, at, { hasMoved, mayAnswer });
  const known = new Set(view.placed.values());
  // What a person has named may well hold what is an answer too.
  const unknown = view.headings.flatMap((heading, i) =>
    !known.has(i + 1) && isLeft(i + 1, heading === '') ? [i + 1] : [],
  );
  const cells = new Map<number, Content>(unknown.map((at) => [at, '']));
  for (const other of othersOn(view).values()) inOthers(other, row, isLeft, cells);
  return cells;
}

function inOthers(
  { state, status, outputs }: Other,
  row: Row,
  isLeft: (at: number) => boolean,
  cells: Map<number, Content>,
): void {
  const theirs = parseState(textIn(row.values, state));
  for (const [slot, at] of outputs)
    if (theirs?.cells.get(slot) !== hashOfCell(textAt(row, at)) && isLeft(at)) cells.set(at, '');
  if (status > 0 && isLeft(status)) cells.set(status, theirs ? asTextContent(STATUS[theirs.state]) : '');
}

/** Whether a cell holds a part of the ledger, which nobody types; or, where that may be, an answer that is not where it belongs. */
function isLeftThere(
  view: TableView,
  row: Row,
  state: State,
  at: number,
  { hasMoved, mayAnswer }: { readonly hasMoved: boolean; readonly mayAnswer: boolean },
): boolean {
  const text = textAt(row, at);
  if (text === '') return false;
  const hash = hashOfCell(text);
  const isOfLedger =
    text === state.fingerprint || hash === state.task || parseState(text)?.fingerprint === state.fingerprint;
  if (isOfLedger || !mayAnswer) return isOfLedger;
  return (
    (text === STATUS[state.state] && (hasMoved || lacksWord(view, row, state))) ||
    view.layout.outputs.some(({ column: { slot } }) => {
      const now = row.cells.get(slot) ?? '';
      // A person may have typed over it, and just this elsewhere.
      const isGone = now === '' || hasMoved || [...state.cells.values()].includes(now);
      return state.cells.get(slot) === hash && now !== hash && isGone;
    })
  );
}

/** Whether Status does not say what the State does. */
function lacksWord({ layout: { status } }: TableView, { values }: Row, state: State): boolean {
  return status > 0 && !textIn(values, status).startsWith(STATUS[state.state]);
}

function textAt({ values, display }: Row, at: number): string {
  const value = values[at - 1] ?? '';
  return value === '' ? '' : reading(value, display[at - 1] ?? '');
}

/** By their ids. */
function othersOn({ enrichment, placed }: TableView): Map<string, Other> {
  const others = new Map<string, { state: number; status: number; outputs: Map<string, number> }>();
  for (const [place, at] of placed) {
    const id = place.slice(0, place.indexOf('/'));
    if (id === enrichment.id) continue;
    const other = others.get(id) ?? { state: 0, status: 0, outputs: new Map<string, number>() };
    others.set(id, other);
    const part = place.slice(id.length + 1);
    const slot = slotIn(part);
    if (part === 'state' || part === 'status') other[part] = at;
    else if (slot !== undefined) other.outputs.set(slot, at);
  }
  return others;
}
