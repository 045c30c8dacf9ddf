/** One execution at a time writes to a document, or to what one person has. The only file that touches LockService. */

/** The lock, while it is held. Buffered writes must be flushed before it is let go of. */
export interface Hold {
  /** Lets go of it while something else is done. False where it cannot be had back: then nothing more may be written. */
  without(act: () => void): boolean;
}

/** Runs work alone; undefined when somebody else is at it and stays so for `waitMs`. */
export type Exclusively = <T>(waitMs: number, work: (hold: Hold) => T) => T | undefined;

/** How long an execution that has let others in waits for the lock after that, in ms. */
const PATIENCE = 20_000;

/** The document's own lock. A lock that cannot be had is somebody else's. */
export const withDocumentLock: Exclusively = (waitMs, work) =>
  holding(LockService.getDocumentLock(), waitMs, work);

/** The lock of this person with this script, in whatever document they are: for what they alone have, such as their limit for a month. */
export const withPersonalLock: Exclusively = (waitMs, work) =>
  holding(LockService.getUserLock(), waitMs, work);

function holding<T>(
  lock: GoogleAppsScript.Lock.Lock,
  waitMs: number,
  work: (hold: Hold) => T,
): T | undefined {
  let isHeld = taken(lock, waitMs);
  if (!isHeld) return undefined;
  const without = (act: () => void): boolean => {
    release(lock);
    isHeld = false;
    act();
    isHeld = taken(lock, PATIENCE);
    return isHeld;
  };
  try {
    return work({ without });
  } finally {
    if (isHeld) release(lock);
  }
}

function taken(lock: GoogleAppsScript.Lock.Lock, waitMs: number): boolean {
  try {
    return lock.tryLock(waitMs);
  } catch (thrown) {
    console.error(String(thrown));
    return false;
  }
}

/** Google lets go of it in any case when the execution ends. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock();
  } catch (thrown) {
    console.error(String(thrown));
  }
}
