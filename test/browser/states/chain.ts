/** The states of the sidebar that are about several enrichments at once: a card that says whose columns it uses, the price of all, and how they stand. */
import { Problem } from '../../../src/enrichment/problem';
import { sentence } from '../../../src/enrichment/words';
import type { Progress, Saved, Start } from '../../../src/sidebar/protocol';
import { CHAIN_OFFER, progress, SAVED, START } from '../../world/sidebar-samples';
import { type Answers, no, yes } from '../alone';
import { CAPITAL_SAVED, type State } from './state';

const FIND: Saved = {
  ...SAVED,
  id: 'find',
  name: 'Find the website',
  template: 'Find the official website of {{Company}}.',
  fields: [{ name: 'Website', kind: 'link' }],
  options: { depth: 'standard' },
  outputs: ['Website'],
  status: 'Find the website status',
};

const READ: Saved = {
  ...FIND,
  id: 'read',
  name: 'Read the website',
  type: 'fetch',
  template: '{{Website}}',
  fields: [{ name: 'Industry', kind: 'text' }],
  options: { mode: 'standard' },
  outputs: ['Industry'],
  status: 'Read the website status',
};

/** Two enrichments, of which one reads what the other finds. */
const WITH_CHAIN: Start = {
  ...START,
  sheet: 'Companies',
  headings: ['Company', 'Website', 'Industry'],
  sample: { Company: 'Brotwerk', Website: '', Industry: '' },
  enrichments: [READ, FIND],
};

/** The server of a sheet with a chain. */
export const CHAINED: Answers = {
  ...CAPITAL_SAVED,
  start: () => yes(WITH_CHAIN),
  chainOffer: () => yes(CHAIN_OFFER),
  stopChain: () => undefined,
};

const NONE = { done: 0, notFound: 0, failed: 0, running: 0, waiting: 0, rows: 0 };

/** What both of them draw on. */
const TOGETHER = { pool: 'f1', shared: true, asked: 0.396, cap: 0.48 };

/** How both stand a moment after the press. */
export const BOTH_RUNNING: readonly Progress[] = [
  progress(
    { id: 'find', run: 'f1', startedAt: Date.now() - 20_000, spending: TOGETHER },
    { ...NONE, done: 18, notFound: 2, running: 40, rows: 60 },
  ),
  progress({ id: 'read', run: 'r1', startedAt: Date.now() - 20_000, spending: TOGETHER, later: 60 }, NONE),
];

const ENDED: readonly Progress[] = BOTH_RUNNING.map((run, i) =>
  progress(
    {
      ...{ id: run.id, run: run.run, state: 'ended', startedAt: run.startedAt, endedAt: Date.now() },
      unfed: 5 * i,
      receipt: {
        asked: i === 0 ? 60 : 55,
        answered: 55 - i,
        cost: i === 0 ? 0.33 : 0.108,
        balanceAfter: 17.67,
      },
    },
    { ...NONE, done: 55 - i, notFound: i === 0 ? 5 : 0, failed: i, rows: 60 - 5 * i },
  ),
);

/** Both were stopped on another day. */
const STOPPED: readonly Progress[] = ENDED.map((run, i) => ({
  ...{ ...run, unfed: 0, notAsked: { rows: i === 0 ? 12 : 60, why: 'stopped' } },
}));

/** Both were seen to run, and then ended. */
const JUST_ENDED: Answers = {
  ...CHAINED,
  enrichChain: () => yes(BOTH_RUNNING),
  stopChain: () => yes(ENDED),
};

async function agree(sidebar: Parameters<State['reach']>[0]): Promise<void> {
  await sidebar.unfold('Enrich all columns');
  await sidebar.button('Enrich all columns · up to $0.48').click();
  await sidebar.region('All columns').waitFor();
}

/** All of them. */
export const CHAIN_STATES: readonly State[] = [
  {
    name: 'about to enrich all columns',
    answers: CHAINED,
    reach: async (sidebar) => {
      await sidebar.text('Website of “Find the website”').waitFor();
      await sidebar.unfold('Enrich all columns');
      await sidebar.text('120 questions at most').waitFor();
      await sidebar.button('Enrich all columns · up to $0.48').waitFor();
    },
  },
  {
    name: 'about to enrich all columns, with one left out',
    answers: {
      ...CHAINED,
      start: () => yes({ ...WITH_CHAIN, progress: STOPPED }),
      chainOffer: () =>
        yes({
          ...CHAIN_OFFER,
          ...{ balance: 0.2, questions: 60, later: 0, total: 0.36 },
          links: CHAIN_OFFER.links.map((link) =>
            link.id === 'read'
              ? {
                  ...link,
                  ...{ later: 0, total: 0, problem: sentence(new Problem('unknown-column', 'Website')) },
                }
              : link,
          ),
        }),
    },
    reach: async (sidebar) => {
      await sidebar.unfold('Enrich all columns');
      await sidebar.text('“Read the website” is left out.').waitFor();
      const left = 'Stopped. Not asked: 12 rows by “Find the website”, 60 rows by “Read the website”.';
      await sidebar.text(left).waitFor();
    },
  },
  {
    name: 'all columns running',
    answers: { ...CHAINED, enrichChain: () => yes(BOTH_RUNNING) },
    reach: async (sidebar) => {
      await agree(sidebar);
      await sidebar.region('All columns').getByText('waits for “Find the website”').waitFor();
      await sidebar.text('Asked for $0.396 so far, of $0.48 at most for all columns.').waitFor();
      await sidebar.text('Stop all leaves up to 60 later questions unasked').waitFor();
    },
  },
  {
    name: 'all columns enriched',
    answers: JUST_ENDED,
    reach: async (sidebar) => {
      await agree(sidebar);
      await sidebar.button('Stop all').click();
      await sidebar.text('115 questions asked in all, for $0.438.').waitFor();
      await sidebar.text('5 rows by “Read the website”').waitFor();
    },
  },
  {
    name: 'a template of several enrichments',
    answers: { ...CHAINED, start: () => yes({ ...WITH_CHAIN, headings: ['Company'], enrichments: [] }) },
    reach: async (sidebar) => {
      await sidebar.button('Website → profile').click();
      await sidebar.button('Save both').waitFor();
    },
  },
  {
    name: 'refused for going round in a circle',
    answers: {
      ...CHAINED,
      save: () =>
        no(
          'circular',
          sentence(
            new Problem(
              'circular',
              '“Read the website” uses “Find the website”, and “Find the website” uses “Read the website”',
            ),
          ),
          'question',
        ),
    },
    reach: async (sidebar) => {
      await sidebar.button('Edit Read the website').click();
      await sidebar.field('Address of the page').fill('{{Website}}#{{Company}}');
      await sidebar.button('Save').click();
      await sidebar.text('These would wait for each other').waitFor();
      await sidebar.root.locator('textarea:focus[aria-invalid="true"]').waitFor();
    },
  },
];
