/** A27: a Save that fails leaves no column behind, and the next one completes it. */

import { describe, expect } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { ServiceError } from '../../doubles/google';
import { CAPITAL, expectOneSet, headings, marks, TABLE, trySave } from '../../world/columns';
import { fact } from '../../world/fact';
import { replyTo } from '../../world/reading';
import { statusOf } from '../../world/says';
import { ask } from '../../world/sidebar';
import { World } from '../../world/world';

describe('a Save that is refused', () => {
  fact('A27 a question over 9 kB: no column is made, and it is said', async (edition) => {
    const world = await World.open(TABLE, { edition });
    const draft = { ...CAPITAL, template: `{{Country}} ${'x'.repeat(9_500)}` };
    const reply = replyTo(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true });
    expect(headings(world)).toEqual(['Country']);
    expect(marks(world)).toEqual([]);
    expect(reply).toMatchObject({ ok: false, code: 'bad-option' });
  });

  fact('A27 no room for its columns: nothing is changed, and it is said', async (edition) => {
    const world = await World.open(TABLE, { edition });
    const big = world.host.spreadsheet.addSheet('Big');
    big.insertColumns(27, 9_940);
    const reply = replyTo(world, 'save', { sheetId: world.sheet.id, draft: WIDE, revision: '', force: true });
    expect(headings(world)).toEqual(['Country']);
    expect(marks(world)).toEqual([]);
    expect(reply).toMatchObject({ ok: false, code: 'no-room' });
  });
});

/** More fields than a new sheet has columns. */
const WIDE: Draft = {
  ...CAPITAL,
  fields: Array.from({ length: 40 }, (_, i) => ({ name: `field ${i}`, kind: 'text' as const })),
};

fact('A27 a time-out at hideColumns: the next Save leaves one set of columns', async (edition) => {
  const world = await World.open(TABLE, { edition });
  failAt(world, 'hideColumns', 2);
  for (const _ of [1, 2]) {
    const reply = trySave(world, CAPITAL);
    expect(headings(world).filter((text) => text === statusOf('Facts')).length).toBeLessThanOrEqual(1);
    expect(reply).toMatchObject({ ok: false, code: 'not-saved' });
  }
  const { id } = ask(world, 'save', { sheetId: world.sheet.id, draft: CAPITAL, revision: '', force: true });
  expectOneSet(world, id);
});

fact('A27 refused format rules: the enrichment is saved without colours', async (edition) => {
  const world = await World.open(TABLE, { edition });
  failAt(world, 'setConditionalFormatRules', 3);
  for (const _ of [1, 2]) {
    const reply = trySave(world, CAPITAL);
    expect(headings(world).filter((text) => text === statusOf('Facts'))).toHaveLength(1);
    expect(reply).toMatchObject({ ok: true });
  }
  expect(ask(world, 'start', null).enrichments).toHaveLength(1);
});

/** Google refuses a call so many times. */
function failAt(world: World, method: string, times: number): void {
  let left = times;
  world.host.onServiceCall = (call) => {
    if (call.method === method && left-- > 0)
      throw new ServiceError('Service Spreadsheets timed out while accessing document.');
  };
}
