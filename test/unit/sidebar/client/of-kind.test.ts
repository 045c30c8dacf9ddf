/** The boxes that go with some kinds of field. */
import { describe, expect, it } from 'vitest';
import { draftOf, type FieldRow, formOf } from '../../../../src/sidebar/client/model/form';
import {
  choicesMeant,
  choicesText,
  choicesTyped,
  currenciesFor,
} from '../../../../src/sidebar/client/model/of-kind';
import { CAPITAL } from '../../../world/sidebar-samples';

const ROW: FieldRow = { key: 1, name: 'Size', kind: 'choice', description: '' };

describe('the box for choices', () => {
  it.each([
    ['small\nlarge', ['small', 'large']],
    ['small\n\n large \nsmall', ['small', 'large']],
    ['small, medium,large', ['small', 'medium', 'large']],
    ['small, cheap; large', ['small, cheap', 'large']],
    ['small, cheap\nlarge', ['small, cheap', 'large']],
    ['', []],
  ])('%j means %j', (text, choices) => expect(choicesMeant(choicesTyped(text))).toEqual(choices));

  it('keeps what is being typed, blank lines too, and sends what it means', () => {
    const row = { ...ROW, choices: choicesTyped('small\n') };
    expect(choicesText(row)).toBe('small\n');
    const fieldsOf = (rows: FieldRow[]) =>
      draftOf({ ...formOf({ ...CAPITAL, shape: 'fields', fields: [] }), fields: rows }).fields;
    expect(fieldsOf([row])[0]?.choices).toEqual(['small']);
    expect(fieldsOf([{ ...row, choices: [' '] }])[0]).not.toHaveProperty('choices');
  });

  it('shows the choices that a description lists, as long as it has none of its own', () => {
    expect(choicesText({ ...ROW, description: 'One of: small or large' })).toBe('small\nlarge');
    expect(choicesText({ ...ROW, description: 'the size' })).toBe('');
    expect(choicesText({ ...ROW, description: 'One of: small or large', choices: [''] })).toBe('');
  });
});

it('a currency that was saved is offered, whichever it is', () => {
  expect(currenciesFor({})).toContain('USD');
  expect(currenciesFor({ currency: 'ISK' })).toEqual([...currenciesFor({}), 'ISK']);
});
