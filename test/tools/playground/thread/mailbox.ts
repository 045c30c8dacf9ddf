/** Messages to a thread that may be blocked: taken at any moment, or waited for. */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/** The receiving end. The sender adds one to `bell` and notifies it after every message. */
export class Mailbox<Message> {
  constructor(
    private readonly port: MessagePort,
    private readonly bell: Int32Array,
    private readonly receive: (message: Message) => void,
  ) {}

  /** Takes a message that the event loop brought. */
  deliver(message: Message): void {
    this.receive(message);
  }

  /** Takes whatever has arrived. */
  take(): void {
    for (;;) {
      const arrived = receiveMessageOnPort(this.port);
      if (!arrived) return;
      this.receive(arrived.message);
    }
  }

  /** Takes what has arrived; blocks for at most so many real milliseconds when that is nothing. */
  wait(ms: number): void {
    // Read before looking, so that a message that comes in between is not slept through.
    const rung = Atomics.load(this.bell, 0);
    const arrived = receiveMessageOnPort(this.port);
    if (arrived) this.receive(arrived.message);
    else if (ms > 0) Atomics.wait(this.bell, 0, rung, ms);
  }
}

/** The sending end, on another thread. */
export function post(port: MessagePort, bell: Int32Array, message: unknown): void {
  port.postMessage(message);
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
}
