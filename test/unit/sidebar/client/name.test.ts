import { describe, expect, it } from 'vitest';
import { BLANK, formOf } from '../../../../src/sidebar/client/model/form';
import { duplicateOf, named, nameFor } from '../../../../src/sidebar/client/model/name';
import { CAPITAL } from '../../../world/sidebar-samples';

const asking = (question: string) => ({ ...BLANK, question });

const copied = (taken: readonly string[] = [], columns: readonly string[] = [], name = 'Capital') =>
  duplicateOf(formOf({ ...CAPITAL, name }), taken, columns);

describe('a copy', () => {
  it('fills nothing: the columns are the first one’s', () => {
    const fields = CAPITAL.fields.map((field) => ({ ...field, fills: { heading: field.name } }));
    const form = { ...formOf({ ...CAPITAL, fields }), fills: { heading: 'Notes' } };
    expect(JSON.stringify(duplicateOf(form, [], []))).not.toContain('fills');
  });

  it('is a new enrichment with a name of its own', () => {
    expect(copied()).toMatchObject({ id: '', name: 'Capital copy' });
    expect(copied(['capital copy']).name).toBe('Capital copy 2');
  });

  it('fills columns of its own', () => {
    const { fields } = copied([], ['Capital', 'capital 2', 'Other']);
    expect(fields.map(({ name }) => name)).toEqual(['Capital 3', 'Population']);
  });

  it('of what has the longest name has one that can be saved', () => {
    const long = 'x'.repeat(60);
    const { name } = copied([long], [], long);
    expect(name).toBe(`${'x'.repeat(58)} 2`);
  });
});

describe('the name of a new enrichment', () => {
  it.each([
    ['What is the capital of {{Country}}?', 'Capital'],
    ['Find the CEO of {{Company}}', 'CEO'],
    ['{{Company}} headquarters address', 'Headquarters address'],
    ['Who is the head of state of {{Country}}?', 'Head'],
    ['Find the latest funding round of the company “{{Company}}” (website: {{Website}}).', 'Funding round'],
    ['Write about the languages of {{Country}}', 'Languages'],
    ['How many employees does {{Company}} have?', 'Employees'],
    ['the currency, the area in km² and the languages of {{Country}}', 'Currency'],
    ['{{Question}}', 'Answer'],
    ['', 'Answer'],
  ])('comes from what is asked: %s', (question, name) => {
    expect(nameFor(asking(question), [])).toBe(name);
  });

  it('says what a page gives, for an address tells nothing', () => {
    const fetching = { ...BLANK, type: 'fetch', address: '{{Website}}' } as const;
    expect(nameFor(fetching, [])).toBe('Page text');
    expect(nameFor({ ...fetching, shapes: { ...BLANK.shapes, fetch: 'fields' } }, [])).toBe('Page facts');
  });

  it('is no other’s', () => {
    expect(nameFor(asking('Capital of {{Country}}?'), ['capital', 'Capital 2'])).toBe('Capital 3');
  });

  it('is short enough for a heading', () => {
    expect(nameFor(asking(`Find ${'supercalifragilistic '.repeat(9)}`), []).length).toBeLessThanOrEqual(40);
  });

  it('is the person’s own where they gave one', () => {
    const form = { ...asking('Capital of {{Country}}?'), name: 'Mine' };
    expect(named(form, ['Mine'])).toBe(form);
  });
});
