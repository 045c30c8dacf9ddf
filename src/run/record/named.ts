/** Whether a person is named in receipts: whoever may see the document may read them, so nobody is unless they want it. */
import type { Properties, Store } from '../../platform/properties';

const NAME = 'linkup.named';

/** Whether they want it, among their own properties. */
export function isNamedIn(own: Properties): boolean {
  return own[NAME] === 'yes';
}

/** For all that this person begins from now on. */
export function setNamed(user: Store, named: boolean): void {
  if (named) user.set(NAME, 'yes');
  else user.remove(NAME);
}
