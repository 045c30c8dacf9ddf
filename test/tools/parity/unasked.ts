/** What no script can ask by itself, with the reason, and how a person finds it out by hand. */

/** One thing that is left to hands. */
export interface Unasked {
  readonly about: string;
  /** The knob of `test/doubles/google` that it would turn. */
  readonly knob?: string;
  readonly why: string;
  readonly byHand?: string;
}

/** Knobs first, in their order. */
export const UNASKED: readonly Unasked[] = [
  {
    about: 'who may edit what is protected',
    knob: 'owner',
    why: 'whoever asks owns the scratch sheet',
    byHand:
      'share the sheet with a second account, protect column A against it, and let it press Ask everything',
  },
  {
    about: 'the document in a clock trigger of a published add-on, and the words that refuse it five minutes',
    knob: 'addOnClockHasDocument',
    why: 'triggers cannot be installed in a test deployment: it takes a published add-on',
    byHand:
      'install the published add-on in a sheet, start a run, close the sheet, and look for answers an hour later',
  },
  {
    about: 'where a smart chip leads',
    knob: 'chipLinks',
    why: 'no method of SpreadsheetApp makes a chip',
    byHand: 'type @ in a cell, choose a file, and write getRichTextValue().getLinkUrl() of it to the log',
  },
  {
    about: 'writing the owner’s properties from a cell',
    knob: 'formulaWritesOwners',
    why: 'somebody else has to recalculate the cell',
    byHand:
      'share a sheet with =LINKUP(…) with a second account, let it change the question, and see whether the cell is answered',
  },
  { about: 'random numbers', knob: 'random', why: 'they are ours: the same in every run of the tests' },
  {
    about: 'how a cell looks that imports from another file',
    why: 'that takes another file, and a permission; a function of the script that takes its time is asked about',
    byHand: 'write =IMPORTRANGE(…) of a large sheet and read getDisplayValue() at once, in your language',
  },
  {
    about: 'single scopes that are left unticked',
    why: 'consent is given before a script runs',
    byHand:
      'untick “external service” when Google asks, and press Ask everything: the questions about the network name the scope',
  },
  {
    about:
      'the default of timeoutSeconds, the daily quotas, thirty executions and many requests of a fetchAll at once',
    why: 'asking takes minutes to a day of somebody’s quota',
  },
  {
    about:
      'requireScopes where a permission is missing, and the menu of an add-on that nobody has allowed anything yet',
    why: 'Google shows pages of its own there, which no script sees',
    byHand:
      'untick “external service”, choose Set up…: are you asked again, and does the sidebar open afterwards?',
  },
  {
    about: 'filter views, Tables',
    why: 'no method of SpreadsheetApp makes them, or tells of them',
    byHand:
      'make one over A1:B9, choose rows in it, and see which “selected” or “visible” rows the offer counts',
  },
];
