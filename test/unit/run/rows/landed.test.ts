/** What counts as the machine's in a row where the writing of its answer was cut short. */
import { expect, it } from 'vitest';
import type { RowState } from '../../../../src/enrichment/status';
import { withLanded } from '../../../../src/run/rows/landed';
import type { Outcome } from '../../../../src/run/rows/outcome';
import { holdsOurs } from '../../../../src/run/rows/standing';
import { printOf, rowOf, stateOf, VIEW } from '../../../world/table-sample';

const ANSWER: Outcome = { state: 'done', values: [{ kind: 'text', text: "N'Djamena" }] };

function row(capital: string, state: RowState = 'submitted', about = 'Chad') {
  const ledger = { state: stateOf(about, { state }), question: printOf(about), taskId: 't' };
  return rowOf({ country: 'Chad', capital, ...ledger });
}

it('is what reads just as the answer that was being written', () => {
  expect(holdsOurs(withLanded(VIEW, row("N'Djamena"), ANSWER))).toBe(true);
});

it.each([
  ['what reads otherwise', row('Lake Chad')],
  ['a blank', row('')],
  ['what stands beside an answer that was written to its end', row("N'Djamena", 'done')],
  ['what stands beside the ledger of another question', row("N'Djamena", 'submitted', 'Mali')],
  ['what stands in a column of the person’s own', { ...row("N'Djamena"), theirs: new Set(['a']) }],
])('is not %s', (_, seen) => {
  expect(holdsOurs(withLanded(VIEW, seen, ANSWER))).toBe(false);
});

it('is nothing where there was no answer to write', () => {
  expect(holdsOurs(withLanded(VIEW, row("N'Djamena"), { state: 'not found' }))).toBe(false);
});
