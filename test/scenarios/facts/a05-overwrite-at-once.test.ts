/** A5: “overwrite” right after a run asks anew, and takes no old answer for a new one. */

import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { MENU } from '../../world/says';
import { after, countries, wired } from '../../world/wired';
import type { World } from '../../world/world';

fact('A5 “overwrite” right after a run, and a lost answer', async (edition) => {
  const stage = await wired(edition, countries(6));
  const { world, linkup } = stage;
  world.press(MENU.all, 'YES');
  world.untilDone();
  const old = linkup.ownTasks.map(({ id }) => id);
  linkup.failNext({ method: 'POST', path: '/v1/tasks', effect: 'after', network: 'timeout' });
  overwrite(world);
  after(stage, 60);
  expect(linkup.ownTasks).toHaveLength(12);
  const named = new Set(hiddenCells(world, 'task'));
  expect(old.filter((id) => named.has(id))).toEqual([]);
  expect(linkup.ownTasks.slice(6).every(({ id }) => named.has(id))).toBe(true);
});

/** Presses Enrich in the sidebar, with “overwrite”. */
function overwrite(world: World): void {
  const [found] = (
    world.sidebar('start', null) as {
      enrichments: readonly { id: string; revision?: string }[];
    }
  ).enrichments;
  const choice = { id: found?.id ?? '', revision: found?.revision ?? '', scope: 'all', overwrite: true };
  const offer = world.sidebar('offer', choice) as { total: number };
  world.sidebar('enrich', { ...offer, ...choice, cap: offer.total });
}

function hiddenCells(world: World, part: string): string[] {
  const [headings = [], ...rows] = world.sheet.displayRows();
  const at = headings.findIndex((heading) => heading.includes(` ${part} `));
  return rows.map((row) => row[at] ?? '');
}
