/** Patches around cells that refuse what would be written there: the row gets the rest, and its Status says which cell does not take what. Pure. */
import { columnLetters } from '../../enrichment/letters';
import { alsoCheck } from '../../enrichment/status';
import { asTextContent, type Content, shownBy } from '../../sheet/cells';
import type { PlacedOutput } from '../../sheet/layout';
import { parseState, type State, stateText } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import type { Refuses } from '../../sheet/validation';
import { ourCells } from './standing';

/** What is not to be written. */
export interface Refused {
  /** By the rules of single cells. */
  readonly byRule: Refuses;
  /** Columns, by the part of their output, that were found to refuse a row's answer: by the row's position, from 1. */
  readonly found: (row: number) => ReadonlySet<string>;
  /** Columns that refused others, for reasons that cannot be read, and are not tried any more. */
  readonly untried: ReadonlySet<string>;
  /** The only rows that are written for now, by their positions; missing for all of them. */
  readonly only?: ReadonlySet<number>;
}

const NONE: ReadonlySet<string> = new Set();

/** Nothing, as long as nobody has refused anything. */
export const NOTHING_REFUSED: Refused = { byRule: () => false, found: () => NONE, untried: NONE };

/** The longest answer that a Status quotes, in characters: it is nowhere else. */
const LONGEST = 1_000;

/** A cell that refuses, and what becomes of it. */
interface Gone {
  readonly output: PlacedOutput;
  /** What would have been written, and what the cell reads now. */
  readonly text: string;
  readonly holds: string;
  /** The hash of an answer to the same question that stays in it; '' where nothing of the machine's does. */
  readonly keeps: string;
  /** Whether an answer to another question stands there, and a blank is taken: it would be wrong beside the new ones. */
  readonly isCleared: boolean;
}

/** Those of some rows that are written for now. */
export function forNow(rows: readonly Row[], { only }: Refused): readonly Row[] {
  return only ? rows.filter(({ at }) => only.has(at)) : rows;
}

/** The patch of a row without what its cells refuse, which its State knows to be as it was. */
export function around({ layout }: TableView, row: Row, patch: Patch, refused: Refused): Patch {
  const state = parseState(shownBy(patch.cells.get(layout.state) ?? ''));
  const gone = layout.outputs.flatMap((output, i) => {
    const content = patch.cells.get(output.at);
    if (content === undefined || !isRefused(output, patch.at, content, refused)) return [];
    return [goneIn(row, { output, text: shownBy(content), holds: row.outputs[i] ?? '' }, state, refused)];
  });
  if (gone.length === 0) return patch;
  const cells = new Map(patch.cells);
  for (const { output, isCleared } of gone) {
    if (isCleared) cells.set(output.at, '');
    else cells.delete(output.at);
  }
  if (state) {
    const written = new Map(state.cells);
    for (const { output, keeps } of gone)
      if (written.has(output.column.slot)) written.set(output.column.slot, keeps);
    cells.set(layout.state, asTextContent(stateText({ ...state, cells: written })));
  }
  const said = gone.flatMap((each) => saying(each, patch.at, refused));
  const before = shownBy(patch.cells.get(layout.status) ?? '');
  if (layout.status > 0 && said.length > 0)
    cells.set(layout.status, asTextContent(alsoCheck(before, said.join('; '))));
  return { ...patch, cells };
}

function goneIn(
  row: Row,
  cell: Pick<Gone, 'output' | 'text' | 'holds'>,
  state: State | undefined,
  { found, untried }: Refused,
): Gone {
  const { part, slot } = cell.output.column;
  const ours = ourCells(row).get(slot) ?? '';
  const isSame = state !== undefined && row.ledger.state?.fingerprint === state.fingerprint;
  const isByRule = !found(row.at).has(part) && !untried.has(part);
  return { ...cell, keeps: isSame ? ours : '', isCleared: !isSame && ours !== '' && isByRule };
}

function isRefused({ at, column }: PlacedOutput, row: number, content: Content, refused: Refused): boolean {
  if (refused.found(row).has(column.part) || refused.untried.has(column.part)) return true;
  return refused.byRule(row, at, content);
}

/** Nothing where the cell holds what would be written, as its answer of before. */
function saying({ output, text, holds, keeps, isCleared }: Gone, row: number, refused: Refused): string[] {
  if (text === '' || (text === holds && keeps !== '')) return [];
  const { at, column } = output;
  const [cell, quoted] = [`${columnLetters(at)}${row}`, `“${text.slice(0, LONGEST)}”`];
  const stays = holds !== '' && !isCleared;
  if (!refused.untried.has(column.part) || refused.found(row).has(column.part))
    return [`${cell} does not take ${quoted}${stays ? ' and stays as it was' : ''}`];
  return [
    `${cell} ${stays ? 'stays as it was' : 'is left blank'}, for its column refuses answers: ${quoted}`,
  ];
}
