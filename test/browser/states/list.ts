/** The states of the sidebar that are about lists: being asked for, under way, there, and with nothing new. */
import { expect } from 'vitest';
import type { Listed } from '../../../src/sidebar/protocol';
import { START } from '../../world/sidebar-samples';
import { type Answers, yes } from '../alone';
import type { SidebarPage } from '../sidebar-page';
import { type State, seen } from './state';

const NAME = 'The ten largest breweries in Germany with website and city';

/** Asked for, and not there yet. */
export const UNDER_WAY: Listed = {
  ...{ kept: 'l1', question: NAME, sheet: '', pending: true },
  ...{ askedAt: Date.now(), price: 0.006, last: null },
};

const LAST = {
  outcome: 'written',
  rows: 20,
  doubles: 2,
  keyless: 0,
  beyond: 0,
  reason: '',
  billed: 0.006,
} as const;

const THERE: Listed = { ...UNDER_WAY, sheet: NAME, pending: false, last: LAST };

const ENDED: Listed = { ...THERE, last: { ...LAST, outcome: 'no new', rows: 0, doubles: 10 } };

const having = (list: Listed): Answers => ({ start: () => yes({ ...START, lists: [list] }) });

/** Opens the form, and lets the question fill its fields. */
async function write(sidebar: SidebarPage): Promise<void> {
  await sidebar.button('Make a list…').click();
  await sidebar.field('What to list').fill(NAME);
  await sidebar.button('Use as fields: Brewery, Website, City').click();
  await sidebar.button('Make the list for $0.006').waitFor();
}

/** All of them. */
export const LIST_STATES: readonly State[] = [
  { name: 'a list about to be made', answers: { start: () => yes(START) }, reach: write },
  {
    name: 'a list under way',
    answers: {
      start: () => yes(START),
      makeList: ({ draft, total }) => {
        expect(draft.fields.map(({ name }) => name)).toEqual(['Brewery', 'Website', 'City']);
        expect([draft.template, total]).toEqual([NAME, 0.006]);
        return yes(UNDER_WAY);
      },
      lookAtList: () => undefined,
    },
    reach: async (sidebar) => {
      await write(sidebar);
      await sidebar.button('Make the list for $0.006').click();
      await sidebar.text('Its rows are being looked for.').waitFor();
    },
  },
  {
    name: 'a list that is there',
    answers: having(THERE),
    reach: async (sidebar) => {
      await sidebar.text(`20 rows added to “${NAME}”, 2 duplicates dropped. $0.006 was billed.`).waitFor();
      await sidebar.button('Enrich these rows').waitFor();
      await sidebar.button('More for $0.006').waitFor();
    },
  },
  { name: 'a list that nothing new comes to', answers: having(ENDED), reach: seen('Nothing new came') },
];
