/** Cells that keep the apostrophe behind which a text was written: it is not known whether those of format @ do, and columns of a person's own may have it. */
import { shownBy } from '../../sheet/cells';
import { Unparsed } from '../../sheet/linked';
import type { Patch } from '../../sheet/patches';
import type { Job } from './job';

/** What would take the apostrophes off again, of patches that have landed and were read back; none where nothing was kept. */
export function withoutApostrophes({ rows, view }: Job, patches: readonly Patch[]): Patch[] {
  return patches.flatMap(({ at, cells }) => {
    const held = rows[at - view.firstRow]?.values;
    const kept = [...cells].filter(
      ([column, content]) =>
        typeof content === 'string' && content.startsWith("'") && held?.[column - 1] === content,
    );
    if (kept.length === 0) return [];
    return [
      { at, cells: new Map(kept.map(([column, content]) => [column, new Unparsed(shownBy(content))])) },
    ];
  });
}
