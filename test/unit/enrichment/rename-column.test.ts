/** Another column in the place of one that is called otherwise by now. */
import { describe, expect, it } from 'vitest';
import { possibleHeadings, withColumn } from '../../../src/enrichment/rename-column';

describe('a column in place of another', () => {
  it('is named wherever the other was, in the manner in which it was, and nowhere else', () => {
    const template = '{{Country}} and {{ Country }}, {{Country: exact}}, {{Country code}}, Country';
    expect(withColumn(template, 'Country', 'Land $&')).toBe(
      '{{Land $&}} and {{Land $&}}, {{Land $&: exact}}, {{Country code}}, Country',
    );
  });

  it('can be any that a placeholder can name, is there once, and is not asked already', () => {
    const headings = ['Land', '', 'Twice', 'Twice', 'a {{b}}', 'Year'];
    expect(possibleHeadings('{{Country}} in {{Year}}', headings)).toEqual(['Land']);
  });
});
