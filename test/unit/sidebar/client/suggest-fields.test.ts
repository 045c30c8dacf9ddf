import { describe, expect, it } from 'vitest';
import { BLANK, shapeOf } from '../../../../src/sidebar/client/model/form';
import { duplicateOf } from '../../../../src/sidebar/client/model/name';
import { fieldsIn, suggestedFor, withFields } from '../../../../src/sidebar/client/model/suggest-fields';

describe('the fields that a question lists', () => {
  it('are named and of a kind, with their units', () => {
    expect(fieldsIn('Find the currency, the area in km² and the languages of {{Country}}.')).toEqual([
      { name: 'Currency', kind: 'text' },
      { name: 'Area (km²)', kind: 'number' },
      { name: 'Languages', kind: 'list' },
    ]);
  });

  it.each([
    ['What are the population and the head of state of {{Country}}?', ['Population', 'Head of state']],
    [
      'CEO, headquarters and founding date of the company {{Company}}',
      ['CEO', 'Headquarters', 'Founding date'],
    ],
    [
      'Find {{Company}}.\nReturn: industry, number of employees, whether it is listed.',
      ['Industry', 'Number of employees', 'Whether it is listed'],
    ],
    ['Find the phone & e-mail of {{Company}}', ['Phone', 'E-mail']],
  ])('are found in “%s”', (question, names) => {
    expect(fieldsIn(question).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'What is the capital of {{Country}}?',
    'Is {{Company}} a bank and since when, and if so, who supervises it these days on which grounds exactly?',
    'Compare {{A}} and {{B}}',
    'Bosnia and Herzegovina',
    '',
  ])('are none in “%s”', (question) => {
    expect(fieldsIn(question)).toEqual([]);
  });
});

describe('a press', () => {
  const form = { ...BLANK, question: 'the currency and the languages of {{Country}}' };

  it('makes columns of them', () => {
    const after = withFields(form, suggestedFor(form));
    expect(shapeOf(after)).toBe('fields');
    expect(after.fields.map(({ name }) => name)).toEqual(['Currency', 'Languages']);
    expect(new Set(after.fields.map(({ key }) => key)).size).toBe(2);
  });

  it('gives a number to what is called as a column of the table is', () => {
    const free = suggestedFor(form, ['Country', ' languages']);
    expect(free.map(({ name }) => name)).toEqual(['Currency', 'Languages 2']);
    expect(suggestedFor(withFields(form, free), ['Country', ' languages'])).toEqual([]);
    const both = suggestedFor(form, ['Currency', 'Languages']);
    expect(suggestedFor(withFields(form, both), ['Currency', 'Languages'])).toEqual([]);
  });

  it('is not offered again', () => {
    expect(suggestedFor(withFields(form, suggestedFor(form)))).toEqual([]);
  });

  it('is not offered for a copy, whose fields got other numbers when it was made', () => {
    const copy = duplicateOf(
      withFields(form, suggestedFor(form)),
      [],
      ['Currency', 'Languages', 'Languages 2'],
    );
    expect(copy.fields.map(({ name }) => name)).toEqual(['Currency 2', 'Languages 3']);
    for (const taken of [[], ['Currency', 'Currency 2']]) expect(suggestedFor(copy, taken)).toEqual([]);
  });

  it('keeps the fields that are there', () => {
    const begun = {
      ...form,
      shapes: { ...form.shapes, search: 'fields' },
      fields: [{ key: 4, name: 'Flag', kind: 'text', description: '' }],
    } as const;
    expect(withFields(begun, suggestedFor(begun)).fields.map(({ name }) => name)).toEqual([
      'Flag',
      'Currency',
      'Languages',
    ]);
  });

  it('is not offered for a page, nor beside a schema', () => {
    expect(suggestedFor({ ...form, type: 'fetch' })).toEqual([]);
    expect(suggestedFor({ ...form, bySchema: true })).toEqual([]);
  });
});
