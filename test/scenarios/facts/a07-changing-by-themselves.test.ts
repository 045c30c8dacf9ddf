/** A7: what looks like an error may be a text that somebody typed, and some questions change by themselves. */
import { describe, expect, it } from 'vitest';
import { fact } from '../../world/fact';
import { opened, pressEnrich } from '../../world/twelve-rows';
import { World } from '../../world/world';

describe('a text that a person typed', () => {
  it.each([
    '#1',
    '#AI',
    'Loading...',
    'Wait…',
    '#TEAM!',
  ])('is theirs, whatever it looks like: %s', async (text) => {
    const world = await World.open([['Country'], [text], ['Chad']]);
    world.save({});
    pressEnrich(world);
    expect(world.linkup.tasks.map(({ sent }) => sent)).toMatchObject([
      { q: `What is the capital of ${text}?` },
      {},
    ]);
  });
});

describe('a question that changes by itself', () => {
  it.each([
    '=A2&NOW()',
    '=RAND()',
    '=RANDBETWEEN(1; 9)',
  ])('is left out of the offer, in words: %s', async (formula) => {
    const world = await opened({});
    world.sheet.type(2, 1, formula);
    world.sheet.setComputed(2, 1, 'Chad 46351.5');
    world.save({});
    pressEnrich(world);
    expect(world.host.ui.dialogs.at(-1)?.message).toContain('1 row left out: “Country” changes by itself');
    expect(world.linkup.tasks).toHaveLength(11);
  });

  fact('A7 by way of another cell is left out too: it reads otherwise a moment later', async (edition) => {
    const world = await opened({ edition });
    const { sheet } = world;
    sheet.type(2, 1, '=Z1');
    let reads = 0;
    world.host.onServiceCall = ({ method }) => {
      reads += method === 'getDisplayValues' ? 1 : 0;
      sheet.setComputed(2, 1, `Chad ${reads}`);
    };
    world.save({});
    pressEnrich(world);
    expect(world.host.ui.dialogs[0]?.message).toContain('1 row left out: “Country” changes by itself');
    expect(world.linkup.tasks).toHaveLength(11);
  });
});
