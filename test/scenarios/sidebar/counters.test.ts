/** Whoever looks on while a run is worked on sees it move: all that has come from Linkup, and never more of the sheet than is on it. */
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/sidebar/protocol';
import { VirtualClock } from '../../doubles/clock';
import { SAYS, statusOf } from '../../world/says';
import { ask, BOB, enrich, follow, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

/** How often somebody looks, in ms: as the page does. */
const EVERY = 2_000;

/** What one question costs, in USD. */
const PRICE = 0.006;

/** One look, in ms of Google's clock: what was told, and what was true by then. */
interface Look extends Pick<Progress, 'counts' | 'expectedMs'> {
  readonly at: number;
  /** Rows that the sheet calls done. */
  readonly written: number;
  /** Questions that Linkup has answered. */
  readonly answered: number;
}

/** A run that is worked on to its end, and what was told of it meanwhile; every other look is a colleague's. */
async function watched(rows: number, queueLimit: number): Promise<{ looks: Look[]; endedAt: number }> {
  const { world, id } = await withFacts(rows, { linkup: { queueLimit } });
  enrich(world, id);
  const looks: Look[] = [];
  let next = world.clock.now() + EVERY;
  world.host.onServiceCall = ({ kind }) => {
    const at = world.clock.now();
    // Not between two buffered writes, which a look would carry out.
    if (at < next || (kind !== 'sleep' && kind !== 'fetch')) return;
    next = at + EVERY;
    const told = look(world, id, looks.length % 2 === 0 ? undefined : BOB);
    if (told?.state !== 'working') return;
    const written = world.column(statusOf('Facts')).filter((said) => said.startsWith(SAYS.done)).length;
    const answered = world.linkup.tasks.filter(({ status }) => status === 'completed').length;
    looks.push({ ...told, at, written, answered });
  };
  follow(world, id);
  return { looks, endedAt: world.clock.now() };
}

function look(world: World, id: string, user: string | undefined): Progress | null {
  const { clock } = world;
  let told: Progress | null = null;
  if (clock instanceof VirtualClock) clock.beside(() => (told = ask(world, 'progress', { id }, user)));
  return told;
}

const gone = ({ counts }: Look): number => counts.done + counts.come;

describe('while answers come', () => {
  it('every look tells of more of them, a colleague the same as the payer, and promises no longer wait than there is', async () => {
    const { looks, endedAt } = await watched(60, 12);
    expect(looks.length).toBeGreaterThan(6);
    for (const [i, each] of looks.entries()) {
      const before = looks[i - 1];
      if (before && before.answered > gone(before)) expect(gone(each)).toBeGreaterThan(gone(before));
      expect(gone(each)).toBeLessThanOrEqual(each.answered);
      expect(each.counts.done).toBeLessThanOrEqual(each.written);
      expect(each.expectedMs).toBeLessThan(endedAt - each.at + 10_000);
    }
    expect(looks.some(({ expectedMs }) => expectedMs > 0)).toBe(true);
    expect(looks.some(({ counts }) => counts.come > counts.done)).toBe(true);
  });

  it('no row that was paid for waits any more: whenever the run rests, the money tells of as many as the counters', async () => {
    const { world, id } = await withFacts(24, { linkup: { queueLimit: 6 } });
    enrich(world, id);
    const told: { readonly paid: number; readonly sent: number }[] = [];
    world.host.onServiceCall = ({ kind }) => {
      if (kind !== 'sleep') return;
      const at = look(world, id, undefined);
      if (!at?.spending) return;
      told.push({ paid: Math.round(at.spending.asked / PRICE), sent: at.counts.rows - at.counts.waiting });
    };
    follow(world, id);
    expect(told.map(({ sent }) => sent)).toEqual(told.map(({ paid }) => paid));
    expect(new Set(told.map(({ paid }) => paid)).size).toBeGreaterThan(3);
  });
});
