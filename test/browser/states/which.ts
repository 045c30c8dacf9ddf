/** States of the sidebar that are about which rows are asked: what an enrichment is for, and a narrower choice. */
import { Problem } from '../../../src/enrichment/problem';
import { saidThere, sentence } from '../../../src/enrichment/words';
import type { Start } from '../../../src/sidebar/protocol';
import { OFFER, WITH_CAPITAL } from '../../world/sidebar-samples';
import { no, yes } from '../alone';
import { CAPITAL_SAVED, type State } from './state';

const TEN = { rows: 10, questions: 10, shared: 0, copies: 0, least: 0.06, total: 0.06 };

/** An enrichment that is not for every row. */
const SOME_ROWS: Start = {
  ...WITH_CAPITAL,
  enrichments: WITH_CAPITAL.enrichments.map((saved) => ({
    ...saved,
    onlyIf: { column: 'Notes', test: 'not empty' },
  })),
};

/** One that asks deeper where nothing is found. */
const STEPPED: Start = {
  ...WITH_CAPITAL,
  enrichments: WITH_CAPITAL.enrichments.map((saved) => ({
    ...saved,
    options: { depth: 'standard' },
    steps: [
      { type: 'search', depth: 'deep' },
      { type: 'research', mode: 'auto', reasoningDepth: 'S' },
    ],
  })),
};

const NO_NOTES = saidThere(sentence(new Problem('no-condition-column', 'Notes')));

/** All of them. */
export const WHICH_STATES: readonly State[] = [
  {
    name: 'some rows only, and the first few of them',
    answers: {
      ...CAPITAL_SAVED,
      start: () => yes(SOME_ROWS),
      offer: () => yes({ ...OFFER, ...TEN, skipped: [{ reason: 'Notes is empty (“Only if”)', rows: 7 }] }),
    },
    reach: async (sidebar) => {
      await sidebar.root.getByRole('radio', { name: 'First, 5 rows', exact: true }).click();
      await sidebar.field('How many rows').selectOption('10 rows');
      await sidebar.text('7 rows left out').waitFor();
    },
  },
  {
    name: 'asked deeper where nothing is found',
    answers: {
      ...CAPITAL_SAVED,
      start: () => yes(STEPPED),
      offer: () => yes({ ...OFFER, ...TEN, total: 3.06, others: { ...OFFER.others, deeper: 4 } }),
    },
    reach: async (sidebar) => {
      await sidebar.text('$0.06 to $3.06').waitFor();
      await sidebar.button('Edit Capital').click();
      await sidebar.unfold('How deep');
      await sidebar.root.getByRole('checkbox', { name: 'Deep search' }).waitFor();
    },
  },
  {
    name: 'for which rows',
    answers: { ...CAPITAL_SAVED, save: () => no('no-condition-column', NO_NOTES, 'only-if') },
    reach: async (sidebar) => {
      await sidebar.button('Edit Capital').click();
      await sidebar.unfold('Only if');
      await sidebar.field('Column').selectOption('Notes');
      await sidebar.field('What it must be').selectOption('is greater than');
      await sidebar.field('Value').fill('1,000');
      await sidebar.button('Save').click();
      await sidebar.text(NO_NOTES).waitFor();
    },
  },
];
