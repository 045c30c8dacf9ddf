/** A table as people have it: some columns of facts, a few of their cells filled by hand, and an enrichment that fills the rest. */
import type { Draft } from '../../src/sidebar/protocol';
import { FACTS } from './countries';
import { DRAFT } from './drafts';
import { ask, saved } from './sidebar';
import { World, type WorldOptions } from './world';

/** Row 2 has none of its facts, row 3 one, row 4 all of them; “My capital” is none that anybody would find. */
export const HALF_FILLED = [
  ['Country', 'Capital', 'Money', 'Note'],
  ['Peru', '', '', 'a'],
  ['Chad', 'My capital', '', 'b'],
  ['Mali', 'Bamako!', 'CFA', 'c'],
  ['Japan', '', 'Yen!', 'd'],
];

/** Fills “Capital” and “Money”. */
export const FILLS: Draft = {
  ...DRAFT,
  template: FACTS.template,
  fields: [
    { name: 'capital', kind: 'text', fills: { heading: 'Capital' } },
    { name: 'currency', kind: 'text', fills: { heading: 'Money' } },
  ],
};

/** Such a table, and the enrichment's id. */
export async function halfFilled(
  options: WorldOptions = {},
  changes: Partial<Draft> = {},
  table: readonly (readonly string[])[] = HALF_FILLED,
): Promise<{ world: World; id: string }> {
  const world = await World.open(table, options);
  return { world, id: saved(world, { ...FILLS, ...changes }) };
}

/** Row 1, without what is ours alone. */
export function theirHeadings(world: World): string[] {
  const [headings = []] = world.sheet.displayRows();
  return headings.filter((text) => text !== '' && !text.startsWith(FACTS.name));
}

/** The enrichment as the page edits it now. */
export function draftNow(world: World, id: string): Draft {
  const found = ask(world, 'start', null).enrichments.find((each) => each.id === id);
  if (!found) throw new Error(`no enrichment ${id}`);
  const { revision, outputs, ...draft } = found;
  return draft;
}
