/** Google may kill the script at any call it makes. Every one of them is tried: nothing is billed twice, nothing is lost. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../doubles/google';
import { World } from '../doubles/world';
import { countryTable, FACTS, wrongAnswers } from './countries';
import { leftovers } from './reading';

const ROWS = 6;

/** What becomes of writes that Google has buffered when it kills. All three were seen or are possible. */
const BUFFERED = ['lost', 'applied', 'partly'] as const;

interface Death {
  readonly at: number;
  readonly buffered: (typeof BUFFERED)[number];
}

/** Enriches a small table in two batches with a kill at one call; says how many calls there were, and what went wrong. */
async function enrichAndDie(death?: Death): Promise<{ calls: number; faults: string[] }> {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 4 } });
  const table = world.sheet;
  world.save(FACTS);
  let calls = 0;
  world.host.onServiceCall = () => {
    calls += 1;
    if (calls - 1 === death?.at) throw new ExecutionKilled(undefined, death.buffered);
  };
  const faults: string[] = [];
  pressThrough(world);
  settle(world, faults);
  world.host.spreadsheet.select(table);
  // Where even the trigger died with the start, the person finds rows without an answer, and presses Enrich again.
  if (!allDone(world)) {
    pressThrough(world);
    settle(world, faults);
    world.host.spreadsheet.select(table);
  }
  if (!allDone(world)) faults.push(`statuses: ${[...new Set(world.column('Facts status'))].join(', ')}`);
  faults.push(...wrongAnswers(world));
  if (world.linkup.bill.entries.length !== ROWS)
    faults.push(`${world.linkup.bill.entries.length} questions billed`);
  const left = leftovers(world);
  if (left.length > 0) faults.push(`left behind: ${left.join(', ')}`);
  return { calls, faults };
}

function pressThrough(world: World): void {
  try {
    world.press('Enrich all rows', 'YES');
  } catch (thrown) {
    if (!(thrown instanceof ExecutionKilled)) throw thrown;
  }
}

function settle(world: World, faults: string[]): void {
  try {
    world.untilDone(2);
  } catch (thrown) {
    faults.push(String(thrown));
  }
}

function allDone(world: World): boolean {
  return world.column('Facts status').every((status) => status === 'Done');
}

describe('a script that is killed', () => {
  it('at any of its calls loses nothing, bills nothing twice, and leaves nothing behind', {
    timeout: 240_000,
  }, async () => {
    const { calls, faults } = await enrichAndDie();
    expect(faults).toEqual([]);
    expect(calls).toBeGreaterThan(300);
    const found: string[] = [];
    for (let at = 0; at < calls; at++) {
      // Each call once, the fate of buffered writes in turn: three neighbouring calls see all three.
      const buffered = BUFFERED[at % BUFFERED.length] ?? 'lost';
      const after = await enrichAndDie({ at, buffered });
      if (after.faults.length > 0) found.push(`call ${at}, writes ${buffered}: ${after.faults.join('; ')}`);
    }
    expect(found).toEqual([]);
  });
});
