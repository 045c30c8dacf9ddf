/** An enrichment is taken along, to another sheet and to another file: a draft there, under names that are free, and nothing of it is asked before Save. */
import { expect, it } from 'vitest';
import { atHomeOn, formIn, textOf } from '../../../src/sidebar/client/model/along';
import { draftOf } from '../../../src/sidebar/client/model/form';
import type { Saved, Start } from '../../../src/sidebar/protocol';
import { TEST_KEY } from '../../doubles/linkup';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

function firstOf({ enrichments }: Start): Saved {
  const [saved] = enrichments;
  if (!saved) throw new Error('nothing is saved');
  return saved;
}

/** Saves as the page does what was taken along, and fills the rows; the headings then. */
function useHere(world: World, text: string, start: Start): string[] {
  const form = formIn(text);
  if (typeof form === 'string') throw new Error(form);
  const draft = draftOf(atHomeOn(start, form));
  const { sheetId } = start;
  expect(world.linkup.bill.total()).toBe(0);
  const { id } = ask(world, 'save', { sheetId, draft, revision: '', force: false });
  enrich(world, id);
  follow(world, id);
  return world.sheet.displayRows()[0]?.slice(0, 6) ?? [];
}

it('to another sheet of the file, beside a column that is called like one of its own', async () => {
  const { world } = await withFacts(3);
  const saved = firstOf(ask(world, 'start', null));
  const other = world.host.spreadsheet.addSheet('Others');
  other.fromRows([
    ['Country', 'capital'],
    ['Peru', 'no idea'],
  ]);
  world.host.spreadsheet.select(other);
  const sheets = ask(world, 'sheets', null);
  expect(sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Others']);
  const there = ask(world, 'start', { sheetId: other.id });
  const headings = useHere(world, textOf(saved), there);
  expect(headings).toEqual(['Country', 'capital', 'capital 2', 'area', 'currency', 'landlocked']);
  expect([world.column('capital'), world.column('capital 2')]).toEqual([['no idea'], ['Lima']]);
  expect(firstOf(ask(world, 'start', { sheetId: 0 }))).toEqual(saved);
});

it('to another file, as a text in which nothing is secret', async () => {
  const { world } = await withFacts(2);
  const text = textOf(firstOf(ask(world, 'start', null)));
  expect(text).not.toContain(TEST_KEY);
  const file = await World.open([['Country'], ['Peru']]);
  expect(useHere(file, text, ask(file, 'start', null)).slice(0, 2)).toEqual(['Country', 'capital']);
  expect(file.column('capital')).toEqual(['Lima']);
});
