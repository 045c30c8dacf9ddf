/** Standing down: no run needs the trigger any more. It goes, or fires seldom for the next start of a schedule. */
import { asProblem } from '../../enrichment/problem';
import type { Properties } from '../../platform/properties';
import { mandatesIn } from '../record/mandates';
import { isStartedBy, scheduleOf } from '../record/schedules';
import type { Services } from '../services';

/** What it works with. */
type Needed = Pick<Services, 'triggers' | 'user' | 'documents' | 'workbook'>;

/** `known` is what the person's store holds, where it was read just now. */
export function standDown(services: Needed, known: Properties = services.user.all()): void {
  const { triggers, documents, workbook } = services;
  if (!waits(workbook.id(), known, () => documents.all())) triggers.disarm();
  else {
    try {
      triggers.arm('seldom');
    } catch (thrown) {
      // Whoever opens the sidebar next makes it again, and is told where that fails.
      console.error(String(asProblem(thrown)));
    }
  }
}

/** Whether a person has a schedule that starts something: what somebody else has paused, removed or taken over waits for nothing. */
export function waits(document: string, user: Properties, documents: () => Properties): boolean {
  const own = mandatesIn(user, document).filter(({ next }) => next !== undefined);
  if (own.length === 0) return false;
  const properties = documents();
  return own.some((mandate) => isStartedBy(scheduleOf(properties, mandate.enrichment), mandate));
}
