/** The states of the sidebar that are about refreshing by itself: not yet, on, stopped, and a colleague's. */
import { Problem } from '../../../src/enrichment/problem';
import { saidThere, stoppedSentence } from '../../../src/enrichment/words';
import type { Refreshing } from '../../../src/sidebar/protocol';
import { REFRESHING, SAVED, START } from '../../world/sidebar-samples';
import { type Answers, yes } from '../alone';
import { CAPITAL_SAVED, type State } from './state';

/** A server whose enrichment is refreshed so. */
export function refreshed(refreshing: Refreshing | null): Answers {
  return {
    ...CAPITAL_SAVED,
    start: () => yes({ ...START, enrichments: [{ ...SAVED, refreshing }] }),
    scheduleTerms: () => yes({ by: 'ada@example.com', timeZone: 'Europe/Paris', within: 30 }),
  };
}

/** What is said of a schedule that has stopped. */
const NO_CREDITS = saidThere(stoppedSentence(new Problem('no-credits')));

const STOPPED = { ...SAVED, refreshing: { ...REFRESHING, next: '', off: NO_CREDITS } };

/** All of them. */
export const REFRESH_STATES: readonly State[] = [
  {
    name: 'about to be refreshed by itself',
    answers: refreshed(null),
    reach: async (sidebar) => {
      await sidebar.unfold('Refresh by itself');
      const settings = sidebar.region('Refresh by itself');
      await settings.getByRole('radio', { name: 'Every week' }).click();
      await settings.getByLabel('Old answers').click();
      await settings.getByLabel('Days old, at least').fill('90');
      await settings.getByText('as ada@example.com').waitFor();
    },
  },
  {
    name: 'refreshed by itself',
    answers: refreshed(REFRESHING),
    reach: async (sidebar) => {
      await sidebar.unfold('Refresh by itself');
      await sidebar.button('Start now · up to $1.00').waitFor();
    },
  },
  {
    name: 'a refresh that has stopped',
    answers: {
      ...refreshed(null),
      start: () => yes({ ...START, enrichments: [SAVED, { ...STOPPED, id: 'e2', name: 'Currency' }] }),
    },
    reach: async (sidebar) => {
      // Said on top, whichever enrichment is on view.
      await sidebar.button('Show the settings Currency').click();
      await sidebar.region('What “Currency” asks').waitFor();
      await sidebar.button('Turn on again').waitFor();
    },
  },
  {
    name: 'refreshed by itself as a colleague',
    answers: refreshed({ ...REFRESHING, mine: false, by: 'sam@example.com', key: '77aa' }),
    reach: async (sidebar) => {
      await sidebar.unfold('Refresh by itself');
      await sidebar.button('Pause').waitFor();
    },
  },
];
