/** “Only if” as the form has it. */
import { describe, expect, it } from 'vitest';
import {
  columnOptions,
  onlyIfInWords,
  withColumn,
  withTest,
} from '../../../../src/sidebar/client/model/only-if';

describe('which rows an enrichment is for', () => {
  it('is every row until a column is chosen, and its line says what is', () => {
    expect(onlyIfInWords(undefined)).toBe('every row');
    const chosen = withColumn(undefined, 'Country');
    expect(chosen).toEqual({ column: 'Country', test: 'not empty' });
    expect(onlyIfInWords(chosen)).toBe('Country is not empty');
    expect(withColumn(chosen, '')).toBeUndefined();
  });

  it('keeps what cells are compared with while they are', () => {
    const more = { column: 'Members', test: 'greater', value: '5' } as const;
    expect(withTest(more, 'less')).toEqual({ ...more, test: 'less' });
    expect(withTest(more, 'empty')).toEqual({ column: 'Members', test: 'empty' });
    expect(withColumn(more, 'Seats')).toEqual({ ...more, column: 'Seats' });
  });

  it('offers each column once, and the chosen one also where the sheet has it no more', () => {
    const names = (headings: string[], column?: string) =>
      columnOptions(headings, column === undefined ? undefined : { column, test: 'empty' }).map(
        ({ label }) => label,
      );
    expect(names(['A', '', 'A ', 'B'])).toEqual(['No condition', 'A', 'B']);
    expect(names(['A'], 'Gone')).toEqual(['No condition', 'A', 'Gone']);
  });
});
