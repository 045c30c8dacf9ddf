/** The thread that Google lives in: scripts may block it for minutes, and the pages do not notice. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Deed } from '../wire';
import { LocalGoogle } from './local-google';
import { Mailbox } from './mailbox';
import type { Settings, TestAction } from './settings';

/** What the thread is started with, by `server/google-thread.ts` alone. */
export interface Start {
  readonly settings: Settings;
  readonly port: MessagePort;
  readonly bell: Int32Array;
}

/** What comes in: something to do, and the ticket to hand back when it is done. */
export interface Order {
  readonly ticket: number;
  readonly deed?: Deed;
  readonly rig?: TestAction;
}

/** Between beats while no script runs, real ms. */
const BEAT_MS = 100;

// The server and this thread are built from the same files, in the same minute.
const { settings, port, bell } = workerData as Start;

const google = new LocalGoogle(settings, {
  tell: (news) => parentPort?.postMessage(news),
  take: () => mailbox.take(),
  wait: (ms) => mailbox.wait(ms),
});
const mailbox = new Mailbox<Order>(port, bell, ({ ticket, deed, rig }) => {
  if (deed) google.do(deed);
  if (rig) google.rig(rig);
  // Selecting happens at every key press, and changes nothing that is shown.
  if (deed?.action.kind !== 'select') google.tell();
  parentPort?.postMessage({ kind: 'done', ticket });
});

google.connect(settings);
google.tell();
// Ticket 0 is the start itself.
parentPort?.postMessage({ kind: 'done', ticket: 0 });
setInterval(() => {
  mailbox.take();
  google.rest();
}, BEAT_MS);
port.on('message', (order: Order) => mailbox.deliver(order));
