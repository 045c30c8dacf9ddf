/** Receipts can be read by everybody who may see the document: they name people who want it, and nobody else. */
import { expect, it } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { receipts } from '../../world/reading';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';

it('a receipt names whoever began the run only if they wanted it then', async () => {
  const { world, id } = await withFacts([['Country'], ['Peru']], {}, CAPITAL_DRAFT);
  const run = (country: string): void => {
    world.sheet.type(world.sheet.lastRow + 1, 1, country);
    enrich(world, id);
    follow(world, id);
  };
  enrich(world, id);
  follow(world, id);
  ask(world, 'nameMe', { named: true });
  expect(ask(world, 'start', null).named).toBe(true);
  run('Chad');
  ask(world, 'nameMe', { named: false });
  run('Mali');
  expect(receipts(world).map(({ By }) => By)).toEqual(['', 'owner@example.com', '']);
  const { sheets } = world.host.spreadsheet;
  const cells = sheets.flatMap((sheet) => sheet.displayRows()).flat();
  expect(cells.filter((text) => text.includes('@'))).toEqual(['owner@example.com']);
});
