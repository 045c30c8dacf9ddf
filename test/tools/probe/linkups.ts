/** The two Linkups that can be asked: the local one, on time that passes only where somebody waits, and the real one. */
import { VirtualClock, WallClock } from '../../doubles/clock';
import type { Transport } from '../../doubles/http';
import { LinkupDouble, type LinkupKnobs, TEST_KEY } from '../../doubles/linkup';
import { LiveTransport } from '../common/live-transport';

/** Who is asked, and on which clock. */
export interface Linkup {
  readonly transport: Transport;
  readonly now: () => number;
  /** Waits so many ms. */
  readonly rest: (ms: number) => Promise<void>;
}

/** The key of the local Linkup. */
export const LOCAL_KEY = TEST_KEY;

/** How long a request is under way to the local one and back, in ms: nothing happens in the same moment as something else. */
const WAY = 20;

/** The local one, with some knobs turned. */
export function localLinkup(knobs: Partial<LinkupKnobs> = {}): Linkup & { readonly double: LinkupDouble } {
  const clock = new VirtualClock();
  const double = new LinkupDouble({ clock, knobs });
  return {
    double,
    transport: (request) => {
      clock.sleep(WAY);
      return double.handle(request);
    },
    now: () => clock.now(),
    rest: async (ms) => clock.sleep(ms),
  };
}

/** The real one. Waiting ends early where the person wants no more of it. */
export function realLinkup(signal: AbortSignal): Linkup {
  const clock = new WallClock();
  return {
    transport: new LiveTransport().send,
    now: () => clock.now(),
    rest: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, ms);
        function done(): void {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        }
        signal.addEventListener('abort', done);
      }),
  };
}
