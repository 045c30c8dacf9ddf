/** Which rows without a ledger are known to show another question's answer. */
import { expect, it } from 'vitest';
import { STATUS } from '../../../../src/enrichment/status';
import { ofAnother } from '../../../../src/run/rows/of-another';
import { printOf, rowOf, stateOf, VIEW } from '../../../world/table-sample';

const MALI = rowOf({ country: 'Mali', capital: 'Bamako', state: stateOf('Mali', {}, 'Bamako') });

function bare(capital: string, status: string = STATUS.outdated, country = 'Chad') {
  const row = rowOf({ country, capital });
  return { ...row, values: row.values.with(VIEW.layout.status - 1, status) };
}

it('are those that say they are outdated, beside what a ledger knows as the answer to something else', () => {
  const seen = bare('Bamako');
  expect(ofAnother(VIEW, [MALI, seen])(seen)?.fingerprint).toBe(printOf('Mali'));
});

it.each([
  ['what no ledger knows', bare("N'Djamena")],
  ['a blank', bare('')],
  ['the answer to what the row asks', bare('Bamako', STATUS.outdated, 'Mali')],
  ['what says that it is done: two questions may have one answer', bare('Bamako', STATUS.done)],
  ['what stands in a column of the person’s own', { ...bare('Bamako'), theirs: new Set(['a']) }],
])('are not those with %s', (_, seen) => {
  expect(ofAnother(VIEW, [MALI, seen])(seen)).toBeUndefined();
});
