/** Pages to fetch that stand behind a text: links, HYPERLINK formulas and smart chips. */
import { expect, it } from 'vitest';
import { lastDialog } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { World } from '../../world/world';

const url = (country: string): string => `https://countries.example/${country}`;

/** Four pages, each given in its own way, and a line of words; how many calls asked for what is behind the texts. */
async function opened(chipLinks: 'told' | 'untold'): Promise<{ world: World; looks: () => number }> {
  const table = [['Page'], [''], [url('tcd')], [''], [''], ['none']];
  const world = await World.open(table, { google: { chipLinks } });
  const { sheet } = world;
  sheet.putLink(2, 1, 'Peru', url('per'));
  sheet.type(4, 1, `=HYPERLINK("${url('mli')}";"Mali")`);
  sheet.setComputed(4, 1, 'Mali');
  sheet.putChip(5, 1, 'Fiji – Countries', url('fji'));
  let looks = 0;
  world.host.onServiceCall = ({ method }) => {
    looks += method === 'getRichTextValues' ? 1 : 0;
  };
  world.save({
    name: 'It',
    type: 'fetch',
    shape: 'page',
    template: '{{Page}}',
    fields: [],
    options: { mode: 'standard' },
  });
  return { world, looks: () => looks };
}

it.each([
  ['told', 4],
  ['untold', 3],
] as const)('a page is opened where the link behind its title leads; chips are %s', async (chips, pages) => {
  const { world } = await opened(chips);
  world.press(MENU.all, 'YES');
  expect(lastDialog(world)).toContain(`${pages} rows to ask`);
  expect(lastDialog(world)).toContain('left out: “Page” is no web address, and no link leads to one.');
  world.untilDone();
  expect(world.linkup.tasks.map(({ question }) => question)).toEqual(
    ['per', 'tcd', 'mli', 'fji'].slice(0, pages).map(url),
  );
  expect(world.column(statusOf('It')).filter((status) => status === 'Done')).toHaveLength(pages);
});

it('looks behind texts only where one is no address', async () => {
  const { world, looks } = await opened('untold');
  world.press(MENU.all, 'NO');
  expect(looks()).toBe(1);
  world.sheet.fromRows([['Page'], ...['per', 'tcd', 'mli', 'fji', 'che'].map((country) => [url(country)])]);
  world.press(MENU.all, 'NO');
  expect(looks()).toBe(1);
});
