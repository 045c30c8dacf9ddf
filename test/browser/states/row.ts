/** The states of the sidebar that are about one row: tried, and looked at. */
import { expect } from 'vitest';
import { checkStatus } from '../../../src/enrichment/status';
import type { AboutRow, Saved } from '../../../src/sidebar/protocol';
import { ABOUT_ROW, SAVED, START } from '../../world/sidebar-samples';
import { yes } from '../alone';
import { CAPITAL_SAVED, type State, seen } from './state';

export const TRIED = {
  row: 2,
  question: 'Capital of Chad?',
  values: [
    { heading: 'Capital', text: 'N’Djamena' },
    { heading: 'Population', text: '' },
  ],
  sources: [{ name: 'Chad - Wikipedia', url: 'https://en.wikipedia.org/wiki/Chad' }],
  outcome: 'done' as const,
  reason: '',
  deeper: '',
  ms: 2_400,
  price: 0.006,
  task: '',
  kept: 'k1',
};

/** Some of them twice, as answers have them. */
const MANY = Array.from({ length: 12 }, (_, i) => ({
  name: i % 3 === 0 ? '' : `A page about Chad, number ${i}`,
  url: `https://www.site${i % 9}.example/chad${i > 8 ? '#part' : ''}`,
}));

const PAGE_SAVED: Saved = {
  ...SAVED,
  name: 'Page',
  type: 'fetch',
  template: '{{Website}}',
  shape: 'page',
  options: { mode: 'standard' },
};

const PAGE =
  '# Acme &amp; Sons\n\n![Acme](logo.png)\n\nWe make **anvils** and [more](https://acme.example/all).\n\n| Anvil | Price |\n|---|---|\n| Small | $9 |\n\n- Made in *Chad*\n- Since 1901';

const DAY = 86_400_000;

const ANSWERED: AboutRow = {
  ...ABOUT_ROW,
  since: Date.now() - 3 * DAY,
  run: { startedAt: Date.now() - 3 * DAY, by: 'sam@example.com', name: 'Capital' },
};

/** Another row at each look, from the second of the sheet on. */
let lookedAt = 1;

function nextRow(): number {
  lookedAt += 1;
  return lookedAt;
}

/** Opens the part about the selected row. */
function lookAtRow(words: string): State['reach'] {
  return async (sidebar) => {
    await sidebar.unfold('About the selected row');
    await seen(words)(sidebar);
  };
}

/** Those of one row. */
export const OF_ONE_ROW: readonly State[] = [
  {
    name: 'one row tried',
    answers: { ...CAPITAL_SAVED, tryOne: () => yes(TRIED) },
    reach: async (sidebar) => {
      await sidebar.button('Try one row').click();
      await sidebar.text('Nothing was written.').waitFor();
      await sidebar.button('Write this answer').waitFor();
    },
  },
  {
    name: 'a long page tried, by a long question',
    answers: {
      ...CAPITAL_SAVED,
      tryOne: () =>
        yes({
          ...TRIED,
          sources: MANY,
          values: [{ heading: 'Page', text: 'Words of the page. '.repeat(200) }],
        }),
    },
    reach: async (sidebar) => {
      await sidebar.button('Edit Capital').click();
      await sidebar
        .field('Question')
        .fill('Where does {{Country}} lie, and what else is there to say? '.repeat(12));
      await sidebar.button('Try one row').click();
      await sidebar.text('Words of the page.').first().waitFor();
      await sidebar.button('Show all of Page').click();
      await sidebar.region('All of Page').waitFor();
    },
  },
  {
    name: 'a page tried, in Markdown',
    answers: {
      ...CAPITAL_SAVED,
      start: () => yes({ ...START, headings: ['Website'], enrichments: [PAGE_SAVED] }),
      tryOne: () =>
        yes({
          ...TRIED,
          question: 'https://acme.example',
          sources: [],
          values: [{ heading: 'Page', text: PAGE }],
        }),
    },
    reach: async (sidebar) => {
      await sidebar.button('Try one row').click();
      await seen('We make anvils and more.')(sidebar);
      // Right below what was asked.
      const parts = await sidebar.root.getByRole('heading', { level: 2 }).allInnerTexts();
      expect(parts.slice(0, 2)).toEqual(['One row, tried', 'Which rows']);
    },
  },
  {
    name: 'about the selected row',
    answers: {
      ...CAPITAL_SAVED,
      aboutRow: () => yes({ ...ANSWERED, row: nextRow(), status: checkStatus('Population is no number') }),
    },
    reach: async (sidebar) => {
      await lookAtRow('Row 2: Answered')(sidebar);
      await sidebar.button('Look at the selected row').click();
      await seen('Row 3: Answered')(sidebar);
      // Whoever comes back from the sheet may have selected another one.
      await sidebar.root.locator('body').evaluate(() => window.dispatchEvent(new Event('focus')));
      await seen('Row 4: Answered')(sidebar);
      await seen('Done · check: Population is no number')(sidebar);
    },
  },
  {
    name: 'about a row that failed',
    answers: {
      ...CAPITAL_SAVED,
      aboutRow: () =>
        yes({
          ...ABOUT_ROW,
          standing: 'failed',
          status: 'Failed: Linkup could not open the page.',
          since: Date.now() - DAY,
          bill: 'free',
          run: null,
          sources: [],
        }),
    },
    reach: lookAtRow('Row 2: Failed'),
  },
];
