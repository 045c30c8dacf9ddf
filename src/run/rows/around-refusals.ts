/** Patches around cells that refuse what would be written there: the row gets the rest, and its Status says which cell does not take what. Pure. */
import { columnLetters } from '../../enrichment/letters';
import { alsoCheck } from '../../enrichment/status';
import { asTextContent, shownBy } from '../../sheet/cells';
import type { PlacedOutput } from '../../sheet/layout';
import { parseState, stateText } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { TableView } from '../../sheet/table';
import type { Refuses } from '../../sheet/validation';

/** What is not to be written. */
export interface Refused {
  /** By the rules of single cells. */
  readonly byRule: Refuses;
  /** Columns, by the part of their output, that were found to refuse this row's answer. */
  readonly found: ReadonlySet<string>;
  /** Columns that refused others, for reasons that cannot be read, and are not tried any more. */
  readonly untried: ReadonlySet<string>;
}

/** Nothing, as long as nobody has refused anything. */
export const NOTHING_REFUSED: Refused = { byRule: () => false, found: new Set(), untried: new Set() };

/** The longest answer that a Status quotes, in characters: it is nowhere else. */
const LONGEST = 1_000;

/** The patch without what its cells refuse, which its State knows to be blank. */
export function around({ layout }: TableView, patch: Patch, refused: Refused): Patch {
  const gone = layout.outputs.filter((output) => isRefused(output, patch, refused));
  if (gone.length === 0) return patch;
  const cells = new Map(patch.cells);
  for (const { at } of gone) cells.delete(at);
  const state = parseState(shownBy(patch.cells.get(layout.state) ?? ''));
  if (state) {
    const written = new Map(state.cells);
    for (const { column } of gone) if (written.has(column.slot)) written.set(column.slot, '');
    cells.set(layout.state, asTextContent(stateText({ ...state, cells: written })));
  }
  const said = gone.flatMap((output) => saying(output, patch, refused));
  const before = shownBy(patch.cells.get(layout.status) ?? '');
  if (layout.status > 0 && said.length > 0)
    cells.set(layout.status, asTextContent(alsoCheck(before, said.join('; '))));
  return { ...patch, cells };
}

function isRefused({ at, column: { part } }: PlacedOutput, patch: Patch, refused: Refused): boolean {
  const content = patch.cells.get(at);
  if (content === undefined) return false;
  if (refused.found.has(part) || refused.untried.has(part)) return true;
  return refused.byRule(patch.at, at, content);
}

function saying({ at, column: { part } }: PlacedOutput, patch: Patch, { found, untried }: Refused): string[] {
  const text = shownBy(patch.cells.get(at) ?? '');
  if (text === '') return [];
  const [cell, quoted] = [`${columnLetters(at)}${patch.at}`, `“${text.slice(0, LONGEST)}”`];
  const isUntried = untried.has(part) && !found.has(part);
  return [
    isUntried
      ? `${cell} is left blank, for its column refuses answers: ${quoted}`
      : `${cell} does not take ${quoted}`,
  ];
}
