/** Three capitals, their columns, and Saves that add to them. */

import { expect } from 'vitest';
import type { Draft } from '../../src/sidebar/protocol';
import { DRAFT } from './drafts';
import { replyTo } from './reading';
import { statusOf } from './says';
import { ask, enrich, toFill } from './sidebar';
import { World, type WorldOptions } from './world';

/** The table. */
export const TABLE = [['Country'], ['Peru'], ['Chad'], ['Mali']];
/** What its rows are answered with. */
export const CAPITALS = ['Lima', "N'Djamena", 'Bamako'];

/** An enrichment about capitals alone. */
export const CAPITAL: Draft = {
  ...DRAFT,
  template: 'What is the capital of {{Country}}, and its currency?',
  fields: [{ name: 'capital', kind: 'text' }],
};

/** One more field. */
export const CURRENCY = { name: 'currency', kind: 'text' } as const;

/** Saves over whatever was saved; the enrichment's id. */
export function save(world: World, draft: Draft): string {
  return ask(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true }).id;
}

/** A table whose capitals were answered. */
export async function answered(options: WorldOptions): Promise<{ world: World; id: string }> {
  const world = await World.open(TABLE, options);
  const id = save(world, CAPITAL);
  enrich(world, id);
  world.untilDone();
  expect(world.column('capital')).toEqual(CAPITALS);
  return { world, id };
}

/** How many rows “fill” would ask, and why others are left out. */
export function offered(world: World, id: string): { rows: number; reasons: string[] } {
  const { rows, skipped } = ask(world, 'offer', toFill(world, id));
  return { rows, reasons: skipped.map(({ reason }) => reason) };
}

/** Row 1, without the blanks at its end. */
export function headings(world: World): string[] {
  return (world.sheet.displayRows()[0] ?? []).filter((text) => text !== '');
}

/** The columns that metadata names, in their order. */
export function marks({ host }: World): string[] {
  const all = [...host.spreadsheet.allMetadata()].filter(({ metadata }) => metadata.key === 'linkup');
  return all
    .sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
    .map(({ metadata }) => metadata.value ?? '');
}

/** The State cell of a row, from 0. */
export function stateOf(world: World, row: number): string | undefined {
  return world.column('Facts state (Linkup, do not edit)')[row];
}

/** The reply to a Save, whether it was taken or refused. */
export function trySave(world: World, draft: Draft): unknown {
  return replyTo(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true });
}

/** What a saved enrichment about capitals looks like, whatever went before. */
export function expectOneSet(world: World, id: string): void {
  expect(headings(world)).toEqual([
    'Country',
    'capital',
    statusOf('Facts'),
    'Facts state (Linkup, do not edit)',
    'Facts task (Linkup, do not edit)',
    'Facts question (Linkup, do not edit)',
  ]);
  expect(marks(world)).toEqual(['#a', 'status', 'state', 'task', 'question'].map((part) => `${id}/${part}`));
  expect([1, 2, 3, 4, 5, 6].map((column) => world.sheet.column(column).hidden)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
  expect(ask(world, 'start', null).enrichments).toHaveLength(1);
  expect([...world.host.properties.document.keys()].filter((key) => key.includes('saving'))).toEqual([]);
}
