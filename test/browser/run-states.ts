/** The states of the sidebar while a run goes on and after it, and all states together. */
import { Problem, type ProblemCode } from '../../src/enrichment/problem';
import { heldUpSentence, pausedFor, pausedSentence, saidThere } from '../../src/enrichment/words';
import type { Saved } from '../../src/sidebar/protocol';
import { progress, REST, SAVED, WITH_CAPITAL } from '../world/sidebar-samples';
import { type Answers, yes } from './alone';
import { CHAIN_STATES } from './chain-states';
import { FORMULA_STATES } from './formula-states';
import { KIND_STATES } from './kind-states';
import { LIST_STATES } from './list-states';
import { PAST_STATES } from './past-states';
import { REFRESH_STATES } from './refresh-states';
import { OF_ONE_ROW } from './row-states';
import type { SidebarPage } from './sidebar-page';
import { BEFORE_A_RUN, CAPITAL_SAVED, type State, seen } from './states';
import { UPKEEP_STATES } from './upkeep-states';
import { WHICH_STATES } from './which-states';

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

const RECEIPT = { asked: 48, answered: 45, cost: 0.27, balanceAfter: 18.16 };

/** What is asked where the first step finds nothing. */
const DEEPER: NonNullable<Saved['steps']> = [{ type: 'search', depth: 'deep' }];

/** A run in this state; one that tells of steps has two. */
function running(
  change: Parameters<typeof progress>[0],
  counts: Parameters<typeof progress>[1] = {},
): Answers {
  const now = Date.now();
  const run = progress({ startedAt: now - 95_000, nextCheckAt: now + 60_000, ...change }, counts);
  const enrichments = [{ ...SAVED, ...(run.steps !== '' && { steps: DEEPER }) }];
  return { ...CAPITAL_SAVED, start: () => yes({ ...WITH_CAPITAL, enrichments, progress: [run] }) };
}

const ENDED = running(
  {
    state: 'ended',
    endedAt: Date.now(),
    failures: FAILURES.map((each, i) => ({ ...each, total: 2 - i, rows: each.rows.slice(0, 2 - i) })),
    receipt: { asked: 52, answered: 45, cost: 0.356, balanceAfter: 18.074 },
    steps:
      'standard search: 48 questions asked, 41 found, $0.246 · deep search: 4 questions asked, 2 found, $0.11',
    canUndo: true,
  },
  { running: 0, waiting: 0, done: 45, notFound: 2, failed: 3 },
);

const IN_DOUBT = running(
  {
    state: 'ended',
    endedAt: Date.now(),
    failures: [PERHAPS],
    receipt: RECEIPT,
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

const runs: readonly State[] = [
  {
    name: 'running',
    answers: running(
      {
        expectedMs: 80_000,
        spending: { pool: 'run1', shared: false, asked: 0.246, cap: 3.05 },
        steps: 'Step 1 of 2: standard search. What gets nothing is then asked by deep search.',
      },
      { come: 6, running: 14 },
    ),
    reach: async (sidebar) => {
      await seen('14 running')(sidebar);
      await sidebar.text('Asked for $0.246 so far, of $3.05 at most.').waitFor();
      await sidebar.text('Step 1 of 2: standard search.').waitFor();
    },
  },
  { name: 'stopping', answers: running({ state: 'stopping' }), reach: seen(/^Stopping: 20/) },
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
    answers: { ...running({ failures: FAILURES.map(told) }), failures: () => yes(FAILURES) },
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

/** All of them. */
export const STATES = [
  ...BEFORE_A_RUN,
  ...WHICH_STATES,
  ...OF_ONE_ROW,
  ...KIND_STATES,
  ...LIST_STATES,
  ...runs,
  ...PAST_STATES,
  ...FORMULA_STATES,
  ...UPKEEP_STATES,
  ...REFRESH_STATES,
  ...CHAIN_STATES,
];
