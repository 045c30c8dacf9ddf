/** What the answers to an account's POSTs have taught: whether Linkup's list would show its questions in a form that we recognise. */
import type { Store } from '../../platform/properties';

/** none: nothing was answered yet · known: all echoes so far were recognised · strange: one of them was not. */
export type Echoes = 'none' | 'known' | 'strange';

const PREFIX = 'linkup.echo.';

/** What is known of the account's echoes. Whatever else stands there counts as strange: then nothing is taken for absent. */
export function echoesOf(user: Store, account: string): Echoes {
  const kept = user.get(PREFIX + account);
  if (kept === undefined) return 'none';
  return kept === 'known' ? 'known' : 'strange';
}

/** Notes how the echoes of one more POST were. Once strange, they stay so: the form may differ from question to question. */
export function learnEcho(user: Store, account: string, inKnownForm: boolean): void {
  const before = echoesOf(user, account);
  const after = inKnownForm && before !== 'strange' ? 'known' : 'strange';
  if (after !== before) user.set(PREFIX + account, after);
}
