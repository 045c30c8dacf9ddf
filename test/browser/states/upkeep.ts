/** The states of the sidebar that are about the add-on itself: its report, and removing everything. */
import { expect } from 'vitest';
import { START, WITH_CAPITAL } from '../../world/sidebar-samples';
import { type Answers, no, yes } from '../alone';
import type { SidebarPage } from '../sidebar-page';
import { CAPITAL_SAVED, type State } from './state';

const REPORT = 'Enrich with Linkup 1.0.0, bound, layout 2, of the document 2\nRuns: 1, unreadable 0';

const REMOVAL = {
  goes: [
    'The run of “Capital” ends: 12 questions asked, for up to $0.66. That cannot be called back, and answers that have not come are lost. To have them, let it end first.',
    'Your trigger, refreshes, drafts, tries and lists, your settings, and your Linkup key.',
  ],
  stays: [
    'Your table, and all answers in it with their sources.',
    'The receipts on the sheet “Linkup runs”.',
  ],
  runs: ['r1'],
};

/** A server on which all can be removed, once, and only as it was told of. */
function withAll(): Answers {
  let [isGone, isBusy] = [false, true];
  return {
    ...CAPITAL_SAVED,
    start: () => yes(isGone ? { ...START, key: '' } : WITH_CAPITAL),
    supportReport: () => yes({ text: REPORT }),
    removal: () => {
      if (!isBusy) return yes(REMOVAL);
      isBusy = false;
      return no('busy', 'Another run is being written at this moment.');
    },
    removeAll: ({ runs }) => {
      isGone = runs.join() === 'r1';
      return isGone ? yes(REMOVAL) : no('already-running', '“Capital” is running already.');
    },
  };
}

/** Asks what would go, which is refused at first, and has a report made. */
async function help(sidebar: SidebarPage): Promise<void> {
  await sidebar.button('Manage the Linkup key').click();
  await sidebar.unfold('Help and removal');
  await sidebar.button('Remove everything…').click();
  await sidebar.button('Try again').click();
  await sidebar.text('This stays').waitFor();
  await sidebar.button('Copy a report for support').click();
  await sidebar.text('Copied.').waitFor();
  expect(await sidebar.field('Report').inputValue()).toBe(`${REPORT}\nRefused here: removal busy`);
}

export const UPKEEP_STATES: readonly State[] = [
  { name: 'a report, and what would be removed', answers: withAll(), reach: help },
  {
    name: 'everything removed',
    answers: withAll(),
    reach: async (sidebar) => {
      await help(sidebar);
      await sidebar.button('Remove all this').click();
      const told = sidebar.region('Removed');
      await sidebar.field('API key').waitFor();
      await expect.poll(() => told.evaluate((part) => part === document.activeElement)).toBe(true);
      await sidebar.unfold('Help and removal');
    },
  },
];
