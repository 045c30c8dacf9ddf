/** One question, one bill: whoever is killed at whatever call, whatever reply is lost, however many cells recalculate at the same moment. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import { ExecutionKilled } from '../../doubles/google';
import type { Fault } from '../../doubles/linkup/scripted-faults';
import { countryTable } from '../../world/countries';
import { calculate, errorOf, shows, withFormulas } from '../../world/formula';
import { ask, BOB } from '../../world/sidebar';
import { oneIn } from '../../world/thorough';
import type { World } from '../../world/world';

const CAPITAL = 'What is the capital of Portugal?';
const MINUTE = 60_000;

/** More service calls than one recalculation makes. */
const CALLS = Array.from({ length: 66 }, (_, i) => i);

/** Has something happen at one of the service calls of the next recalculation; whether it came to that. */
function at(world: World, nth: number, happens: () => void): () => boolean {
  const { host } = world;
  let [n, struck] = [0, false];
  host.onServiceCall = () => {
    if (n++ !== nth) return;
    host.onServiceCall = undefined;
    struck = true;
    happens();
  };
  return () => {
    host.onServiceCall = undefined;
    return struck;
  };
}

/** One question after another, each with its country: they share a world. */
const questions = countryTable()
  .slice(1)
  .map(([country = '']) => `What is the capital of ${country}?`);

/** Recalculated until the answer is there, some minutes apart; how often it was billed by then. */
function billedFor(world: World, question: string): number {
  for (let n = 0; n < 4 && errorOf(world, [question]) !== ''; n++) world.clock.sleep(4 * MINUTE);
  shows(world, question);
  return world.linkup.bill.entries.filter((entry) => entry.question === question).length;
}

/** Which service call of a recalculation is its first request. */
function placeOfPost(world: World): number {
  const methods: string[] = [];
  world.host.onServiceCall = ({ method }) => void methods.push(method);
  shows(world, 'What is the capital of Spain?');
  world.host.onServiceCall = undefined;
  return methods.indexOf('fetch');
}

describe('a question of a formula', () => {
  it('is billed once whatever call its execution is killed at', async () => {
    const world = await withFormulas(5);
    // Between the POST and the moment at which its id is kept, nothing may be left out.
    const post = placeOfPost(world);
    for (const nth of new Set([...oneIn(8, CALLS), post + 1, post + 2, post + 3])) {
      const question = questions[nth] ?? '';
      const done = at(world, nth, () => {
        throw new ExecutionKilled();
      });
      let ended: unknown;
      try {
        calculate(world, [question]);
      } catch (thrown) {
        ended = thrown;
      }
      expect(ended instanceof ExecutionKilled).toBe(done());
      expect(billedFor(world, question), `killed at call ${nth}`).toBe(1);
    }
  });

  it('is billed once where a second cell asks it at whatever call of the first', async () => {
    const clock = new VirtualClock();
    const world = await withFormulas(5, { clock });
    for (const nth of oneIn(8, CALLS, 4)) {
      const question = questions[nth] ?? '';
      const done = at(world, nth, () => clock.beside(() => void calculate(world, [question], { user: BOB })));
      calculate(world, [question]);
      done();
      expect(billedFor(world, question), `second at call ${nth}`).toBe(1);
    }
  });

  it('is billed once whatever becomes of its POST', async () => {
    const world = await withFormulas(5);
    // The form in which Linkup echoes questions is known by then.
    shows(world, 'What is the capital of Spain?');
    const faults: readonly Fault[] = [
      { effect: 'after', network: 'timeout' },
      { effect: 'after', truncateTo: 20 },
      { effect: 'before', status: 500 },
      { effect: 'after', status: 500 },
      { effect: 'before', code: 'TASKS_QUEUE_LIMIT_EXCEEDED' },
      { effect: 'after', effectDelayMs: 30_000, network: 'timeout' },
    ];
    for (const [i, fault] of faults.entries()) {
      const question = questions[i] ?? '';
      world.linkup.failNext({ method: 'POST', path: '/v1/tasks', ...fault });
      expect(errorOf(world, [question])).not.toBe('');
      expect(billedFor(world, question), JSON.stringify(fault)).toBe(1);
    }
    // What never arrived is asked again at the price that was counted already.
    expect(ask(world, 'formula', null).asked).toBeCloseTo(7 * 0.006, 9);
  });

  it('asks Linkup for its list at most once a second, however many cells wait', async () => {
    const clock = new VirtualClock();
    const world = await withFormulas(1, { clock });
    const { host, linkup } = world;
    let depth = 0;
    host.onServiceCall = ({ method }) => {
      if (method !== 'sleep' || depth > 3) return;
      depth += 1;
      clock.beside(() => void calculate(world, [`What is the capital of ${depth}?`]));
    };
    calculate(world, [CAPITAL]);
    host.onServiceCall = undefined;
    const lists = linkup.requests.filter(({ method, path }) => method === 'GET' && path === '/v1/tasks');
    const times = lists.map(({ at: when }) => when).sort((a, b) => a - b);
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    expect(gaps.every((gap) => gap >= 1_000)).toBe(true);
  });
});
