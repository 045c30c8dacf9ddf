/** Starts the thread that Google lives in, and talks to it. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { post } from '../thread/mailbox';
import type { Order } from '../thread/main';
import type { Settings, TestAction } from '../thread/settings';
import type { Deed, News } from '../wire';

/** Where the thread's code is, and what cannot be bundled because it looks for files beside itself. */
const ENTRY = 'test/tools/playground/thread/main.ts';

/** A running thread. */
export interface GoogleThread {
  /** Does something, and resolves when it is done: for a menu item that asks, after the answer. */
  order(what: { readonly deed: Deed } | { readonly rig: TestAction }): Promise<void>;
  close(): Promise<void>;
}

/** Starts a thread; resolves when it has told the first state. Throws what Linkup says against a key. */
export async function startThread(settings: Settings, hear: (news: News) => void): Promise<GoogleThread> {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  const workerData = { settings, port: port2, bell };
  built ??= code();
  const worker = new Worker(await built, { eval: true, workerData, transferList: [port2] });
  const waiting = new Map<number, () => void>();
  let tickets = 0;
  await new Promise<void>((ready, failed) => {
    worker.once('error', failed);
    waiting.set(0, ready);
    worker.on('message', (news: News) => {
      if (news.kind === 'done') waiting.get(news.ticket)?.();
      else hear(news);
    });
  });
  // Later on nobody waits for it: a playground whose Google is dead ends, with the reason, instead of serving a still picture.
  worker.removeAllListeners('error').on('error', (error) => {
    throw error;
  });
  return {
    order: (what) =>
      new Promise((done) => {
        tickets += 1;
        waiting.set(tickets, done);
        post(port, bell, { ticket: tickets, ...what } satisfies Order);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

/** One for all threads of this process. */
let built: Promise<string> | undefined;

/** Bundled, because Node cannot load TypeScript in a worker by itself. */
async function code(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['synckit'],
    // Of all files only `live-transport.ts` looks for a file beside itself.
    define: {
      'import.meta.url': JSON.stringify(new URL('../../common/live-transport.ts', import.meta.url).href),
    },
  });
  return outputFiles[0]?.text ?? '';
}
