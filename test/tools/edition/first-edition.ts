/** The documents of the first edition, played with its script as it is kept. */
import { ExecutionKilled } from '../../doubles/google';
import { DRAFT } from '../../world/drafts';
import { firstEdition } from '../../world/first-edition';
import { World } from '../../world/world';

const COUNTRIES = ['Peru', 'Chad', 'Mali', 'Japan', 'Kenya', 'Chile', 'Nepal', 'Cuba'];
const TABLE = [['Country'], ...COUNTRIES.map((country) => [country])];
const QUESTION = {
  ...DRAFT,
  fields: [
    { name: 'capital', kind: 'text' },
    { name: 'currency', kind: 'text' },
  ],
} as const;

/** A table of countries with one enrichment, Linkup at its slowest so that there is a middle. */
async function prepared(balance = 100): Promise<World> {
  const linkup = { latency: { ...SLOW } };
  const world = await World.open(TABLE, { edition: firstEdition, balance, linkup });
  world.save(QUESTION);
  return world;
}

const TWO_MINUTES = [120_000, 150_000] as const;
const SLOW = {
  search: { flash: TWO_MINUTES, fast: TWO_MINUTES, standard: TWO_MINUTES, deep: TWO_MINUTES },
  fetch: { plain: TWO_MINUTES, renderJs: TWO_MINUTES },
  research: { S: TWO_MINUTES, M: TWO_MINUTES, L: TWO_MINUTES, XL: TWO_MINUTES },
};

/** The person enriches all rows. */
function press(world: World): void {
  world.press('Enrich all rows', 'YES');
}

/** The script is killed before its n-th call of this kind. */
function killAt(world: World, method: string, play: () => void): void {
  let posted = false;
  world.host.onServiceCall = (call) => {
    if (posted && call.method === method) throw new ExecutionKilled();
    if (call.service === 'UrlFetchApp' && String(call.args[0]).endsWith('/tasks')) posted = true;
  };
  try {
    play();
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'ExecutionKilled') throw thrown;
  }
  world.host.onServiceCall = undefined;
}

/** Each by the name of its file. */
export const FIRST_EDITION: Readonly<Record<string, () => Promise<World>>> = {
  /** A run has ended; one value was corrected by hand since. */
  idle: async () => {
    const world = await prepared();
    press(world);
    world.untilDone();
    world.sheet.type(3, 2, 'Corrected');
    return world;
  },
  /** Killed after the POST and before the ids were written: the run has an intent. */
  intent: async () => {
    const world = await prepared();
    killAt(world, 'setValues', () => press(world));
    return world;
  },
  /** Asked, and waiting for answers. */
  asking: async () => {
    const world = await prepared();
    press(world);
    return world;
  },
  /** Out of credits in the middle. */
  paused: async () => {
    const world = await prepared(0.022);
    press(world);
    world.host.runClock({
      until: () => world.column('Facts status').some((text) => text.startsWith('Paused')),
      limitMs: 3_600_000,
    });
    return world;
  },
  /** Agreed to half of what all rows cost. */
  capped: async () => {
    const world = await prepared();
    const [saved] = (world.sidebar('start', null) as { enrichments: { id: string }[] }).enrichments;
    const choice = { id: saved?.id ?? '', scope: 'fill', overwrite: false };
    const { total } = world.sidebar('offer', choice) as { total: number };
    world.sidebar('enrich', { ...choice, total, cap: total / 2 });
    return world;
  },
  /** The tab was duplicated after a run, with the columns' metadata. */
  duplicated: async () => {
    const world = await prepared();
    press(world);
    world.untilDone();
    world.host.spreadsheet.duplicateSheet(world.sheet);
    return world;
  },
};
