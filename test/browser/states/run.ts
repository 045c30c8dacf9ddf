/** The states of the sidebar while a run goes on, and after it. */
import { Problem, type ProblemCode } from '../../../src/enrichment/problem';
import { heldUpSentence, pausedFor, pausedSentence, saidThere } from '../../../src/enrichment/words';
import type { Saved } from '../../../src/sidebar/protocol';
import { OFFER, progress, REST, SAVED, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, yes } from '../alone';
import type { SidebarPage } from '../sidebar-page';
import { CAPITAL_SAVED, type State, seen } from './state';

const FAILURES = [
  {
    reason: 'Linkup could not open the page.',
    total: 23,
    rows: Array.from({ length: 20 }, (_, i) => ({ at: i + 2, label: `Company ${i}`, print: `${i}` })),
  },
  { reason: 'Linkup had an internal error. Retry.', total: 1, rows: [{ at: 40, label: '', print: 'x' }] },
];

/** What the record of a run tells of it. */
const told = ({ reason, total }: { readonly reason: string; readonly total: number }) => ({ reason, total });

const PERHAPS = {
  reason: 'Linkup may have been asked and may have billed it: nobody can tell.',
  total: 10,
  rows: Array.from({ length: 10 }, (_, i) => ({ at: i + 30, label: `Company ${i}`, print: `${i}` })),
};

/** One that asks deeper where nothing is found. */
const DEEPER: Saved = { ...SAVED, steps: [{ type: 'search', depth: 'deep' }] };

/** A run in this state. */
function running(
  change: Parameters<typeof progress>[0],
  counts: Parameters<typeof progress>[1] = {},
  saved = SAVED,
): Answers {
  const now = Date.now();
  const run = progress({ startedAt: now - 95_000, nextCheckAt: now + 60_000, ...change }, counts);
  return { ...CAPITAL_SAVED, start: () => yes({ ...WITH_CAPITAL, enrichments: [saved], progress: [run] }) };
}

const ENDED: Answers = {
  ...running(
    {
      state: 'ended',
      endedAt: Date.now(),
      failures: FAILURES,
      receipt: { asked: 53, answered: 24, cost: 0.291, balanceAfter: 18.14 },
      steps:
        'standard search: 48 questions asked, 21 found, $0.126 · deep search: 5 questions asked, 3 found, $0.165',
      canUndo: true,
    },
    { running: 0, waiting: 0, done: 24, notFound: 2, failed: 24 },
    DEEPER,
  ),
  offer: () => yes({ ...OFFER, total: 2.928, others: { ...OFFER.others, failed: 24, deeper: 2 } }),
};

const IN_DOUBT = running(
  {
    state: 'ended',
    endedAt: Date.now(),
    failures: [PERHAPS],
    receipt: { asked: 48, answered: 39, cost: 0.234, balanceAfter: 18.2 },
    canUndo: true,
    overwrote: true,
  },
  { running: 0, waiting: 0, done: 39, notFound: 1, failed: 0, perhaps: 10 },
);

async function lastRun(sidebar: SidebarPage): Promise<void> {
  await sidebar.root.getByRole('heading', { name: 'Last run', exact: true }).click();
  await sidebar.button('Undo this run').waitFor();
}

async function lastRunBySteps(sidebar: SidebarPage): Promise<void> {
  await lastRun(sidebar);
  await sidebar.text('By step: standard search: 48 questions asked').waitFor();
}

/** Why the run waits, as its person reads it. */
const said = (code: ProblemCode, subject = 'Capital'): string =>
  saidThere(pausedSentence(new Problem(code, subject)));

/** While a run is under way, and after it. */
export const OF_A_RUN: readonly State[] = [
  {
    name: 'running',
    answers: running(
      {
        expectedMs: 80_000,
        spending: { pool: 'run1', shared: false, asked: 0.246, cap: 2.928 },
        steps: 'Step 1 of 2: standard search. What gets nothing is then asked by deep search.',
      },
      { come: 6, running: 14 },
      DEEPER,
    ),
    reach: async (sidebar) => {
      await seen('14 running')(sidebar);
      await sidebar.text('Asked for $0.246 so far, of $2.928 at most.').waitFor();
      await sidebar.text('Step 1 of 2: standard search.').waitFor();
    },
  },
  {
    name: 'stopping',
    answers: running({ state: 'stopping' }, { waiting: 0, rows: 43 }),
    reach: seen(/^Stopping: 20/),
  },
  {
    name: 'paused',
    answers: running({ state: 'paused', code: 'no-credits', paused: said('no-credits') }),
    reach: seen('Go on'),
  },
  {
    name: 'paused for a permission that was taken back',
    answers: running({
      state: 'paused',
      code: 'no-permission',
      paused: said('no-permission', 'script.external_request'),
      // The trigger was let go.
      goesOn: false,
      nextCheckAt: 0,
    }),
    reach: async (sidebar) => {
      await seen('“Connect to an external service”')(sidebar);
      await sidebar.button('Go on').waitFor();
    },
  },
  {
    name: 'paused as nothing is recognised',
    answers: running(
      {
        state: 'paused',
        code: 'unrecognised',
        paused: said('unrecognised'),
        failures: [told(PERHAPS)],
      },
      { failed: 0, perhaps: 10, running: 13 },
    ),
    reach: seen('Go on'),
  },
  {
    name: 'running with failures',
    answers: {
      ...running({ failures: FAILURES.map(told) }, { failed: 24, running: 6, waiting: 0 }),
      failures: () => yes(FAILURES),
    },
    reach: async (sidebar) => {
      await sidebar.root.getByText('Linkup could not open the page.').click();
      await seen('and 3 more.')(sidebar);
    },
  },
  {
    name: 'running, and Google cannot be reached',
    answers: running({ expectedMs: 80_000, heldUp: heldUpSentence(new Problem('network')) }),
    reach: async (sidebar) => {
      await seen('Linkup cannot be reached.')(sidebar);
      await sidebar.network('offline');
      await seen('Google cannot be reached from here at the moment.')(sidebar);
    },
  },
  {
    name: 'paused, of a colleague',
    answers: running({
      state: 'paused',
      by: 'sam@example.com',
      code: 'no-credits',
      paused: saidThere(pausedFor(new Problem('no-credits'), 'sam@example.com')),
    }),
    reach: seen('sam@example.com can go on.'),
  },
  {
    name: 'about to go on with a colleague’s run',
    answers: {
      ...running({ by: 'sam@example.com' }),
      rest: () => yes({ ...REST, balance: 0.5 }),
    },
    reach: async (sidebar) => {
      await sidebar.button('Go on with my key').click();
      await sidebar.button('Go on · up to $0.672').waitFor();
    },
  },
  { name: 'last run', answers: ENDED, reach: lastRunBySteps },
  { name: 'last run with rows perhaps asked', answers: IN_DOUBT, reach: lastRun },
  {
    name: 'about to undo',
    answers: ENDED,
    reach: async (sidebar) => {
      await lastRun(sidebar);
      await sidebar.button('Undo this run').click();
      await sidebar.button('Keep them').waitFor();
    },
  },
];
