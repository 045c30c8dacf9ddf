/** docs/recipes.md can be followed: each recipe is an enrichment that can be saved, costs what stands there, and brings answers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/enrichment/check';
import type { Field } from '../../../src/enrichment/definition';
import { FIELD_KINDS } from '../../../src/enrichment/definition';
import { inUsd } from '../../../src/enrichment/money';
import { oneOf } from '../../../src/enrichment/parse';
import type { Step } from '../../../src/enrichment/step';
import { atStep } from '../../../src/enrichment/steps';
import { priceOf } from '../../../src/linkup/prices';
import { enrichmentOf } from '../../../src/sidebar/draft';
import type { Draft } from '../../../src/sidebar/protocol';
import { worldKnowledge } from '../../doubles/linkup';
import { enrichAll } from '../../world/chains';
import { COMPANIES } from '../../world/companies';
import { withCompanies } from '../../world/company-web';
import { ask, saved } from '../../world/sidebar';
import { World } from '../../world/world';

/** A column of a recipe's table: what stands in it, by the words before it. */
type Recipe = Readonly<Record<string, string>>;

/** The recipes that have a table, by their headings; a chain has one column for each enrichment. */
const recipes = new Map(
  readFileSync('docs/recipes.md', 'utf8')
    .split(/^## /m)
    .map((text) => [text.split('\n')[0] ?? '', columnsOf(text)] as const)
    .filter(([, columns]) => columns.length > 0),
);

function columnsOf(text: string): Recipe[] {
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| |'));
  const rows = lines.map((line) => line.split(/ ?\| ?/).slice(1, -1));
  const columns = Math.max(0, ...rows.map((row) => row.length - 1));
  return Array.from({ length: columns }, (_, i) =>
    Object.fromEntries(
      rows.map(([label = '', ...cells]) => [label.replace(/.*page$/, 'question'), cells[i] ?? '']),
    ),
  );
}

const kind = oneOf(...FIELD_KINDS);

function fieldOf(text: string): Field {
  const [, name = '', of, choices] = /^(.+) \(([^:]+)(?:: (.+))?\)$/.exec(text) ?? [];
  return { name, kind: kind(of, text), ...(choices ? { choices: choices.split(', ') } : {}) };
}

const STEPS: Readonly<Record<string, Step>> = {
  'Deep search': { type: 'search', depth: 'deep' },
  'Fetch with JavaScript': { type: 'fetch', mode: 'standard', renderJs: true },
};

/** A recipe as it is entered into the form. */
function draftOf(name: string, recipe: Recipe): Draft {
  const [type, how = ''] = (recipe.type ?? '').toLowerCase().split(', ');
  const step = STEPS[recipe['if nothing is found'] ?? ''];
  return {
    ...{ id: '', name, shape: 'fields', schema: '', sources: false },
    template: (recipe.question ?? '').replace(/^\*|\*$/g, ''),
    fields: (recipe.fields ?? '').split(' · ').map(fieldOf),
    ...(recipe.sources ? { fieldSources: true } : {}),
    ...(step ? { steps: [step] } : {}),
    ...(type === 'fetch'
      ? { type, options: { mode: how, renderJs: false, ...said(recipe) } }
      : { type: 'search', options: { depth: how } }),
  };
}

function said({ instructions }: Recipe): { instructions?: string } {
  return instructions ? { instructions: instructions.replaceAll('*', '') } : {};
}

const each = [...recipes].flatMap(([name, columns]) =>
  columns.map((recipe, i) => ({ name: columns.length > 1 ? `${name} ${i + 1}` : name, recipe })),
);

describe('each recipe', () => {
  it.each(each)('$name can be saved, and costs what it says', ({ name, recipe }) => {
    const e = enrichmentOf(draftOf(name, recipe), 0);
    expect(() => checkDefinition(e)).not.toThrow();
    const prices = [1, 2].map((step) => `$${inUsd(priceOf(atStep(e, step)))}`);
    const told = recipe.price?.match(/\$[\d.]+/g);
    expect(told).toEqual(e.steps ? prices : prices.slice(0, 1));
  });

  it('is there', () => {
    expect(each).toHaveLength(5);
  });
});

const [one, two] = COMPANIES;
const TABLE = [['Company', 'Website'], ...[one, two].map((c) => [c?.name ?? '', c?.website ?? ''])];
const opened = () => World.open(TABLE, { knowledge: withCompanies(worldKnowledge()) });

function draftsOf(name: string): Draft[] {
  return (recipes.get(name) ?? []).map((recipe, i) => draftOf(`${name} ${i + 1}`, recipe));
}

describe('played on the local stand-ins', () => {
  it('company profiles fill their four columns', async () => {
    const world = await opened();
    for (const draft of draftsOf('Company profiles')) saved(world, draft);
    world.press('Enrich…', 'YES');
    world.untilDone();
    expect(['Industry', 'City', 'Founded', 'Employees'].map((heading) => world.column(heading)[0])).toEqual([
      one?.industry,
      expect.stringContaining(one?.city ?? ''),
      String(one?.founded),
      String(one?.employees),
    ]);
  });

  it('contacts are found and then read, in one go', async () => {
    const world = await opened();
    for (const draft of draftsOf('Contacts, found and then read')) saved(world, draft);
    enrichAll(world);
    world.untilDone();
    expect(world.column('Contact page')).toEqual([one, two].map((c) => `https://${c?.website}/contact`));
    expect(world.column('E-mail')).toEqual([one, two].map((c) => `hello@${c?.website}`));
    expect(world.column('Phone')).toEqual([one, two].map((c) => c?.phone));
    expect(ask(world, 'start', null).enrichments).toHaveLength(2);
  });
});
