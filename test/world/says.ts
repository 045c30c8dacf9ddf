/** What the add-on is expected to say where specs must name it: menu labels, statuses, columns, sheets. Apart from `src/`, so that a slip there is seen; in one place, so that a change of words is one change here. */
import type { MenuRecord } from '../doubles/google/screen';

/** The items of the menu. */
export const MENU = {
  setUp: 'Set up…',
  all: 'Enrich…',
  again: 'Ask this row again',
  check: 'Check for results now',
  retry: 'Retry failed rows',
  stop: 'Stop',
} as const;

/** What the first edition had in the place of items that it did not have. */
const FORMERLY: Readonly<Record<string, string>> = {
  [MENU.setUp]: 'Set up enrichment…',
  [MENU.all]: 'Enrich all rows',
  [MENU.again]: 'Enrich selected rows',
};

/** What an item is called in the menus on view: as today, or as in the first edition. */
export function labelOf(item: string, menus: readonly MenuRecord[]): string {
  const labels = menus.flatMap(({ items }) => items.map((each) => each.kind === 'item' && each.label));
  return labels.includes(item) ? item : (FORMERLY[item] ?? item);
}

/** What a row's Status says: when it has ended well or found nothing, and before. */
export const SAYS = {
  done: 'Done',
  blank: 'Done · nothing for ',
  notFound: 'Not found',
  kept: 'Done · your own value kept',
  otherForm: 'Done · check: not in the form asked for',
  asking: 'Asking…',
  waiting: 'Waiting',
  expired: 'Expired: Linkup no longer has the answer. Choose “Retry failed rows” to ask again.',
} as const;

/** Whether a Status says that a row was answered, all of it or but for some fields of which nothing was found. */
export function isAnswered(status: string): boolean {
  return status === SAYS.done || status.startsWith(SAYS.blank);
}

/** The Status without the fields that it has nothing for: of some countries nobody knows a capital. */
export function besidesBlanks(status: string): string {
  return status.replace(/ · nothing for .+$/, '');
}

/** The sheet of the receipts. */
export const RECEIPTS = 'Linkup runs';

/** The heading of an enrichment's Status column. */
export function statusOf(enrichment: string): string {
  return `${enrichment} status`;
}
