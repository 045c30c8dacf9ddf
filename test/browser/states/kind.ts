/** The states of the sidebar that are about kinds of fields: how each is chosen, and what some want to be told. */
import { expect } from 'vitest';
import type { Saved } from '../../../src/sidebar/protocol';
import { SAVED, START } from '../../world/sidebar-samples';
import { yes } from '../alone';
import { CAPITAL_SAVED, type State } from './state';

/** Fields as they are saved, each with what the page calls its kind. */
const FIELDS = [
  [{ name: 'Stage', kind: 'choice', choices: ['Seed', 'Growth', 'Listed'] }, 'Choice'],
  [{ name: 'Contact', kind: 'e-mail' }, 'E-mail'],
  [{ name: 'Desk', kind: 'phone' }, 'Phone'],
  [{ name: 'Revenue', kind: 'money', currency: 'EUR' }, 'Money'],
  [{ name: 'Employees', kind: 'whole number' }, 'Whole no.'],
] as const;

const COMPANY: Saved = { ...SAVED, name: 'Company', fields: FIELDS.map(([field]) => field) };

export const KIND_STATES: readonly State[] = [
  {
    name: 'fields of many kinds',
    answers: { ...CAPITAL_SAVED, start: () => yes({ ...START, enrichments: [COMPANY] }) },
    reach: async (sidebar) => {
      await sidebar.button('Edit Company').click();
      await sidebar.unfold('What comes back');
      await sidebar.button('More about Stage').click();
      await sidebar.button('More about Revenue').click();
      const kinds = sidebar.root.getByLabel('Kind', { exact: true }).locator('option:checked');
      expect(await kinds.allTextContents()).toEqual(FIELDS.map(([, kind]) => kind));
      const choices = sidebar.field('Choices, one a line');
      expect(await choices.inputValue()).toBe('Seed\nGrowth\nListed');
      expect(await sidebar.root.getByLabel('Currency').inputValue()).toBe('EUR');
    },
  },
];
