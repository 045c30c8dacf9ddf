/** LockService. Nobody can let go of a lock while we wait for it here: waiting only takes its time. */
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import { handle, lock, service } from '../service';

type Lock = GoogleAppsScript.Lock.Lock;
type LockService = GoogleAppsScript.Lock.LockService;

/** The global `LockService`. */
export function lockService(run: Execution): LockService {
  // The type package promises a lock; outside a document Google returns null all the same.
  const ofDocument = () => (run.hasDocument ? lockHandle(run, 'document') : null) as Lock;
  return service<LockService>(run, 'LockService', {
    getDocumentLock: handle('', ofDocument),
    getScriptLock: handle('', () => lockHandle(run, 'script')),
    getUserLock: handle('', () => lockHandle(run, `user:${run.user}`)),
  });
}

function lockHandle(run: Execution, scope: string): Lock {
  const { locks } = run.state;
  const tryFor = (ms: number): boolean => {
    if (locks.holds(scope, run.id)) return true;
    if (ms < 0) return false;
    if (locks.take(scope, run.id)) return true;
    run.spend(ms);
    return locks.take(scope, run.id);
  };
  return service<Lock>(run, 'LockService.Lock', {
    tryLock: lock('int', tryFor),
    waitLock: lock('int', (ms: number) => {
      if (!tryFor(ms)) {
        throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
      }
    }),
    hasLock: lock('', () => locks.holds(scope, run.id)),
    releaseLock: lock('', () => locks.release(scope, run.id)),
  });
}
