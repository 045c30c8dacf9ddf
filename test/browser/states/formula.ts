/** The states of the sidebar that are about the formula. */
import { type Answers, yes } from '../alone';
import type { SidebarPage } from '../sidebar-page';
import { CAPITAL_SAVED, type State } from './state';

/** A server whose formulas are off until they are turned on. */
const WITH_FORMULA: Answers = {
  ...CAPITAL_SAVED,
  formula: () => yes({ cap: 0, asked: 0 }),
  setFormula: ({ cap }) => yes({ cap, asked: cap > 0 ? 0.042 : 0 }),
};

/** Turns it on. */
export async function turnFormulaOn(sidebar: SidebarPage): Promise<void> {
  await sidebar.button('Manage the Linkup key').click();
  await sidebar.unfold('The formula =LINKUP');
  await sidebar.text('anybody who may type a formula here spends the owner’s money').waitFor();
  await sidebar.field('In a day at most (USD)').fill('2');
  await sidebar.button('Turn on').click();
  await sidebar.button('Set cap').waitFor();
  await sidebar.text(/^\$0\.\d+ asked today, from midnight UTC\.$/).waitFor();
}

export const FORMULA_STATES: readonly State[] = [
  { name: 'the formula turned on, with its cap', answers: WITH_FORMULA, reach: turnFormulaOn },
];
