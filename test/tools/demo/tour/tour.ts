/** Plays the parts one after the other and judges each: its answers by the data set, its bill by the price list. */
import { count } from '../../../../src/enrichment/amounts';
import { World } from '../../../world/world';
import { oneLine } from '../../common/bad-input';
import { usd } from '../show';
import { billedTwice, billedUsd, exactly } from './ledger';
import type { Opener, Part, Played } from './part';

/** A part that was played. */
export interface Judged extends Omit<Played, 'costsUsd'> {
  readonly name: string;
  /** On the clocks of its documents. */
  readonly virtualSeconds: number;
}

/** Plays all parts, each in documents of its own. */
export async function playAll(
  parts: readonly Part[],
  open: Opener = (table, options) => World.open(table, options),
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const part of parts) judged.push(await playOne(part, open));
  return judged;
}

/** Keeps its documents in sight: what was billed counts also where the part broke off. */
async function playOne({ name, play }: Part, open: Opener): Promise<Judged> {
  const worlds: { readonly world: World; readonly openedAt: number }[] = [];
  const watched: Opener = async (table, options) => {
    const world = await open(table, options);
    worlds.push({ world, openedAt: world.clock.now() });
    return world;
  };
  const played = await play(watched).catch((thrown: unknown) =>
    brokenOff(
      worlds.map(({ world }) => world),
      thrown,
    ),
  );
  const { costsUsd, ...rest } = played;
  const ms = worlds.reduce((sum, { world, openedAt }) => sum + world.clock.now() - openedAt, 0);
  const amiss = [...amissIn(played), ...worlds.flatMap(({ world }) => amissWith(world))];
  return { name, ...rest, amiss, virtualSeconds: Math.round(ms / 1000) };
}

function brokenOff(worlds: readonly World[], thrown: unknown): Played {
  const billed = exactly(worlds.reduce((sum, world) => sum + billedUsd(world), 0));
  const amiss = [`it broke off: ${oneLine(thrown)}`];
  return { rows: 0, done: 0, wrong: [], billedUsd: billed, costsUsd: billed, amiss, did: '' };
}

function amissIn({ rows, done, wrong, billedUsd, costsUsd, amiss }: Played): string[] {
  return [
    ...amiss,
    ...(done === rows ? [] : [`${done} of ${count(rows, 'row')} answered`]),
    ...(billedUsd === costsUsd ? [] : [`${usd(billedUsd)} billed, and not ${usd(costsUsd)}`]),
    ...wrong,
  ];
}

/** What must be so in every document. */
function amissWith(world: World): string[] {
  const ended = world.host.executions.filter(({ outcome }) => outcome !== 'completed');
  return [...billedTwice(world), ...ended.map(({ fn, outcome }) => `${fn} ${outcome}`)];
}
