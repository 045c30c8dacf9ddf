/** What goes with a row's cells besides what they hold: the note beside its pages, and the percent format of a number that came as “12.5 %”. Pure. */
import { holdsPages, type OutputColumn } from '../../enrichment/columns';
import { type Content, contentAgain, contentOf, Formatted, type Value } from '../../sheet/cells';
import type { State } from '../../sheet/ledger';
import { Linked, linkedAgain, noteAfter, withNote } from '../../sheet/linked';

/** As a State keeps it: what the machine left, so that it goes with what it belongs to, and nothing else does. */
export type Besides = Pick<State, 'note' | 'shares'>;

const NONE: ReadonlySet<string> = new Set();

/** How a cell looks that nobody has formatted. */
const PLAIN = 'General';

/** The contents for some cells of a row in which the machine has `left` something, and what is beside them then; undefined for a cell that stays as it is. */
export function withBesides(
  columns: readonly OutputColumn[],
  contents: readonly (Content | undefined)[],
  left: Besides,
  stays: Besides,
): { readonly contents: (Content | undefined)[]; readonly besides: Besides } {
  let note = stays.note ?? '';
  const shares = new Set(stays.shares);
  const dressed = contents.map((content, i) => {
    const column = columns[i];
    if (content === undefined || !column) return content;
    if (holdsPages(column.part)) {
      note = noteAfter(content);
      return withNote(content, left.note ?? '');
    }
    if (content instanceof Formatted) {
      shares.add(column.slot);
      return content;
    }
    shares.delete(column.slot);
    const isPlain = !(left.shares ?? NONE).has(column.slot) || content instanceof Linked;
    return isPlain ? content : new Formatted(content, PLAIN);
  });
  return {
    contents: dressed,
    besides: { ...(note === '' ? {} : { note }), ...(shares.size === 0 ? {} : { shares }) },
  };
}

/** The content that puts what one cell holds into another of its column, with what was left beside it. */
export function contentLike(
  { part, slot }: OutputColumn,
  value: Value | undefined,
  row: number,
  { note = '', shares = NONE }: Besides,
): Content {
  if (holdsPages(part) && typeof value === 'string' && value !== '') return linkedAgain(value, { row, note });
  if (typeof value === 'number' && shares.has(slot))
    return contentOf({ kind: 'number', number: value, isShare: true });
  return contentAgain(value);
}
