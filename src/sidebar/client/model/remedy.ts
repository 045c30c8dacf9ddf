/** What a person can do about a problem, by its code: the page offers the fitting button. */

/** A way on. connect: write a key · top-up: at Linkup · again: the same once more · recount: a new offer · read: the sheet again. */
export type Remedy = 'connect' | 'top-up' | 'again' | 'recount' | 'read' | 'none';

const REMEDIES: { readonly [code: string]: Remedy } = {
  'no-key': 'connect',
  'bad-key': 'connect',
  forbidden: 'connect',
  'address-blocked': 'connect',
  'no-credits': 'top-up',
  'budget-reached': 'top-up',
  'offer-changed': 'recount',
  'already-running': 'read',
  'unknown-enrichment': 'read',
  'no-enrichment': 'read',
  'columns-missing': 'read',
  'wrong-sheet': 'read',
  'sheet-gone': 'read',
  'nothing-selected': 'recount',
  'empty-table': 'recount',
  // Its own two buttons stand where it is shown.
  'changed-meanwhile': 'none',
  // What is written in the form has to change first.
  malformed: 'none',
  'empty-template': 'none',
  'no-placeholder': 'none',
  'empty-placeholder': 'none',
  'unclosed-placeholder': 'none',
  'unknown-column': 'none',
  'ambiguous-column': 'none',
  'no-fields': 'none',
  'bad-field': 'none',
  'bad-schema': 'none',
  'bad-option': 'none',
  'invalid-question': 'none',
  'draft-too-large': 'none',
  // The page itself found these.
  form: 'none',
  updated: 'none',
};

/** The way on for a code; for one that is not listed, trying again. */
export function remedyFor(code: string): Remedy {
  return REMEDIES[code] ?? 'again';
}
