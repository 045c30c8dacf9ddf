/** Whatever the web says stays text: hostile strings from Linkup's answer to the cell, through the built add-on; 100,000 when thorough. */

import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../doubles/linkup';
import { hostileStrings } from '../../world/hostile-strings';
import { MENU } from '../../world/says';
import { oneIn } from '../../world/thorough';
import { World } from '../../world/world';

const WORLDS = [1, 2, 3, 4, 5];
const ROWS = 500;
const FIELDS = 40;

const SOURCE = { name: 'A page', url: 'https://page.example', content: 'text' };
const columns = Array.from({ length: FIELDS }, (_, i) => `t${i + 1}`);

/** A web that knows `FIELDS` texts about each thing. */
function webOf(texts: readonly string[]): Knowledge {
  const topicOf = (question: string) => {
    const row = Number(/thing (\d+)/.exec(question)?.[1]);
    const facts = columns.map((key, i) => ({ key, value: texts[row * FIELDS + i] ?? '', sentence: key }));
    return { name: `thing ${row}`, facts, sources: [SOURCE], images: [] };
  };
  return { topicOf, pageAt: () => 'MISSING' };
}

async function enriched(texts: readonly string[]): Promise<World> {
  const things = Array.from({ length: ROWS }, (_, i) => [`thing ${i}`]);
  const world = await World.open([['Thing'], ...things], { knowledge: webOf(texts) });
  world.save({
    name: 'Texts',
    template: 'About {{Thing}}',
    fields: columns.map((name) => ({ name, kind: 'text' as const })),
  });
  world.press(MENU.all, 'YES');
  world.untilDone();
  return world;
}

const CUT = ' … [cut: a cell holds 50,000 characters]';

/** What a cell must hold: the text, byte for byte, or as much of it as a cell can hold. */
function kept(text: string): string {
  return text.length <= 50_000 ? text : text.slice(0, 50_000 - CUT.length) + CUT;
}

/** Cells that hold anything but the text that Linkup sent. */
function misread(world: World, texts: readonly string[]): string[] {
  return texts.flatMap((text, i) => {
    const cell = world.sheet.peek(2 + Math.floor(i / FIELDS), 2 + (i % FIELDS));
    const same = cell?.formula === undefined && cell?.value === kept(text);
    return same ? [] : [`${JSON.stringify(text.slice(0, 60))} became ${JSON.stringify(cell).slice(0, 90)}`];
  });
}

describe('hostile strings', () => {
  it.each(
    oneIn(WORLDS.length, WORLDS),
  )('are the same text in the cell, never a formula, number, date or markup (20,000 of seed %i)', async (seed) => {
    const texts = hostileStrings(ROWS * FIELDS, seed);
    const world = await enriched(texts);
    expect(misread(world, texts).slice(0, 5)).toEqual([]);
  });
});
