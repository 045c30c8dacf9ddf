/** Columns that somebody deleted, and headings that somebody changed: which they are is said, with the way to have them back. */
import { describe, expect, it } from 'vitest';
import type { Saved } from '../../../src/sidebar/protocol';
import { CAPITAL_DRAFT, DRAFT } from '../../world/drafts';
import { lastDialog } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { ask, codeOf, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [
  ['Country', 'Notes', 'Visited'],
  ['Angola', 'a', '2001'],
  ['Peru', '', '2002'],
  ['Chad', 'c', '2003'],
];
const CAPITALS = ['Luanda', 'Lima', "N'Djamena"];

async function answered(draft = CAPITAL_DRAFT): Promise<{ world: World; id: string }> {
  const made = await withFacts(TABLE, {}, draft);
  enrich(made.world, made.id);
  follow(made.world, made.id);
  return made;
}

function dropColumn(world: World, heading: string): void {
  const [headings = []] = world.sheet.displayRows();
  world.sheet.deleteColumns(headings.indexOf(heading) + 1, 1);
}

function onPage(world: World): Saved {
  const [saved] = ask(world, 'start', null).enrichments;
  if (!saved) throw new Error('nothing is saved');
  return saved;
}

/** What the page sends at “Put it back” or “Use … instead”: what is saved, with at most the question changed. */
function saveAgain(world: World, change: Partial<Saved> = {}): string {
  const { outputs, status, missing, isBroken, renamed, revision, ...draft } = { ...onPage(world), ...change };
  return codeOf(world, 'save', { sheetId: world.sheet.id, draft, revision, force: false });
}

describe('a column of answers that was deleted', () => {
  it('is named; put back, it gets from Linkup what that still has, for nothing', async () => {
    const { world, id } = await answered();
    dropColumn(world, 'capital');
    expect(onPage(world)).toMatchObject({ missing: ['capital'], isBroken: false });
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('outputs-gone');
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toContain('“capital”');
    expect(saveAgain(world)).toBe('');
    expect(onPage(world).missing).toEqual([]);
    enrich(world, id);
    world.untilDone();
    expect(world.column('capital')).toEqual(CAPITALS);
    expect(new Set(world.column(statusOf('Facts')))).toEqual(new Set(['Done']));
    expect(world.linkup.bill.entries).toHaveLength(3);
  });

  it('among others is said in the offer: its part of an answer is written nowhere', async () => {
    const { world, id } = await withFacts(TABLE, {}, DRAFT);
    dropColumn(world, 'capital');
    const { stakes } = ask(world, 'offer', toFill(world, id));
    expect(stakes.join()).toContain('“capital” was deleted');
    expect(onPage(world).missing).toEqual(['capital']);
  });

  it('and is hidden is made again the same way', async () => {
    const { world } = await answered();
    const [headings = []] = world.sheet.displayRows();
    dropColumn(world, headings.find((each) => each.includes('state (Linkup')) ?? '');
    expect(onPage(world)).toMatchObject({ missing: [], isBroken: true });
    expect(saveAgain(world)).toBe('');
    expect(onPage(world).isBroken).toBe(false);
  });
});

describe('a heading that the question names and somebody changed', () => {
  it('is found by what rows were asked, and asked instead at a press, for nothing', async () => {
    const { world, id } = await answered();
    world.sheet.type(1, 1, 'Land');
    const { template, renamed } = onPage(world);
    expect(renamed).toEqual({ gone: 'Country', instead: 'Land' });
    expect(saveAgain(world, { template: template.replace('{{Country}}', '{{Land}}') })).toBe('');
    expect(onPage(world).renamed).toBeNull();
    expect(ask(world, 'offer', toFill(world, id)).questions).toBe(0);
    expect(world.column('capital')).toEqual(CAPITALS);
  });

  it('of a table that was never asked is told where only one can be meant', async () => {
    const { world } = await withFacts([['Country'], ['Peru']], {}, CAPITAL_DRAFT);
    world.sheet.type(1, 1, 'Land');
    expect(onPage(world).renamed).toEqual({ gone: 'Country', instead: 'Land' });
    world.sheet.type(1, 4, '');
    world.sheet.insertColumns(1, 1);
    world.sheet.type(1, 1, 'Rank');
    expect(onPage(world).renamed).toEqual({ gone: 'Country', instead: '' });
  });
});
