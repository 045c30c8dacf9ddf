/** The states of the sidebar worth looking at until a run is started. */
import { Problem } from '../../../src/enrichment/problem';
import { saidThere, sentence } from '../../../src/enrichment/words';
import type { CopiedHere, Reply, Start } from '../../../src/sidebar/protocol';
import { MONTH, OFFER, START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, no, yes } from '../alone';
import { CAPITAL_SAVED, type State, seen } from './state';

const NEW: Answers = { ...CAPITAL_SAVED, start: () => yes(START) };

/** A table with columns that wait to be filled. */
const FILMS: Start = {
  ...START,
  sheet: 'Films',
  headings: ['Film', 'Year', 'Country', 'Has a sequel'],
  sample: { Film: 'Ran', Year: '', Country: '', 'Has a sequel': '' },
  empty: [
    { heading: 'Year', at: 2, kind: 'number', choices: [] },
    { heading: 'Country', at: 3, kind: 'choice', choices: ['France', 'Japan', 'Italy'] },
    { heading: 'Has a sequel', at: 4, kind: 'yes/no', choices: [] },
  ],
};

/** An enrichment whose columns came with a copy. */
export const COPIED: CopiedHere = {
  id: 'old',
  name: 'Currency',
  template: 'Which currency do people pay with in {{Country}}, and what is its three-letter code?',
  answered: 48,
  open: 3,
};

/** A refusal for a box that was left unticked at Google's consent. */
const unpermitted = (permission: string): Reply<never> =>
  no('no-permission', sentence(new Problem('no-permission', permission)));

const UNREADABLE = [
  {
    id: 'a',
    sentence: `“Industry” is left out. ${saidThere(sentence(new Problem('malformed', 'the text ends too early')))}`,
    canDelete: true,
  },
  {
    id: 'b',
    sentence: `An enrichment is left out. ${sentence(new Problem('newer-version'))}`,
    canDelete: false,
  },
];

const first: readonly State[] = [
  { name: 'before the first answer', answers: {}, reach: seen('Reading this sheet…') },
  {
    name: 'unreadable sheet',
    answers: { start: () => unpermitted('spreadsheets.currentonly') },
    reach: async (sidebar) => {
      await seen('“View and manage spreadsheets that this application has been installed in”')(sidebar);
      await sidebar.button('Try again').waitFor();
    },
  },
  {
    name: 'no key yet',
    answers: { ...NEW, start: () => yes({ ...START, key: '' }) },
    reach: seen('API key'),
  },
  {
    name: 'new enrichment',
    answers: NEW,
    reach: async (sidebar) => {
      await seen('Start from a template')(sidebar);
      // In no fold.
      await seen('A Table, chart or named range of yours does not take in the new columns.')(sidebar);
    },
  },
  {
    name: 'on the sheet of receipts',
    answers: { ...NEW, start: () => yes({ ...START, sheet: 'Linkup runs', isReceipts: true }) },
    reach: seen('This sheet holds the receipts of your runs.'),
  },
  {
    name: 'on another sheet than the one before the person’s eyes',
    answers: {
      ...CAPITAL_SAVED,
      start: () =>
        yes({ ...WITH_CAPITAL, active: { sheetId: 8, name: 'Companies of the world, by country' } }),
    },
    reach: seen('You are looking at “Companies'),
  },
  {
    name: 'a limit of one’s own for the month',
    answers: {
      ...CAPITAL_SAVED,
      ownLimit: () => yes({ ...MONTH, counted: 3.2 }),
      setOwnLimit: () => yes({ ...MONTH, limit: 20, counted: 3.2 }),
    },
    reach: async (sidebar) => {
      await sidebar.button('Manage the Linkup key').click();
      await sidebar.unfold('Limit per month');
      await sidebar.text('from the first of November (UTC) on: $3.20 so far').waitFor();
      await sidebar.field('In a month at most (USD)').fill('20');
      await sidebar.button('Set limit').click();
      await sidebar.text('$3.20 of $20.00 asked this month, in this file').waitFor();
    },
  },
  {
    name: 'unreadable definitions',
    answers: {
      ...CAPITAL_SAVED,
      start: () => yes({ ...WITH_CAPITAL, unreadable: UNREADABLE }),
    },
    reach: seen('An enrichment is left out.'),
  },
  {
    name: 'template filled in',
    answers: NEW,
    reach: async (sidebar) => {
      await sidebar.button('Company profile').click();
      await sidebar.text('Put a column in place of').waitFor();
    },
  },
  {
    name: 'fields suggested by the question',
    answers: NEW,
    reach: async (sidebar) => {
      await sidebar.field('Question').fill('the currency, the area in km² and the languages of {{Country}}');
      await sidebar.button('Fill 3 columns: Currency, Area (km²), Languages').click();
      await sidebar.unfold('What comes back');
      await sidebar.button('More about Area (km²)').click();
      await sidebar.field('What it should hold (optional)').waitFor();
      const area = sidebar.root.getByRole('group', { name: 'Field 2' });
      await area.getByLabel('Kind').selectOption('Money');
      await area.getByLabel('Currency').selectOption('EUR');
      await sidebar.button('Remove Currency').click();
      await sidebar.button('Put back Currency').waitFor();
    },
  },
  {
    name: 'filling empty columns',
    answers: { ...NEW, start: () => yes(FILMS) },
    reach: async (sidebar) => {
      await sidebar.button('Fill your empty columns: Year, Country, Has a sequel').click();
      await sidebar.unfold('What comes back');
      await sidebar.button('More about Country').click();
      await sidebar.field('Goes into').selectOption('New column');
      await sidebar.button('Fields from my empty columns').click();
      await sidebar.text('fills “Country”').waitFor();
      await sidebar.field('Goes into').selectOption('New column');
      await sidebar.button('Fill it with Country').click();
      await sidebar.text('fills “Country”').waitFor();
      await sidebar.field('Goes into').selectOption('New column');
      await sidebar.button('Fill it with Country').waitFor();
      await sidebar.text('fills “Has a sequel”').waitFor();
      const choices = sidebar.field('Choices, one a line');
      if ((await choices.inputValue()) !== 'France\nJapan\nItaly') throw new Error('not its dropdown’s');
      await choices.fill('France\nJapan\n');
    },
  },
  {
    name: 'fetch',
    answers: NEW,
    reach: async (sidebar) => {
      await sidebar.root.getByRole('tab', { name: 'Fetch' }).click();
      await sidebar.field('Address of the page').waitFor();
    },
  },
  {
    name: 'research and where to look',
    answers: NEW,
    reach: async (sidebar) => {
      await sidebar.root.getByRole('tab', { name: 'Research' }).click();
      await sidebar.root.getByRole('heading', { name: 'Where to look' }).click();
      await sidebar.field('Only these sites').fill('un.org, who.int');
    },
  },
];

