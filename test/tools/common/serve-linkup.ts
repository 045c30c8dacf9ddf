/** The local Linkup as a process of its own, for a client that blocks its thread: prints its address, serves until it is ended. */
import { WallClock } from '../../doubles/clock';
import { LinkupDouble, startServer } from '../../doubles/linkup';

/** Answers at once and as often as it is asked, so that a client on a virtual clock can use it. */
const linkup = new LinkupDouble({
  clock: new WallClock(),
  knobs: {
    pollScope: 'off',
    queuedMs: [0, 0],
    latency: {
      search: { flash: [0, 0], fast: [0, 0], standard: [0, 0], deep: [0, 0] },
      fetch: { plain: [0, 0], renderJs: [0, 0] },
      research: { S: [0, 0], M: [0, 0], L: [0, 0], XL: [0, 0] },
    },
  },
});
const { url } = await startServer(linkup);
process.stdout.write(`${url}\n`);
