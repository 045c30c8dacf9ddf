/** The one error class of the product: what went wrong, as a code that `words.ts` turns into a sentence. */
import { permissionIn } from './permissions';

/** Every way in which something can be wrong that a person should read about. */
export type ProblemCode =
  // the account
  | 'no-key'
  | 'bad-key'
  | 'no-credits'
  | 'budget-reached'
  | 'forbidden'
  | 'address-blocked'
  | 'type-not-enabled'
  | 'not-connected'
  | 'not-started'
  | 'no-balance'
  | 'no-permission'
  // Linkup and the network
  | 'queue-full'
  | 'rate-limited'
  | 'invalid-question'
  | 'task-not-found'
  | 'server-error'
  | 'network'
  | 'bandwidth'
  | 'fetch-quota'
  | 'bad-response'
  | 'unrecognised'
  | 'refused-alike'
  // the enrichment
  | 'malformed'
  | 'empty-template'
  | 'no-placeholder'
  | 'empty-placeholder'
  | 'unclosed-placeholder'
  | 'unknown-column'
  | 'ambiguous-column'
  | 'no-condition-column'
  | 'no-fields'
  | 'bad-field'
  | 'bad-schema'
  | 'bad-option'
  | 'changed-meanwhile'
  | 'draft-too-large'
  | 'newer-version'
  | 'not-saved'
  // the sheet
  | 'empty-table'
  | 'no-headings'
  | 'no-enrichment'
  | 'unknown-enrichment'
  | 'none-named'
  | 'columns-missing'
  | 'outputs-gone'
  | 'merged-outputs'
  | 'no-room'
  | 'protected'
  | 'wrong-sheet'
  | 'nothing-selected'
  | 'no-row-selected'
  | 'filter-unclear'
  | 'filter-not-kept'
  | 'filter-changed'
  | 'visible-unclear'
  | 'hidden-by-hand'
  | 'row-gone'
  | 'sheet-gone'
  | 'copy-gone'
  | 'cannot-read'
  | 'cannot-write'
  | 'kept-moving'
  | 'now-protected'
  | 'not-reserved'
  // runs
  | 'busy'
  | 'already-running'
  | 'asked-with'
  | 'nothing-to-ask'
  | 'offer-changed'
  | 'offer-outdated'
  | 'chain-outdated'
  | 'circular'
  | 'in-a-circle'
  | 'agreement-void'
  | 'key-changed'
  | 'not-yours'
  | 'receipts-sheet'
  | 'key-refused'
  | 'name-taken'
  | 'heading-taken'
  // columns of the person's own, to be filled
  | 'no-column-to-fill'
  | 'ambiguous-fill'
  | 'filled-twice'
  | 'asked-and-filled'
  | 'array-filled'
  | 'filled-column-gone'
  | 'nothing-to-carry-on'
  | 'cap-too-small'
  | 'cap-reached'
  | 'own-limit'
  | 'nothing-to-undo'
  // schedules
  | 'already-scheduled'
  | 'not-scheduled'
  | 'nothing-refreshed'
  | 'schedule-void'
  | 'schedule-paused'
  // the formula
  | 'formula-off'
  | 'formula-no-key'
  | 'formula-question'
  | 'formula-option'
  | 'formula-deep'
  | 'formula-range'
  | 'formula-cap'
  | 'formula-room'
  | 'formula-asking'
  | 'formula-perhaps'
  | 'formula-nothing'
  | 'formula-failed'
  | 'formula-gone'
  | 'formula-key-gone'
  | 'formula-not-noted'
  | 'formula-not-owner'
  // what Google gives
  | 'trigger-time'
  | 'no-trigger'
  | 'too-many-triggers'
  | 'storage-full'
  | 'cannot-store'
  | 'out-of-time'
  // trying one row
  | 'nothing-to-try'
  | 'row-not-asked'
  | 'not-tried'
  | 'try-too-fast'
  | 'try-gone'
  | 'try-unseen'
  | 'try-lost'
  | 'not-noted'
  // writing what a try brought
  | 'try-not-kept'
  | 'try-unanswered'
  | 'try-row-gone'
  | 'try-typed'
  // lists
  | 'list-placeholder'
  | 'list-price'
  | 'list-no-sheet'
  | 'list-no-room'
  | 'list-full'
  | 'list-complete'
  | 'list-closed'
  | 'list-sheet-gone'
  | 'list-column-gone'
  | 'list-gone'
  | 'list-other-key'
  | 'list-waiting'
  | 'list-unseen'
  | 'list-lost'
  | 'list-unwritten'
  // the add-on itself
  | 'outdated-page'
  | 'unexpected';

/** Which part of an enrichment a problem is about, where its code does not say; fields are counted from 0. '' for no one part. */
export type Place =
  | ''
  | 'name'
  | 'question'
  | 'fields'
  | 'schema'
  | 'instructions'
  | 'include'
  | 'exclude'
  | 'from'
  | 'to'
  | 'results'
  | 'only-if'
  | 'steps'
  | `field ${number} name`
  | `field ${number} description`
  | `field ${number} choices`;

/** A problem a person can act on. `subject` is what it is about (a column, an option, a message of Linkup's). */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly subject: string = '',
    readonly place: Place = '',
  ) {
    // This goes to the log, which others may read than the sheet: a subject may quote cells, questions and names.
    super(code);
    this.name = 'Problem';
  }
}

/** A problem with its cause in words that the log may keep: Google's own, or another problem's. */
export function withCause(code: ProblemCode, cause: string): Problem {
  const problem = new Problem(code, cause);
  problem.message = `${code}: ${cause}`;
  return problem;
}

/** What something comes to; undefined where it ends in a Problem. Whatever else is thrown goes on. */
export function unlessProblem<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

/** Does what is good to have, and no reason to fail: what is thrown is told to the log. False where that was so, or where the step says false. */
export function orLog(step: () => unknown): boolean {
  try {
    return step() !== false;
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
    return false;
  }
}

/** Whatever was thrown, as a Problem: our own as it is, anything else as `unexpected` with its message. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : problemOf('unexpected', thrown);
}

/** What whatever was thrown says. */
export function thrownMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What Google threw, as a Problem of this code with Google's message; `no-permission` where it lacks one, with which. */
export function problemOf(code: ProblemCode, thrown: unknown): Problem {
  const message = thrownMessage(thrown);
  const permission = permissionIn(message);
  return permission === undefined ? withCause(code, message) : withCause('no-permission', permission);
}