/** A table that was sorted without its answers, with a column renamed and another one deleted. */
export const DISTURBED: Start = {
  ...WITH_CAPITAL,
  headings: ['Land', 'Notes'],
  sorting: { back: 12, filter: { over: 'A1:B250', wider: 'A1:H250' } },
  enrichments: WITH_CAPITAL.enrichments.map((each) => ({
    ...each,
    missing: ['Population'],
    renamed: { gone: 'Country', instead: 'Land' },
  })),
};

/** What the server says of four rows that hold something. */
const REPLACING =
  'What is now in 4 rows is replaced, typed values too. It is not kept: Undo empties these cells.';

const ready: readonly State[] = [
  {
    name: 'ready',
    answers: CAPITAL_SAVED,
    reach: async (sidebar) => {
      await seen('Before you pay')(sidebar);
      await sidebar.root.getByRole('radio', { name: 'To fill, 53 rows', exact: true }).waitFor();
    },
  },
  {
    name: 'on a table that was disturbed',
    answers: {
      ...CAPITAL_SAVED,
      start: () => yes(DISTURBED),
      offer: () => no('unknown-column', sentence(new Problem('unknown-column', 'Country'))),
    },
    reach: async (sidebar) => {
      await seen('Widen it to A1:H250')(sidebar);
      await sidebar.button('Change it in the form').waitFor();
    },
  },
  {
    name: 'ready with warnings',
    answers: {
      ...CAPITAL_SAVED,
      offer: () => yes({ ...OFFER, balance: 0.1, replaced: 4, stakes: [REPLACING], filtered: true }),
    },
    reach: seen('A filter is on.'),
  },
  {
    name: 'nothing to ask',
    answers: {
      ...CAPITAL_SAVED,
      offer: () => yes({ ...OFFER, rows: 0, questions: 0, shared: 0, copies: 0, total: 0 }),
    },
    reach: seen('No rows to ask: answered already.'),
  },
  {
    name: 'offer refused',
    answers: { ...CAPITAL_SAVED, offer: () => unpermitted('script.external_request') },
    reach: seen('“Connect to an external service”'),
  },
  {
    name: 'key being replaced',
    answers: CAPITAL_SAVED,
    reach: async (sidebar) => {
      await sidebar.button('Manage the Linkup key').click();
      await sidebar.field('New API key').waitFor();
    },
  },
  {
    name: 'about to delete',
    answers: CAPITAL_SAVED,
    reach: async (sidebar) => {
      await sidebar.button('Delete Capital').click();
      await sidebar.text('Delete “Capital”?').waitFor();
    },
  },
  {
    name: 'copied columns, and copying to another sheet or file',
    answers: {
      ...CAPITAL_SAVED,
      start: () => yes({ ...WITH_CAPITAL, copies: [COPIED] }),
      sheets: () => yes([7, 8].map((sheetId) => ({ sheetId, name: `Countries of the world ${sheetId}` }))),
    },
    reach: async (sidebar) => {
      await sidebar.text('Go on with “Currency”?').waitFor();
      await sidebar.button('Copy to… another sheet or file: Capital').click();
      await sidebar.button('Copy it there').waitFor();
    },
  },
  {
    name: 'saved by somebody else',
    answers: { ...CAPITAL_SAVED, save: () => no('changed-meanwhile', 'Somebody else saved “Capital”.') },
    reach: async (sidebar) => {
      await sidebar.button('Edit Capital').click();
      await sidebar.name('Capitals');
      await sidebar.button('Save').click();
      await sidebar.button('Save mine anyway').waitFor();
    },
  },
];

/** Those before a run is started. */
export const BEFORE_A_RUN = [...first, ...ready];
