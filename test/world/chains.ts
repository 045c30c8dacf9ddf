/** Three enrichments that use each other's columns, enriched in one go. */

import { countryTable } from './countries';
import { CAPITAL_DRAFT } from './drafts';
import { ask, saved } from './sidebar';
import { World, type WorldOptions } from './world';

/** Uses the first one's answer. */
export const SECOND = {
  ...CAPITAL_DRAFT,
  name: 'Size',
  template: 'What is the area in km² of {{Country}}, whose capital is {{capital}}?',
  fields: [{ name: 'area', kind: 'number' as const }],
};

/** Uses the answers of both. */
export const THIRD = {
  ...CAPITAL_DRAFT,
  name: 'Coast',
  template: 'Is {{Country}} with its {{area}} km² and {{capital}} landlocked?',
  fields: [{ name: 'landlocked', kind: 'yes/no' as const }],
};

/** What the question of each of them can be told by. */
export const WORDS = { facts: 'What is the capital of', size: 'area in km', coast: 'landlocked?' };

/** Three enrichments, saved from the last to the first as far as that can be: the order is found. */
export async function chained(options: WorldOptions = {}, rows = 3) {
  const world = await World.open(countryTable(rows), options);
  const ids = [saved(world, CAPITAL_DRAFT), saved(world, SECOND), saved(world, THIRD)];
  return { world, ids };
}

export function chainOffer(world: World, user?: string) {
  return ask(world, 'chainOffer', { sheetId: world.sheet.id }, user);
}

/** Enriches all columns at the price that is offered. */
export function enrichAll(world: World, cap?: number, user?: string) {
  const { sheetId, revision, total } = chainOffer(world, user);
  return ask(world, 'enrichChain', { sheetId, revision, total, cap: cap ?? total }, user);
}

/** The questions that were asked with some words in them. */
export function asked(world: World, words: string): string[] {
  return world.linkup.tasks.flatMap(({ sent }) => {
    const text = JSON.stringify(sent);
    return text.includes(words) ? [text] : [];
  });
}

/** How many questions of each of the three were asked. */
export function askedOfEach(world: World): number[] {
  return Object.values(WORDS).map((words) => asked(world, words).length);
}

/** Whether a run goes on. */
export function isLive(world: World): boolean {
  return [...world.host.properties.document.keys()].some((key) => key.startsWith('linkup.run.'));
}

/** The run of an enrichment by its name, as it is on record. */
export function runOf(world: World, name: string): Record<string, unknown> {
  const records = [...world.host.properties.document.entries()].filter(([key]) =>
    key.startsWith('linkup.run.'),
  );
  const runs = records.map(([, json]) => JSON.parse(json) as Record<string, unknown>);
  const found = runs.find((run) => run.name === name);
  if (!found) throw new Error(`no run of “${name}”`);
  return found;
}

/** In USD. */
export function billed(world: World): number {
  return world.linkup.bill.entries.reduce((sum, { price }) => sum + price, 0);
}
