/** The sheet's columns from where one enrichment stands, and what nothing of it can be called for their sake. */
import { describe, expect, it } from 'vitest';
import { BLANK, withShape } from '../../../../src/sidebar/client/model/form';
import {
  closedNames,
  columnsOfOthers,
  faultInNames,
  fieldFaultOf,
  nameFaultOf,
  seenBy,
} from '../../../../src/sidebar/client/model/own-columns';
import { filledIn, SAVED, START } from '../../../world/sidebar-samples';

const OTHER = { ...SAVED, id: 'e2', name: 'Money', outputs: ['Currency'], status: 'Money status' };
const SHEET = {
  ...START,
  headings: ['Country', 'Capital', 'Population', 'Currency', 'Capital'],
  enrichments: [SAVED, OTHER],
};

describe('the sheet', () => {
  it('as an enrichment sees it is without its own columns, and with one that is called the same', () => {
    expect(seenBy(SHEET, SAVED).headings).toEqual(['Country', 'Currency', 'Capital']);
    expect(seenBy(SHEET, undefined).headings).toEqual(SHEET.headings);
  });

  it('has how the rows of other enrichments stand', () => {
    expect(columnsOfOthers(SHEET, SAVED)).toEqual(['Country', 'Currency', 'Capital', 'Money status']);
  });
});

const row = (name: string, key = 1) => ({ key, name, kind: 'text', description: '' }) as const;

describe('a field', () => {
  const columns = columnsOfOthers(SHEET, SAVED);

  it.each(['Country', ' currency', 'Money  Status'])('is not called as a column is: %s', (name) => {
    expect(fieldFaultOf(row(name), [row(name)], columns)).toBe(
      `The table has a column “${name.trim()}” already. Call the field otherwise.`,
    );
  });

  it('that is saved keeps its name, and takes no other that a column has', () => {
    const closed = closedNames(BLANK, columns, SAVED);
    const kept = SAVED.fields.map(({ name }) => name);
    expect(closed).toEqual(['Country', 'Currency', 'Money status']);
    expect(kept.map((name) => fieldFaultOf(row(name), [row(name)], closed))).toEqual(kept.map(() => ''));
    expect(fieldFaultOf({ ...row('Country'), slot: 'a' }, [], closed)).toContain('already');
  });

  it('is called as none of the others', () => {
    expect(fieldFaultOf(row('a b'), [row('a b'), row('A-b', 2)], [])).toBe('Two fields are called “a b”.');
    expect(fieldFaultOf(row(''), [row(''), row('', 2)], columns)).toBe('');
  });

  it('has no more than sixty characters', () => {
    expect(fieldFaultOf(row('🇵🇪'.repeat(60)), [], columns)).toBe('');
    expect(fieldFaultOf(row('x'.repeat(61)), [], columns)).toBe('The name is longer than 60 characters.');
  });
});

describe('a name', () => {
  it.each([
    ['Another enrichment on this sheet is called “money ”.', 'money '],
    ['The table has a column “Country” already.', 'Country'],
    ['The name is longer than 60 characters.', 'x'.repeat(61)],
    ['', 'Mine'],
    ['', ''],
  ])('%s', (fault, name) => {
    const said = nameFaultOf(filledIn({ name }), ['Money'], ['Country']);
    expect(said).toContain(fault.replace('money ', 'money'));
    expect(said === '').toBe(fault === '');
  });

  it('is not blamed for its fields', () => {
    const form = withShape(filledIn({ fields: [row('Country')] }), 'fields');
    expect(nameFaultOf(form, [], ['Country'])).toBe('');
    expect(nameFaultOf(form, [], ['Capital status'])).toContain('“Capital status”');
  });
});

const names = (others: readonly string[], columns: readonly string[]) => ({ others, columns });

describe('before a try is paid for', () => {
  const fields = [row('Flag'), row('Country', 2)];
  const form = withShape(filledIn({ fields }), 'fields');

  it('what Save would refuse in a field or in the name is told at its box', () => {
    expect(faultInNames(form, names([], ['Country']), undefined)).toEqual({
      code: 'form',
      sentence: fieldFaultOf(row('Country', 2), fields, ['Country']),
      place: 'field 1 name',
    });
    expect(faultInNames(form, names(['capital'], []), undefined).place).toBe('name');
  });

  it('nothing is told of what is saved already, of no fields, and of what a schema takes the place of', () => {
    const saved = { ...SAVED, fields: [{ name: 'Country', kind: 'text' as const }] };
    for (const fine of [
      faultInNames(form, names(['Capital'], ['Country']), saved),
      faultInNames({ ...form, bySchema: true }, names([], ['Country']), undefined),
      faultInNames(filledIn({ fields }), names([], ['Country']), undefined),
    ])
      expect(fine.sentence).toBe('');
  });
});
