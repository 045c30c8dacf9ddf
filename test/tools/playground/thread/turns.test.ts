import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../doubles/clock';
import { FREE_COSTS, type GoogleHost } from '../../../doubles/google';
import type { Deed } from '../wire';
import { bareHost } from './bare-host';
import { ComesLater, Turns } from './turns';

/** A script whose functions note what they do, take the document's lock, or sleep. */
const CODE = `
function hold() { LockService.getDocumentLock().tryLock(0); Utilities.sleep(1000); }
function wait() { return LockService.getDocumentLock().tryLock(20000); }
`;

const DEED: Deed = { user: 'you@example.com', page: '', action: { kind: 'open' } };

/** A host whose sleeping scripts let `meanwhile` happen, and give way as the playground's do. */
function stage(meanwhile: (host: GoogleHost, turns: Turns) => void) {
  const time = new VirtualClock();
  let host: GoogleHost | undefined;
  const theHost = (): GoogleHost => {
    if (!host) throw new Error('too early');
    return host;
  };
  const turns = new Turns(theHost, () => time.now());
  const idle = (): boolean => {
    const sleeper = theHost().executions.findLast(({ outcome }) => outcome === 'running');
    if (sleeper && turns.isInVain(sleeper.id)) return true;
    if (sleeper?.id === 1) meanwhile(theHost(), turns);
    return false;
  };
  const clock = {
    now: () => time.now(),
    sleep: (ms: number) => {
      if (ms > 0 && !idle()) time.sleep(ms);
    },
  };
  // Nothing but sleeping and waiting takes time.
  host = bareHost({ clock, knobs: { costs: FREE_COSTS } });
  host.onServiceCall = ({ execution, method, args }) => turns.note(execution, method, args);
  host.install({ code: CODE, manifest: {} });
  return { host, turns, time };
}

describe('a script that needs a lock which a script below it holds', () => {
  it('begins again later when it is a sidebar’s', () => {
    let thrown: unknown;
    const { host, turns, time } = stage((inside) => {
      try {
        inside.callFromSidebar('wait');
      } catch (error) {
        thrown = error;
        turns.later(DEED, 20_000);
      }
    });
    host.execute('hold');
    expect(thrown).toBeInstanceOf(ComesLater);
    const taken: Deed[] = [];
    turns.takeUp((deed) => taken.push(deed));
    expect(taken).toEqual([DEED]);
    expect(time.now()).toBeGreaterThan(0);
  });

  it('is told at once that it is taken, where nothing can be begun again', () => {
    let got: unknown;
    const { host } = stage((inside) => {
      got = inside.execute('wait', [], { by: 'menu' });
    });
    host.execute('hold');
    expect(got).toBe(false);
  });
});

describe('a question of a menu item', () => {
  const question = { buttons: 'YES_NO' };

  it('comes later when it would stall a script of the sidebar', () => {
    const asked: unknown[] = [];
    const { host } = stage((inside, turns) => {
      inside.install({ code: 'function ask() { console.log(1); Utilities.sleep(5); }', manifest: {} });
      inside.onServiceCall = () => asked.push(attempt(() => turns.ask(question)));
      inside.execute('ask', [], { by: 'menu' });
    });
    host.callFromSidebar('hold');
    expect(asked[0]).toBeInstanceOf(ComesLater);
  });

  it('is asked at once otherwise, and so is a message of what has been done', () => {
    const asked: unknown[] = [];
    const { host } = stage((_, turns) => {
      asked.push(
        attempt(() => turns.ask(question)),
        attempt(() => turns.ask({ buttons: 'OK' })),
      );
    });
    host.execute('hold');
    expect(asked).toEqual([undefined, undefined]);
  });
});

function attempt(act: () => void): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
