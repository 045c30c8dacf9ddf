/** Templates: what is a placeholder, which column it means, and what the filled text says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsNamed,
  fill,
  isExact,
  parseTemplate,
  resolveColumns,
  type TemplatePart,
} from '../../../src/enrichment/template';
import { problemOf } from '../../world/definitions';

const plain = fc.string({ unit: 'binary' }).map((text) => text.replace(/[{}]/g, '.'));
const name = plain.map((text) => text.trim()).filter((text) => text !== '');
const template = fc.array(fc.oneof(fc.record({ text: plain }), fc.record({ column: name })));

function written(parts: readonly TemplatePart[]): string {
  return parts.map((part) => ('text' in part ? part.text : `{{${part.column}}}`)).join('');
}

describe('a template', () => {
  it('splits into text and columns in turn', () => {
    expect(parseTemplate('Who leads {{Company}} in {{ Country }}?')).toEqual([
      { text: 'Who leads ' },
      { column: 'Company' },
      { text: ' in ' },
      { column: ' Country ' },
      { text: '?' },
    ]);
  });

  it('says the same after it was parsed and written again', () => {
    fc.assert(
      fc.property(template, (parts) => {
        expect(written(parseTemplate(written(parts)))).toBe(written(parts));
      }),
    );
  });

  it('puts every column’s text in its place, whatever that text is', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(template, any, (parts, value) => {
        const expected = parts.map((part) => ('text' in part ? part.text : value)).join('');
        expect(fill(parseTemplate(written(parts)), () => value)).toBe(expected.trim());
      }),
    );
  });

  it('names each column once, in the order of the text', () => {
    expect(columnsNamed(parseTemplate('{{B}} {{A}} {{B}}'))).toEqual(['B', 'A']);
  });

  it('takes single braces and lonely closing braces as text', () => {
    expect(parseTemplate('{a} }} {{{B}}}')).toEqual([{ text: '{a} }} {' }, { column: 'B' }, { text: '}' }]);
  });

  it.each([
    ['Capital of {{Country?', '{{Country?'],
    ['{{A}} and {{B', '{{B'],
    ['{{ {{A}}', '{{ '],
  ])('says where the braces of %j are not closed', (text, subject) => {
    expect(problemOf(() => parseTemplate(text))).toMatchObject({ code: 'unclosed-placeholder', subject });
  });

  it('refuses a placeholder without a name', () => {
    expect(problemOf(() => parseTemplate('Capital of {{ }}?')).code).toBe('empty-placeholder');
  });

  it('does not fill what a cell brings along', () => {
    expect(fill(parseTemplate('{{A}}'), () => '{{B}}$&')).toBe('{{B}}$&');
  });
});

describe('a named column', () => {
  it('is found by its exact heading', () => {
    expect(resolveColumns(['b', 'A'], ['A', 'a', 'b'])).toEqual(
      new Map([
        ['b', 2],
        ['A', 0],
      ]),
    );
  });

  it('is found without regard to case and outer spaces when only one heading fits', () => {
    expect(resolveColumns(['company'], ['Id', ' Company '])).toEqual(new Map([['company', 1]]));
  });

  it('prefers the exact heading over one that differs in case', () => {
    expect(resolveColumns(['company'], ['Company', 'company'])).toEqual(new Map([['company', 1]]));
  });

  it('is named in the problem when it is not in row 1', () => {
    const problem = problemOf(() => resolveColumns(['City', 'Town'], ['City', '']));
    expect(problem).toMatchObject({ code: 'unknown-column', subject: 'Town' });
  });

  it.each([
    ['Country ', 1],
    ['Country', 0],
    [' Country', 0],
  ])('is the one that is written so, of two that differ in a space: %j', (name, at) => {
    expect(resolveColumns([name], ['Country', 'Country '])).toEqual(new Map([[name, at]]));
  });

  it.each([
    'Company  name',
    'Company\u00a0name',
    'Company\nname',
    ' COMPANY \r\n\u200bname',
    'Company\u2007Name',
  ])('is found as it looks, whatever spaces and breaks its heading has: %j', (heading) => {
    expect(resolveColumns(['Company name'], ['Id', heading])).toEqual(new Map([['Company name', 1]]));
    expect(resolveColumns([heading], ['Company name'])).toEqual(new Map([[heading, 0]]));
  });

  it('may be wanted by what its cells hold, unless it is called so itself', () => {
    expect(resolveColumns(['Lat : exact'], ['Id', 'Lat'])).toEqual(new Map([['Lat : exact', 1]]));
    expect(isExact('Lat : exact', 'Lat')).toBe(true);
    expect(resolveColumns(['Lat:exact'], ['Lat', 'Lat:exact'])).toEqual(new Map([['Lat:exact', 1]]));
    expect(isExact('Lat:exact', 'Lat:exact')).toBe(false);
    const problem = problemOf(() => resolveColumns(['Long:exact'], ['Lat']));
    expect(problem).toMatchObject({ code: 'unknown-column', subject: 'Long' });
  });

  it('is found in letters that are composed in another way', () => {
    expect(resolveColumns(['Société'], ['Socie\u0301te\u0301']).size).toBe(1);
  });

  it.each([
    ['City', ['City', 'City'], '“City” may be “City” in column A or “City” in column B'],
    ['city', ['City', 'Id', 'CITY '], '“city” may be “City” in column A or “CITY ” in column C'],
    [' a  b ', ['A B', 'a\nb'], '“a  b” may be “A B” in column A or “a\nb” in column B'],
  ])('is ambiguous when %j may mean several of %j, and says which', (column, headings, subject) => {
    const problem = problemOf(() => resolveColumns([column], headings, (i) => 'ABC'.charAt(i)));
    expect(problem).toMatchObject({ code: 'ambiguous-column', subject });
  });
});
