/** Everything outside the engine that it works with. Google's own by default; tests pass fakes. */
import { type Linkup, linkup } from '../linkup/client';
import { currentUser } from '../platform/account';
import { type Clock, googleClock, newId } from '../platform/clock';
import { type Exclusively, withDocumentLock, withPersonalLock } from '../platform/lock';
import { documentStore, type Store, userStore } from '../platform/properties';
import { googleTriggers, type Triggers } from '../platform/triggers';
import { openWorkbook, type Workbook } from '../sheet/spreadsheet';

/** The engine's collaborators. */
export interface Services {
  readonly workbook: Workbook;
  readonly documents: Store;
  readonly user: Store;
  readonly clock: Clock;
  readonly triggers: Triggers;
  readonly exclusively: Exclusively;
  /** Alone of all executions of this person, in whatever document: for moments only. */
  readonly personally: Exclusively;
  readonly currentUser: () => string;
  readonly newId: () => string;
  readonly linkup: (key: string, onRequest?: () => void, seconds?: number) => Linkup;
}

/** The services of the execution that Google started. */
export function googleServices(): Services {
  return {
    workbook: openWorkbook(),
    documents: documentStore(),
    user: userStore(),
    clock: googleClock(),
    triggers: googleTriggers(),
    exclusively: withDocumentLock,
    personally: withPersonalLock,
    currentUser,
    newId,
    linkup,
  };
}
