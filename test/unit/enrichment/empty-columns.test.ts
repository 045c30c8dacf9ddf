/** What may be told of a column that waits to be filled. */
import { describe, expect, it } from 'vitest';
import { asField, type CellRule, mostlyBlank } from '../../../src/enrichment/empty-columns';

const column = (heading: string, ...texts: string[]) => ({ heading, at: 1, texts });

describe('a column that waits to be filled', () => {
  it('has a heading, and is blank in more than half of the rows', () => {
    const [empty, some, half] = [column('A', '', ' '), column('B', 'x', '', ''), column('C', 'x', '')];
    expect(mostlyBlank([empty, some, half, column(' ', '', '')])).toEqual([empty, some]);
  });

  const CHOICE: CellRule = { kind: 'choice', choices: ['yes', 'no'] };
  it.each<[heading: string, format: string, rule: CellRule | undefined, kind: string]>([
    ['Capital', '', undefined, 'text'],
    ['Employees', '0.###############', undefined, 'number'],
    ['Employees', '@', undefined, 'text'],
    ['Anything', '#,##0.00', undefined, 'number'],
    ['Anything', '0.0%', undefined, 'number'],
    ['Anything', '[$€-407] #,##0', undefined, 'number'],
    ['Anything', 'dd/mm/yyyy', undefined, 'date'],
    ['Anything', '0 "days"', undefined, 'number'],
    ['Founding date', '', undefined, 'date'],
    ['Gründungsjahr', '', undefined, 'number'],
    ['Geburtsdatum', '', undefined, 'date'],
    ['Fläche (km²)', '', undefined, 'number'],
    ['Postleitzahl', '', undefined, 'text'],
    ['Année de création', '', undefined, 'number'],
    ['Marque déposée', '', undefined, 'text'],
    ['عدد السكان', '', undefined, 'number'],
    ['CEO', '', undefined, 'text'],
    ['HQ city', '', undefined, 'text'],
    ['Is public', '', undefined, 'yes/no'],
    ['Listed?', '', undefined, 'yes/no'],
    ['Employees', '', { kind: 'checkbox' }, 'yes/no'],
    ['Employees', '0', { kind: 'date' }, 'date'],
    ['Employees', '0', CHOICE, 'choice'],
    // Of one, nothing is to be chosen.
    ['Employees', '0', { kind: 'choice', choices: ['yes', ' yes'] }, 'text'],
  ])('“%s” in “%s” is a field by its rule, its format, its name', (heading, format, rule, kind) => {
    const found = asField(column(heading), { format, ...(rule ? { rule } : {}) });
    expect(found).toEqual({ heading, at: 1, kind, choices: rule === CHOICE ? ['yes', 'no'] : [] });
  });
});
