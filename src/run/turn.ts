/** Whose turn it is: the only way to the document's lock, and how long each kind of caller waits for it. */
import { Problem } from '../enrichment/problem';
import { askForTurn, forgetTurn } from './record/requests';
import type { Services } from './services';

/** How long a person's press waits for another execution to let go of the document, in ms. */
const PATIENCE = 20_000;

/** Who gives up sooner, for it has another way to go on, in ms. */
const SHORT_PATIENCE = 5_000;

/** Whoever can take the lock. */
type Queue = Pick<Services, 'exclusively' | 'documents' | 'clock'>;

/** Does work alone, after a wait if need be. Throws `busy`, with nothing done. */
export function inTurn<T>(queue: Queue, work: () => T): T {
  const done = queue.exclusively(0, () => ({ result: work() })) ?? afterAsking(queue, work);
  if (!done) throw new Problem('busy');
  return done.result;
}

/** Whoever is at work makes way at its next cycle. */
function afterAsking<T>({ exclusively, documents, clock }: Queue, work: () => T): { result: T } | undefined {
  askForTurn(documents, clock.now());
  return exclusively(PATIENCE, () => {
    forgetTurn(documents);
    return { result: work() };
  });
}

/** Does work alone if nobody else is at it; undefined otherwise, at once. */
export function ifFree<T>({ exclusively }: Pick<Queue, 'exclusively'>, work: () => T): T | undefined {
  return exclusively(0, work);
}

/** Does work alone if that comes about within seconds; otherwise what `instead` comes to. */
export function inTurnOr<T>({ exclusively }: Pick<Queue, 'exclusively'>, work: () => T, instead: () => T): T {
  const done = exclusively(SHORT_PATIENCE, () => ({ result: work() }));
  return done ? done.result : instead();
}
