/** What a Save adds to the table: every column by its name, and no other. */
import { describe, expect, it } from 'vitest';
import { addedLine, columnsAdded } from '../../../../src/sidebar/client/model/added';
import { BLANK, type Form, formOf, withShape } from '../../../../src/sidebar/client/model/form';
import { STARTERS } from '../../../../src/sidebar/client/model/starter-texts';
import { startFrom } from '../../../../src/sidebar/client/model/starters';
import { filledIn, SAVED } from '../../../world/sidebar-samples';

/** What is saved, as the page has it: fields with the slots of their columns. */
const KNOWN = { ...SAVED, fields: SAVED.fields.map((field, i) => ({ ...field, slot: 'ab'.charAt(i) })) };

const edited = (change: (form: Form) => Partial<Form>): Form => {
  const form = formOf(KNOWN);
  return { ...form, ...change(form) };
};

describe('a new enrichment adds', () => {
  it('its answer, sources and status, and says what is hidden', () => {
    expect(addedLine(filledIn(), undefined)).toBe(
      'Adds “Capital”, “Capital sources” and “Capital status” to your table, and three hidden columns that say how each row stands.',
    );
  });

  it('all of many', () => {
    const fields = Array.from({ length: 20 }, (_, i) => ({
      key: i,
      name: `Field ${i}`,
      kind: 'text' as const,
      description: '',
    }));
    const form = withShape({ ...filledIn(), fields }, 'fields');
    const line = addedLine(form, undefined);
    for (const { name } of fields) expect(line).toContain(`“${name}”`);
  });

  it('what results, pages and schemas bring', () => {
    const results = 'Capital top result, Capital link, Capital excerpt, Capital all results, Capital status';
    expect(columnsAdded(withShape(filledIn(), 'results'), undefined).join(', ')).toBe(results);
    const page = { ...filledIn(), type: 'fetch', fetch: { mode: 'standard', includeRawHtml: true } } as const;
    expect(columnsAdded(page, undefined)).toEqual(['Capital', 'Capital HTML', 'Capital status']);
    const schema = '{"type":"object","properties":{"one":{},"two":{}}}';
    const bySchema = withShape({ ...filledIn(), bySchema: true, schema, sources: false }, 'fields');
    expect(columnsAdded(bySchema, undefined)).toEqual(['one', 'two', 'Capital status']);
  });

  it.each(STARTERS)('every field of the template “$label”', (starter) => {
    const added = columnsAdded(startFrom(starter, BLANK, ['Company', 'Country']), undefined);
    expect(added).toEqual(expect.arrayContaining([...starter.fields.map(([name]) => name)]));
    expect(added).toContain(`${starter.label} status`);
  });

  it('nothing that can be told while a schema is half written', () => {
    const form = withShape({ ...filledIn(), bySchema: true, schema: '{' }, 'fields');
    expect(addedLine(form, undefined)).toBe('');
  });
});

describe('columns of the person’s own', () => {
  const FILLING = {
    ...KNOWN,
    fields: KNOWN.fields.map((field) => ({ ...field, fills: { heading: `My ${field.name}` } })),
  };

  it('are filled and not added', () => {
    expect(addedLine({ ...formOf(FILLING), id: '' }, undefined)).toBe(
      'Fills “My Capital” and “My Population”. Adds “Capital sources”, “Capital images” and “Capital status” to your table, and three hidden columns that say how each row stands.',
    );
    expect(addedLine({ ...filledIn(), fills: { heading: 'Town' } }, undefined)).toMatch(
      /^Fills “Town”\. Adds “Capital sources” and “Capital status” to /,
    );
  });

  it('are told once, when they are chosen, and so is the new column instead of one', () => {
    expect(addedLine(formOf(FILLING), FILLING)).toBe('');
    expect(addedLine(formOf(FILLING), KNOWN)).toBe('Fills “My Capital” and “My Population”.');
    expect(addedLine(formOf(KNOWN), FILLING)).toBe('Adds “Capital” and “Population” to your table.');
  });
});

describe('a saved enrichment adds', () => {
  it('nothing as it is, nor by another name for a field', () => {
    expect(addedLine(formOf(KNOWN), KNOWN)).toBe('');
    const renamed = edited(({ fields }) => ({
      fields: fields.map((row) => ({ ...row, name: `${row.name} city` })),
    }));
    expect(addedLine(renamed, KNOWN)).toBe('');
  });

  it('only the fields that are new', () => {
    const more = { key: 9, name: 'Area', kind: 'number', description: '' } as const;
    expect(
      addedLine(
        edited(({ fields }) => ({ fields: [...fields, more] })),
        KNOWN,
      ),
    ).toBe('Adds “Area” to your table.');
  });

  it('what somebody has deleted from the table', () => {
    const missing = ['Population', 'Capital status'];
    expect(addedLine(formOf(KNOWN), { ...KNOWN, missing })).toBe(
      'Adds “Population” and “Capital status” to your table.',
    );
  });
});
