/** Time, and waiting. The only file that touches Utilities and Date.now. */

/** Milliseconds since 1970, and a wait that blocks the execution. */
export interface Clock {
  now(): number;
  sleep(ms: number): void;
}

/** Google's clock. */
export function googleClock(): Clock {
  return {
    now: () => Date.now(),
    sleep: (ms) => {
      if (ms > 0) Utilities.sleep(ms);
    },
  };
}

/** A short name that is unique enough: for runs, enrichments and executions. */
export function newId(): string {
  return Utilities.getUuid().replace(/-/g, '').slice(0, 10);
}
