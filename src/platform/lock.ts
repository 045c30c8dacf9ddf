/** One execution at a time writes to a document. The only file that touches LockService. */

/** Runs work alone; undefined when somebody else is at it and stays so for `waitMs`. */
export type Exclusively = <T>(waitMs: number, work: () => T) => T | undefined;

/** The document's own lock. Buffered writes must be flushed by the work before it ends. A lock that cannot be had is somebody else's. */
export const withDocumentLock: Exclusively = (waitMs, work) => {
  const lock = LockService.getDocumentLock();
  if (!taken(lock, waitMs)) return undefined;
  try {
    return work();
  } finally {
    release(lock);
  }
};

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
