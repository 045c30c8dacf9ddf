/** Checkboxes hold FALSE from the beginning: unticked ones that nobody has answered are blank. */
import { describe, expect, it } from 'vitest';
import { lastDialog } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { ask, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [['Country'], ['Peru'], ['Chad'], ['Mali'], ['Fiji']];

/** An enrichment whose yes/no column was made checkboxes down to row 30 before it is first asked. */
async function boxed(): Promise<{ world: World; id: string; at: number }> {
  const { world, id } = await withFacts(TABLE, {}, { fields: [{ name: 'landlocked', kind: 'yes/no' }] });
  const at = (world.sheet.displayRows()[0] ?? []).indexOf('landlocked') + 1;
  world.sheet.insertCheckboxes(2, at, 30, at);
  return { world, id, at };
}

describe('a yes/no column of checkboxes', () => {
  it('is filled where nobody has ticked it; what a person ticked, typed or took off since stays', async () => {
    const { world, id, at } = await boxed();
    world.sheet.type(4, at, 'TRUE');
    // Still FALSE, but no box.
    world.sheet.validate(5, at, 5, at);
    enrich(world, id);
    const run = follow(world, id).at(-1)?.run ?? '';
    expect(world.values('landlocked').slice(0, 4)).toEqual([false, true, true, false]);
    expect(world.column(statusOf('Facts')).slice(0, 4)).toEqual([SAYS.done, SAYS.done, '', '']);
    world.sheet.type(3, at, 'FALSE');
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toContain(
      '1 row left out: answered already.\n3 rows left out: filled by hand.',
    );
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 1, kept: 1, later: 0, earlier: 0 });
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 1 });
    expect(world.linkup.tasks).toHaveLength(2);
  });
});

it('rows below the table with nothing but unticked boxes of a person’s are no rows', async () => {
  const { world } = await withFacts(TABLE.map(([country = '']) => [country, '']));
  world.sheet.insertCheckboxes(2, 2, 30, 2);
  world.press(MENU.all, 'NO');
  expect(lastDialog(world)).toContain('4 rows to ask');
  expect(lastDialog(world)).not.toContain('left out');
});
