/** One execution at a time writes to a document. The only file that touches LockService. */

/** Runs work alone; undefined when somebody else is at it and stays so for `waitMs`. */
export type Exclusively = <T>(waitMs: number, work: () => T) => T | undefined;

/** The document's own lock. Buffered writes must be flushed by the work before it ends. */
export const withDocumentLock: Exclusively = (waitMs, work) => {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(waitMs)) return undefined;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
};
