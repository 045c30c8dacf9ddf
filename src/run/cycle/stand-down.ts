/** Standing down: no run needs the trigger any more. It goes, or fires seldom for the next start of a schedule. */
import { asProblem } from '../../enrichment/problem';
import type { Properties } from '../../platform/properties';
import { mandatesIn } from '../record/mandates';
import type { Services } from '../services';

/** What it works with. */
type Needed = Pick<Services, 'triggers' | 'user' | 'workbook'>;

/** `known` is what the person's store holds, where it was read just now. */
export function standDown({ triggers, user, workbook }: Needed, known: Properties = user.all()): void {
  const waits = mandatesIn(known, workbook.id()).some(({ next }) => next !== undefined);
  if (!waits) triggers.disarm();
  else {
    try {
      triggers.arm('seldom');
    } catch (thrown) {
      // Whoever opens the sidebar next makes it again, and is told where that fails.
      console.error(String(asProblem(thrown)));
    }
  }
}
