/** A document in which everything is that the add-on ever leaves in one: for whatever has to find all of it, and leave what is a person's. */
import { readFileSync } from 'node:fs';
import { ExecutionKilled } from '../doubles/google';
import { TEST_KEY } from '../doubles/linkup';
import { built } from './built';
import { type KeptDocument, openAgain } from './document';
import { DRAFT } from './drafts';
import { calculate } from './formula';
import { killBefore } from './kills';
import { makeList } from './lists';
import { schedule } from './schedules';
import { ask, BOB, enrich, follow, saved } from './sidebar';
import { slow } from './slow';
import { DEEP, tryOne } from './tries';
import { World, type WorldOptions } from './world';

/** A title and a blank row above the headings; a column to be filled, and one that is hidden. */
const TABLE = [
  ['My countries', '', '', ''],
  ['Country', 'Area', 'Note', 'Secret'],
  ['Peru', '', 'seen', 'a'],
  ['Chad', '1,284,000', '', 'b'],
  ['Mali', '', 'later', 'c'],
  ['Japan', '', '', 'd'],
];

/** Each is asked with what the others are not. */
const FACTS = { ...DRAFT, fields: [{ name: 'capital', kind: 'text' }], sources: true } as const;
const AREA = {
  ...DRAFT,
  name: 'Size',
  template: 'How large is {{Country}}?',
  fields: [{ name: 'area', kind: 'number', fills: { heading: 'Area' } }],
} as const;
const MONEY = {
  ...DRAFT,
  name: 'Money',
  template: 'What do people pay with in {{Country}}?',
  fields: [{ name: 'currency', kind: 'text' }],
} as const;
const COAST = {
  ...DRAFT,
  name: 'Coast',
  template: 'Is {{Country}} landlocked?',
  fields: [{ name: 'landlocked', kind: 'yes/no' }],
} as const;

/** Plays it: runs of two people that ended, go on, are in doubt, or were cut short; a schedule, lists, tries, formulas, a duplicated tab. */
export async function withEverything(options: WorldOptions = {}): Promise<World> {
  const world = await World.open(TABLE, options);
  const { sheet } = world;
  sheet.frozenRows = 2;
  sheet.hideColumns(4);
  sheet.cell(3, 3).note = 'A note of my own';
  const facts = saved(world, FACTS);
  enrich(world, facts);
  follow(world, facts);
  sheet.type(4, 5, 'Corrected');
  world.host.spreadsheet.duplicateSheet(sheet);
  world.host.spreadsheet.select(sheet);
  ownThings(world, facts);
  underWay(world);
  cutShort(world, facts);
  return world;
}

/** What a person has with them. */
function ownThings(world: World, facts: string): void {
  ask(world, 'setOwnLimit', { limit: 50 });
  ask(world, 'nameMe', { named: true });
  ask(world, 'setFormula', { cap: 1 });
  calculate(world, ['What is the capital of Peru?']);
  schedule(world, facts);
}

/** Linkup takes its time from here on. */
function underWay(world: World): void {
  Object.assign(world.linkup.knobs, slow([400_000, 500_000]));
  makeList(world);
  const size = saved(world, AREA);
  tryOne(world, DEEP);
  killedAfterPost(world, () => enrich(world, size));
  ask(world, 'connect', { key: TEST_KEY }, BOB);
  enrich(world, saved(world, MONEY), {}, BOB);
}

/** The script is killed before it writes down that Linkup has answered its POST. */
function killedAfterPost({ host }: World, play: () => void): void {
  let isPosted = false;
  host.onServiceCall = ({ service, method, args }) => {
    if (isPosted && /^set/.test(method)) throw new ExecutionKilled(undefined, 'lost');
    if (service === 'UrlFetchApp' && String(args[0]).endsWith('/tasks')) isPosted = true;
  };
  unlessKilled(play);
  host.onServiceCall = undefined;
}

function unlessKilled(play: () => void): void {
  try {
    play();
  } catch (thrown) {
    if (!(thrown instanceof ExecutionKilled)) throw thrown;
  }
}

/** A start, a Save, and a filter that is made again, each of which Google killed; and a draft. */
function cutShort(world: World, facts: string): void {
  const { sheet } = world;
  const common = { sheetId: sheet.id, revision: '' };
  sheet.type(7, 1, 'Kenya');
  killBefore(world, /setValues/, 1, 'lost').survive(() => enrich(world, facts));
  killBefore(world, /addDeveloperMetadata/, 2, 'lost').survive(() =>
    ask(world, 'save', { ...common, draft: COAST, force: false }),
  );
  ask(world, 'keepDraft', { ...common, draft: { ...DRAFT, name: 'Half a thought' } });
  sheet.addFilter(2, 1, 7, 4);
  killBefore(world, /createFilter/, 1, 'lost').survive(() =>
    ask(world, 'widenFilter', { sheetId: sheet.id, over: 'A2:D7' }),
  );
}

/** The same as it was put down, as text: see test/fixtures/README.md. */
export function keptEverything(): string {
  return readFileSync('test/fixtures/second-edition/everything.json', 'utf8');
}

/** What was put down is opened again, which is quicker than to play it. */
export async function leftEverything(text = keptEverything()): Promise<World> {
  const kept: KeptDocument = JSON.parse(text);
  return openAgain(kept, { edition: built() });
}
