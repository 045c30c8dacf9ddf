/** Keeps unsaved edits on the server: after a pause in typing, one call at a time, the latest version only. */
import type { Draft } from '../../protocol';

/** What is to be done about one draft. */
export type DraftJob =
  | { readonly keep: true; readonly sheetId: number; readonly draft: Draft; readonly revision: string }
  | { readonly keep: false; readonly sheetId: number; readonly id: string };

/** How long nothing may be typed before edits are sent, in ms: long enough not to send every letter. */
const QUIET = 1_200;

/** After so long what did not get through is sent again, in ms. */
const AGAIN = 10_000;

/** A queue in which a later job for the same draft replaces an earlier one. google.script.run keeps no order, so each waits for the one before. */
export class DraftKeeper {
  private readonly jobs = new Map<string, DraftJob>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = false;

  /** `send` says whether it is done with: false where it shall be sent again. */
  constructor(private readonly send: (job: DraftJob) => Promise<boolean>) {}

  /** Whether something newer is still to be sent. */
  get waiting(): boolean {
    return this.jobs.size > 0;
  }

  /** Notes a job: edits are sent when the person pauses, and what was saved or discarded is dropped at once. */
  put(job: DraftJob): void {
    const id = job.keep ? job.draft.id : job.id;
    this.jobs.set(`${job.sheetId} ${id}`, job);
    clearTimeout(this.timer);
    if (job.keep) this.timer = setTimeout(() => void this.flush(), QUIET);
    else void this.flush();
  }

  /** Sends what is waiting at once: the page may be about to close. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending) return; // The loop below takes along whatever was put meanwhile.
    this.sending = true;
    for (let [first] = this.jobs; first; [first] = this.jobs) {
      const [id, job] = first;
      this.jobs.delete(id);
      if (await this.send(job)) continue;
      if (!this.jobs.has(id)) this.jobs.set(id, job); // What was written meanwhile takes its place.
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.flush(), AGAIN);
      break;
    }
    this.sending = false;
  }
}
