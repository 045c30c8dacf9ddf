/** Cells that keep the apostrophe behind which a text was written: it is not known whether those of format @ do, and columns of a person's own, or a whole sheet, may have it. */
import { asTextContent, type Content, shownBy, type Value } from '../../sheet/cells';
import { Unparsed } from '../../sheet/linked';
import type { Patch } from '../../sheet/patches';
import type { Job } from './job';

/** Whether a cell that was just written keeps it: in the text that it holds. */
export function keepsApostrophe(held: Value | undefined, content: Content): boolean {
  const text = shownBy(content);
  return text !== '' && held === asTextContent(text);
}

/** What would take the apostrophes off again, of patches that have landed and were read back; none where nothing was kept. */
export function withoutApostrophes({ rows, view }: Job, patches: readonly Patch[]): Patch[] {
  return patches.flatMap(({ at, cells }) => {
    const held = rows[at - view.firstRow]?.values;
    const kept = [...cells].filter(([column, content]) => keepsApostrophe(held?.[column - 1], content));
    if (kept.length === 0) return [];
    return [
      { at, cells: new Map(kept.map(([column, content]) => [column, new Unparsed(shownBy(content))])) },
    ];
  });
}
