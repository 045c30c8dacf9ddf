/** Starter templates: complete forms that fit the table they meet. */
import { describe, expect, it } from 'vitest';
import { checkAgainst, checkDefinition } from '../../../../src/enrichment/check';
import { BLANK, enrichmentOf, templateOf } from '../../../../src/sidebar/client/model/form';
import { STARTERS, type Starter } from '../../../../src/sidebar/client/model/starter-texts';
import { guess, startFrom } from '../../../../src/sidebar/client/model/starters';
import { suggestedFor } from '../../../../src/sidebar/client/model/suggest-fields';

const LEADS = ['Company', 'Website', 'Country', 'Contact person', 'Statement'];

function starter(label: string): Starter {
  const found = STARTERS.find((each) => each.label === label);
  if (!found) throw new Error(`There is no starter “${label}”`);
  return found;
}

describe('every starter template', () => {
  it.each(STARTERS)('$label is an enrichment that can be saved as it is', (each) => {
    const e = enrichmentOf(startFrom(each, BLANK, LEADS), 0);
    expect(() => checkDefinition(e)).not.toThrow();
    expect(() => checkAgainst(e, LEADS)).not.toThrow();
  });

  it.each(
    STARTERS,
  )('$label does not list its fields, which can be removed, and suggests no others', (each) => {
    const form = startFrom(each, BLANK, LEADS);
    expect(templateOf(form)).not.toMatch(/return:/i);
    expect(suggestedFor(form)).toEqual([]);
    expect(suggestedFor({ ...form, fields: BLANK.fields })).toEqual([]);
  });

  it.each(STARTERS)('$label leaves no mark of its own in the question', (each) => {
    for (const headings of [LEADS, ['Name'], []])
      expect(templateOf(startFrom(each, BLANK, headings))).not.toMatch(/[[\]<>]/);
  });
});

describe('a starter template', () => {
  it('names a column by what it is likely called, and leaves out what the table does not have', () => {
    const question = templateOf(startFrom(starter('Funding'), BLANK, ['Firm name', 'URL']));
    expect(question).toContain('“{{Firm name}}” (website: {{URL}}).');
    expect(question).not.toContain(' in {{');
  });

  it('names a column for the person to change where none fits', () => {
    expect(templateOf(startFrom(starter('Funding'), BLANK, ['A', 'B']))).toContain('“{{Company}}”');
  });

  it('names a new enrichment, and does not rename a saved one', () => {
    expect(startFrom(starter('Funding'), BLANK, []).name).toBe('Funding');
    expect(startFrom(starter('Funding'), { ...BLANK, id: 'e1', name: 'Mine' }, []).name).toBe('Mine');
  });

  it('opens the page itself for prices, and searches deep only where two steps are needed', () => {
    expect(startFrom(starter('Price page'), BLANK, LEADS)).toMatchObject({
      type: 'fetch',
      address: '{{Website}}',
    });
    expect(startFrom(starter('Contact page'), BLANK, LEADS).search.depth).toBe('deep');
    expect(startFrom(starter('Funding'), BLANK, LEADS).search.depth).toBe('standard');
  });
});

describe('guessing a column', () => {
  it.each([
    ['Company', ['Website', 'Company name'], 'Company name'],
    ['Company', ['Id', 'Name'], 'Name'],
    ['Person', ['Company', 'Full name'], 'Full name'],
    ['Website', ['LinkedIn link', 'Domain'], 'Domain'],
    ['Website', ['Company'], undefined],
    ['Company', ['Company {x}'], undefined],
  ])('%s among %j is %s', (slot, headings, found) => expect(guess(slot, headings)).toBe(found));
});
