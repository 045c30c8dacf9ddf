/** The two Linkups that can be asked: the local one, on time that passes only where somebody waits, and the real one. */
import { VirtualClock, WallClock } from '../../doubles/clock';
import { type HttpRequest, type HttpResponse, NetworkError } from '../../doubles/http';
import { LinkupDouble, type LinkupKnobs, TEST_KEY } from '../../doubles/linkup';
import { exchange } from '../common/live-exchange.mjs';
import { LINKUP, TIMEOUT_MS } from '../common/live-transport';
import { Interrupted } from './asker';

/** Who is asked, and on which clock. */
export interface Linkup {
  /** Answers a request. Throws NetworkError where no answer comes, and Interrupted where the person wants no more. */
  readonly transport: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
  readonly now: () => number;
  /** Waits so many ms. */
  readonly rest: (ms: number) => Promise<void>;
}

/** The key of the local Linkup. */
export const LOCAL_KEY = TEST_KEY;

/** How long a request is under way to the local one and back, in ms: nothing happens in the same moment as something else. */
const WAY = 20;

/** The local one, with some knobs turned, for a key that may spend so many USD. */
export function localLinkup(
  knobs: Partial<LinkupKnobs> = {},
  budget?: number,
): Linkup & { readonly double: LinkupDouble } {
  const clock = new VirtualClock();
  const key = { organization: 'acme', ...(budget === undefined ? {} : { budget }) };
  const double = new LinkupDouble({ clock, knobs, keys: { [LOCAL_KEY]: key } });
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

/** The real one, or whoever answers at `origin`. Waiting, for an answer too, ends where the person wants no more of it. */
export function realLinkup(signal: AbortSignal, origin = LINKUP): Linkup {
  const clock = new WallClock();
  return {
    transport: async (request) => {
      const url = request.url.replace(LINKUP, origin);
      const exchanged = await exchange({ ...request, url }, TIMEOUT_MS, signal);
      if ('response' in exchanged) return exchanged.response;
      throw signal.aborted ? new Interrupted('stopped') : new NetworkError(exchanged.failure);
    },
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
