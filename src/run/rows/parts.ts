/** What the patches of a row are made of: which of its cells change, what its State says then, and which cells are free to be written. Pure. */
import type { RowState } from '../../enrichment/status';
import { asTextContent, type Content } from '../../sheet/cells';
import { earlierRuns } from '../../sheet/earlier';
import { NO_TASK, type State, stateText, taskHash } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { type Cells, cellsOf, isOurs, NO_CELLS } from '../../sheet/written';
import { anewIn } from './anew';
import { type Besides, withBesides } from './besides';
import { holdsOurs, ourCells } from './standing';

/** Which question of which run a change is about. */
export interface About {
  readonly run: string;
  readonly fingerprint: string;
  readonly ordinal: number;
  readonly at: number;
  /** At which step it is asked, from 1; missing for the first. */
  readonly step?: number;
}

/** What becomes of a row's cells; what is missing stays as it is. */
export interface Parts {
  /** In the layout's order; undefined for a cell that stays as it is. */
  readonly outputs?: readonly (Content | undefined)[];
  readonly status?: string;
  /** '' to forget it. */
  readonly state?: State | '';
  readonly taskId?: string;
  readonly question?: string;
}

/** Blank outputs are written as blank: rows with and without an answer then make one block. In a person's own column somebody may be typing just now. */
export function blanks({ cells, theirs }: Row): (Content | undefined)[] {
  return [...cells.keys()].map((slot) => (theirs.has(slot) ? undefined : ''));
}

/** The same for an answer without anything for a cell. */
export function contentIn(
  { cells, theirs }: Row,
  slot: string | undefined,
  content: Content,
): Content | undefined {
  const isNoChange = content === '' && slot !== undefined && theirs.has(slot) && cells.get(slot) === '';
  return isNoChange ? undefined : content;
}

/** What the machine left in a row before stays known as its work while a new answer is under way. */
export function carried(row: Row, about: About): Cells {
  const hasAnswer = holdsOurs(row) || anewIn(row, about).before !== undefined;
  return hasAnswer && !holdsOtherAnswer(row, about) ? ourCells(row) : NO_CELLS;
}

/** Whether some outputs are the machine's answer to another question than the one in hand. */
function holdsOtherAnswer(row: Row, about: About): boolean {
  return row.ledger.state?.fingerprint !== about.fingerprint && holdsOurs(row);
}

/** Whether an output cell may be written into: nothing stands there, or what the machine wrote. */
export function isFree({ cells, ledger, held }: Row, slot: string): boolean {
  if (cells.get(slot) === '') return !held.has(slot);
  return isOurs(ledger.state?.cells ?? NO_CELLS, cells, slot);
}

/** The cells that are written, as they will read. */
export function writtenCells(view: TableView, readings: readonly string[], free: readonly boolean[]): Cells {
  const slots = view.layout.outputs.map(({ column }) => column.slot);
  return new Map([...cellsOf(slots, readings)].filter((_, i) => free[i]));
}

/** Blanks for the machine's answer to another question. */
export function withoutOtherAnswer(row: Row, about: About): Parts {
  return holdsOtherAnswer(row, about) ? withoutOurs(row) : {};
}

/** Blanks for what the machine wrote, but what is to be kept; whatever a person typed stays. */
export function withoutOurs(row: Row, kept: ReadonlySet<string> = NONE): Parts {
  const { cells, ledger } = row;
  const written = ledger.state?.cells ?? NO_CELLS;
  const left = blanks(row);
  return {
    outputs: [...cells].map(([slot, hash], i) => {
      if (hash === '') return left[i];
      return isOurs(written, cells, slot) && !kept.has(slot) ? '' : undefined;
    }),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** The task whose id stands beside the state, as the state knows it; of a row that has none yet, it may be an earlier one's. */
export function ownTask({ ledger: { state: before, taskId } }: Row): string {
  return before?.state === 'reserved' && before.task !== '' && taskId === '' ? NO_TASK : taskHash(taskId);
}

/** The State that a change leaves: an answer's says nothing of the one before. */
export function state(row: Row, word: RowState, about: About, cells: Cells, task: string): State {
  const was = earlierRuns(row.ledger.state, about.run);
  const anew = word === 'done' ? {} : anewIn(row, about);
  return { ...about, state: word, cells, task, step: about.step ?? 1, was, ...anew };
}

/** The patch that makes these of a row's cells. */
export function patch({ layout }: TableView, row: Row, parts: Parts): Patch {
  const cells = new Map<number, Content>();
  const left: Besides = row.ledger.state ?? {};
  // Beside cells that stay there is what the ledger says that is put there, if it says anything.
  const told: Besides = parts.state || left;
  const stays = told.note || told.shares ? told : left;
  const columns = layout.outputs.map(({ column }) => column);
  const { contents, besides } = withBesides(columns, parts.outputs ?? [], left, stays);
  for (const [i, content] of contents.entries()) {
    const column = layout.outputs[i]?.at;
    if (column && content !== undefined) cells.set(column, content);
  }
  const texts = [
    [layout.status, parts.status],
    [layout.state, parts.state && stateText(withLeft(parts.state, besides))],
    [layout.task, parts.taskId],
    [layout.question, parts.question],
  ] as const;
  for (const [column, text] of texts) {
    if (column > 0 && text !== undefined) cells.set(column, asTextContent(text));
  }
  return { at: row.at, cells };
}

function withLeft({ note, shares, ...state }: State, besides: Besides): State {
  return { ...state, ...besides };
}
