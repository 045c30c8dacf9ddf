/** Standing down: no run needs the trigger any more. It goes, or fires seldom for the next start of a schedule. */
import { orLog } from '../../enrichment/problem';
import type { Properties } from '../../platform/properties';
import { listsUnderWay } from '../record/kept-lists';
import { accountIn } from '../record/key';
import { mandatesIn } from '../record/mandates';
import { isStartedBy, scheduleOf } from '../record/schedules';
import type { Services } from '../services';

/** What it works with. */
type Needed = Pick<Services, 'triggers' | 'user' | 'documents' | 'workbook' | 'clock'>;

/** Whose trigger it is: Google's id of the document, and what the person's store holds. */
interface Own {
  readonly document: string;
  readonly known: Properties;
}

/** `own` where it was read in this execution already: each reading is a call. */
export function standDown(services: Needed, own?: Own): void {
  const { triggers, documents, workbook, user, clock } = services;
  const { document, known } = own ?? { document: workbook.id(), known: user.all() };
  if (!waits(document, known, clock.now(), () => documents.all())) triggers.disarm();
  // Where that fails, whoever opens the sidebar next makes it again, and is told so.
  else orLog(() => triggers.arm('seldom'));
}

/**
 * Whether a person's trigger is waited for: by a list of theirs that is under way, or by a schedule that starts something; what somebody
 * else has paused, removed or taken over waits for nothing.
 */
export function waits(document: string, user: Properties, now: number, documents: () => Properties): boolean {
  if (accountIn(user) !== '' && listsUnderWay(user, () => document, now).length > 0) return true;
  const own = mandatesIn(user, document).filter(({ next }) => next !== undefined);
  if (own.length === 0) return false;
  const properties = documents();
  return own.some((mandate) => isStartedBy(scheduleOf(properties, mandate.enrichment), mandate));
}
