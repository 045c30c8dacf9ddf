/** What a person can do about a problem, by its code: the page offers the fitting button. */

/** A way on. connect: write a key · top-up: at Linkup · again: the same once more · count: a new offer · read: the sheet again. */
export type Remedy = 'connect' | 'top-up' | 'again' | 'count' | 'read' | 'none';

/** Codes by their way on. What is not listed has to be mended in the form or in the sheet first. */
const CODES: { readonly [remedy in Exclude<Remedy, 'none'>]: string } = {
  connect: 'no-key bad-key forbidden address-blocked',
  'top-up': 'no-credits budget-reached',
  again:
    'google unreachable no-answer cut-short limited refused busy cannot-read cannot-store out-of-time kept-moving storage-full queue-full bandwidth not-saved not-tried try-too-fast try-gone try-unseen try-lost not-noted try-unanswered try-row-gone try-typed list-gone list-other-key list-waiting list-unseen list-lost list-unwritten list-column-gone list-no-sheet list-no-room nothing-to-try row-not-asked wrong-sheet not-reserved merged-outputs protected cannot-write no-permission network not-connected not-started no-balance server-error rate-limited bad-response unexpected',
  count:
    'offer-changed nothing-selected filter-unclear visible-unclear hidden-by-hand nothing-to-ask empty-table',
  read: 'in-doubt nothing-to-carry-on already-running asked-with offer-outdated chain-outdated unknown-enrichment no-enrichment columns-missing filled-column-gone sheet-gone copy-gone outputs-gone row-gone nothing-to-undo filter-changed already-scheduled not-scheduled schedule-void',
};

/** The way on for a code. */
export function remedyFor(code: string): Remedy {
  const ways = ['connect', 'top-up', 'again', 'count', 'read'] as const;
  return ways.find((way) => CODES[way].split(' ').includes(code)) ?? 'none';
}

/** What the button is called that leads to the box for a key. The page may not know yet that its key is gone. */
export function connectLabel(code: string, hasKey: boolean): string {
  return hasKey && code !== 'no-key' ? 'Change the key' : 'Connect';
}

/** The code of a run that waits, for the button beside why: of a colleague's nothing is for this person to mend, and all else is “Go on”. */
export function codeOfPause({ by, code }: { readonly by: string; readonly code: string }): string {
  return by === '' && ['connect', 'top-up'].includes(remedyFor(code)) ? code : '';
}
