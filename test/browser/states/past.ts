/** The states of the sidebar that are about the runs a sheet has had. */
import type { PastRun, RunLeft } from '../../../src/sidebar/protocol';
import { PAST_RUN, progress, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, yes } from '../alone';
import type { SidebarPage } from '../sidebar-page';
import { CAPITAL_SAVED, type State, seen } from './state';

const DAY = 86_400_000;

/** Fourteen of them, two with a note. */
const RUNS: readonly PastRun[] = Array.from({ length: 14 }, (_, i) => ({
  ...PAST_RUN,
  run: `r${14 - i}`,
  name: i % 3 === 1 ? 'Head office, founders and what they were before' : 'Capital',
  startedAt: Date.now() - i * 5 * DAY,
  note: i === 1 ? 'Stopped' : i === 3 ? 'Ended by hand: rows were not counted' : '',
}));

const LEFT: RunLeft = {
  undoable: { cleared: 9, kept: 1, later: 4, earlier: 0 },
  unanswered: [
    {
      reason: 'Linkup found nothing.',
      total: 3,
      rows: [4, 9, 12].map((at) => ({ at, label: '', print: String(at) })),
    },
    { reason: 'Linkup could not open the page.', total: 1, rows: [{ at: 7, label: '', print: '7' }] },
  ],
};

/** A server that knows of them. */
export const WITH_RUNS: Answers = {
  ...CAPITAL_SAVED,
  start: () =>
    yes({
      ...WITH_CAPITAL,
      progress: [
        progress({ state: 'ended', run: 'r14', startedAt: Date.now() - 60_000, endedAt: Date.now() }),
      ],
    }),
  pastRuns: () => yes({ runs: RUNS, more: 0 }),
  runLeft: () => yes(LEFT),
  selectUnanswered: () => yes({ rows: 3 }),
  undo: () => yes({ cleared: 9, kept: 1, later: 4, earlier: 0 }),
};

/** Opens the list, and the third run in it. */
export async function chooseRun(sidebar: SidebarPage): Promise<void> {
  await sidebar.root.getByRole('heading', { name: 'All runs of this sheet' }).click();
  await sidebar.button('Show 4 older runs').waitFor();
  await sidebar.root.locator('.runs summary').nth(2).click();
  await sidebar.button('Select 3 rows: Linkup found nothing: rows 4, 9, 12').click();
  await seen('3 rows selected in the sheet.')(sidebar);
  await sidebar.button('Undo this run').click();
  await seen(/^Undo empties the cells this run wrote in 9 rows\. 1 row kept/)(sidebar);
}

export const PAST_STATES: readonly State[] = [
  { name: 'all runs of the sheet, and one of them chosen', answers: WITH_RUNS, reach: chooseRun },
];
