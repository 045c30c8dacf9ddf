/** A form whose outputs fill columns of the person's own: what is offered, and what a press makes of it. */
import { describe, expect, it } from 'vitest';
import type { EmptyColumn } from '../../../../src/enrichment/empty-columns';
import {
  bindField,
  bound,
  freeFor,
  namesake,
  withColumns,
} from '../../../../src/sidebar/client/model/field-fills';
import {
  answerIn,
  answersNamesake,
  askable,
  columnsFor,
  fillColumnsLabel,
  fillingAll,
  fillOffer,
} from '../../../../src/sidebar/client/model/fills';
import {
  BLANK,
  type FieldRow,
  type Form,
  formOf,
  withShape,
} from '../../../../src/sidebar/client/model/form';
import { nameFor } from '../../../../src/sidebar/client/model/name';
import { closedNames, fieldFaultOf } from '../../../../src/sidebar/client/model/own-columns';
import { STARTERS } from '../../../../src/sidebar/client/model/starter-texts';
import { startFrom } from '../../../../src/sidebar/client/model/starters';
import { suggestedFor, withFields } from '../../../../src/sidebar/client/model/suggest-fields';
import { filledIn, SAVED, START } from '../../../world/sidebar-samples';

const YEAR: EmptyColumn = { heading: 'Year', at: 2, kind: 'number', choices: [] };
const COUNTRY: EmptyColumn = { heading: 'Country', at: 3, kind: 'choice', choices: ['France', 'Japan'] };
const COLUMNS = [YEAR, COUNTRY];
const FILMS = { ...START, headings: ['Film', 'Year', 'Country'], sample: { Film: 'Ran' }, empty: COLUMNS };
const row = (key: number, name: string, more: Partial<FieldRow> = {}): FieldRow => ({
  key,
  name,
  kind: 'text',
  description: '',
  ...more,
});
const headings = (rows: readonly FieldRow[]) => rows.map(({ fills }) => fills?.heading);

describe('the columns that may be filled', () => {
  it('are the empty ones that are not asked, nor filled by another enrichment', () => {
    expect(columnsFor(BLANK, FILMS)).toEqual(COLUMNS);
    expect(columnsFor(filledIn({ question: '{{Film}} of {{year:exact}}' }), FILMS)).toEqual([COUNTRY]);
    const other = { ...SAVED, fields: [{ name: 'a', kind: 'text', fills: { heading: 'Year' } }] } as const;
    expect(columnsFor(BLANK, { ...FILMS, enrichments: [other] })).toEqual([COUNTRY]);
    expect(columnsFor({ ...BLANK, id: SAVED.id }, { ...FILMS, enrichments: [other] })).toEqual(COLUMNS);
    // What it fills itself is none of the empty ones once that is read again, and may be chosen again.
    const [own] = columnsFor({ ...BLANK, id: SAVED.id }, { ...FILMS, empty: [], enrichments: [other] });
    expect(bindField([row(1, 'a')], 1, own)[0]?.fills).toEqual({ heading: 'Year' });
    expect(columnsFor(BLANK, undefined)).toEqual([]);
  });

  it('are told apart by where they stand while that is known', () => {
    const twice = [YEAR, { ...YEAR, at: 5 }];
    expect(freeFor([row(1, 'Year', { fills: { heading: 'Year', at: 5 } })], twice)).toEqual([YEAR]);
    expect(freeFor([row(1, 'Year', { fills: { heading: 'Year' } })], twice)).toEqual([]);
  });
});

describe('one press', () => {
  it('is offered to a new enrichment that fills nothing yet, and names what it fills', () => {
    expect(fillOffer(BLANK, COLUMNS)).toEqual(COLUMNS);
    expect(fillOffer({ ...BLANK, id: 'e1' }, COLUMNS)).toEqual([]);
    expect(fillOffer({ ...BLANK, bySchema: true }, COLUMNS)).toEqual([]);
    expect(fillOffer(fillingAll(BLANK, COLUMNS, FILMS), COLUMNS)).toEqual([]);
    expect(fillOffer(answerIn(BLANK, YEAR), COLUMNS)).toEqual([]);
    expect(fillColumnsLabel(COLUMNS)).toBe('Fill your empty columns: Year, Country');
    expect(fillColumnsLabel([YEAR])).toBe('Fill your empty column: Year');
    expect(fillColumnsLabel([...COLUMNS, ...COLUMNS, YEAR])).toBe(
      'Fill your empty columns: Year, Country, Year, Country and 1 more',
    );
  });

  it('makes a field of each, with its kind and its choices, and the question and the name with them', () => {
    const form = fillingAll(BLANK, COLUMNS, FILMS);
    expect(form.shapes.search).toBe('fields');
    expect(form.question).toBe('Find the following about {{Film}}: Year; Country.');
    expect(form.fields).toEqual([
      { key: 1, name: 'Year', kind: 'number', description: '', fills: { heading: 'Year', at: 2 } },
      {
        key: 2,
        name: 'Country',
        kind: 'choice',
        description: '',
        choices: COUNTRY.choices,
        fills: { heading: 'Country', at: 3 },
      },
    ]);
    expect(nameFor(form, [])).toBe('Film facts');
    expect(suggestedFor(form)).toEqual([]);
  });

  it('takes what is filled out of what the question may name', () => {
    expect(askable(fillingAll(BLANK, [YEAR], FILMS), FILMS.headings)).toEqual(['Film', 'Country']);
    expect(askable(BLANK, FILMS.headings)).toEqual(FILMS.headings);
  });

  it('keeps the question that is written, the address of a page, and fields that are there', () => {
    expect(fillingAll(filledIn(), COLUMNS, FILMS).question).toBe('Capital of {{Country}}?');
    expect(fillingAll({ ...BLANK, type: 'fetch' }, COLUMNS, FILMS)).toMatchObject({
      question: '',
      address: '',
    });
    const begun: Form = withShape(
      { ...BLANK, fields: [row(1, 'Plot'), row(4, 'year'), row(5, ' ')] },
      'fields',
    );
    const { fields } = fillingAll(begun, COLUMNS, FILMS);
    expect(fields.map(({ key, name }) => [key, name])).toEqual([
      [1, 'Plot'],
      [4, 'year'],
      [6, 'Country'],
    ]);
    expect(headings(fields)).toEqual([undefined, 'Year', 'Country']);
  });

  it('adds no more fields than there may be', () => {
    const many = Array.from({ length: 70 }, (_, i) => ({ ...YEAR, heading: `Year ${i}`, at: i + 2 }));
    expect(withColumns([row(1, 'Plot')], many)).toHaveLength(50);
  });
});

describe('a field that is called like an empty column', () => {
  it('fills it where the question or a template suggested it', () => {
    const form = { ...BLANK, question: 'the year and the plot of {{Film}}' };
    const after = withFields(form, suggestedFor(form), COLUMNS);
    expect(headings(after.fields)).toEqual(['Year', undefined]);
    const [profile] = STARTERS;
    if (!profile) throw new Error('a starter');
    const industry = { ...COUNTRY, heading: 'industry' };
    expect(headings(startFrom(profile, BLANK, [], [industry]).fields).filter(Boolean)).toEqual(['industry']);
    expect(headings(bound([row(1, 'Year'), row(2, 'year')], COLUMNS))).toEqual(['Year', undefined]);
  });

  it('may fill it in one press where it would be refused, and is called so then', () => {
    const rows = [row(1, 'year'), row(2, 'Plot')];
    const found = namesake(row(1, 'year'), rows, FILMS.headings, COLUMNS);
    expect(found).toEqual(YEAR);
    const [after = row(0, '')] = bindField(rows, 1, found);
    expect(after).toMatchObject({ name: 'year', kind: 'number', fills: { heading: 'Year', at: 2 } });
    expect(fieldFaultOf(after, rows, FILMS.headings)).toBe('');
    expect(namesake(after, [after], FILMS.headings, COLUMNS)).toBeUndefined();
    expect(fieldFaultOf(row(1, 'Film'), rows, FILMS.headings)).toContain('already');
    expect(bindField([after], 1, undefined)[0]).not.toHaveProperty('fills');
  });

  it('is none that was saved under that name, nor one whose column is filled by another', () => {
    expect(namesake(row(1, 'Year'), [], ['Film'], COLUMNS)).toBeUndefined();
    const other = row(2, 'When', { fills: { heading: 'Year', at: 2 } });
    expect(namesake(row(1, 'Year'), [other], FILMS.headings, COLUMNS)).toBeUndefined();
  });

  it('takes the name of its column where it has none', () => {
    expect(bindField([row(1, ' ')], 1, COUNTRY)[0]).toMatchObject({
      name: 'Country',
      kind: 'choice',
      choices: COUNTRY.choices,
    });
  });
});

describe('a column that a saved enrichment fills', () => {
  const fields = [{ name: 'Year', kind: 'number', fills: { heading: 'Year' } }] as const;
  const saved = { ...SAVED, shape: 'fields', fields } as const;

  it('gives its name to no other field', () => {
    const form = formOf({ ...saved, fields: [{ ...fields[0], name: 'Released' }] });
    const second = row(9, ' year');
    const closed = closedNames(form, [], saved);
    expect(closed).toEqual(['Year']);
    expect(fieldFaultOf(second, [...form.fields, second], closed)).toContain('has a column “year”');
  });

  it('is offered again where its field is to make a new one of that name', () => {
    const form = formOf(saved);
    const freed = { ...form, fields: bindField(form.fields, 1, undefined) };
    const closed = closedNames(freed, [], saved);
    expect(closed).toEqual(['Year']);
    const columns = columnsFor(freed, { ...FILMS, empty: [], enrichments: [saved] });
    const [year = row(0, '')] = freed.fields;
    expect(namesake(year, freed.fields, closed, columns)?.heading).toBe('Year');
  });
});

describe('one answer', () => {
  it('may fill the empty column that it would be called like, and a new one again', () => {
    const form = filledIn({ name: '' });
    expect(answersNamesake(form, 'Country', COLUMNS)).toEqual(COUNTRY);
    expect(answersNamesake(withShape(form, 'results'), 'Country', COLUMNS)).toBeUndefined();
    const filled = answerIn(form, COUNTRY);
    expect(filled.fills).toEqual({ heading: 'Country', at: 3 });
    expect(answersNamesake(filled, 'Country', COLUMNS)).toBeUndefined();
    expect(answerIn(filled, undefined)).toEqual(form);
  });
});
