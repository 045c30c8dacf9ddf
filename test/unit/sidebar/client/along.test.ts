/** Taking an enrichment along, as the page does it: out as a text, in as a draft of a sheet where other names are taken. */
import { describe, expect, it } from 'vitest';
import { atHomeOn, copiedLine, formIn, textOf } from '../../../../src/sidebar/client/model/along';
import { draftOf, type Form } from '../../../../src/sidebar/client/model/form';
import { CAPITAL, SAVED, START, WITH_CAPITAL } from '../../../world/sidebar-samples';

function read(text: string): Form {
  const form = formIn(text);
  if (typeof form === 'string') throw new Error(form);
  return form;
}

describe('an enrichment that is taken along', () => {
  it('asks elsewhere what it asked, as a new one that fills nothing', () => {
    const fields = [{ name: 'Capital', kind: 'text', slot: 'a', fills: { heading: 'Town' } }] as const;
    const form = read(`\n${textOf({ ...SAVED, fields })}\n`);
    expect(draftOf(form)).toEqual({ ...CAPITAL, id: '', fields: [{ name: 'Capital', kind: 'text' }] });
    expect(textOf({ ...SAVED, fields })).not.toMatch(/Town|"e1"|revision/);
  });

  it('keeps its names where they are free, and makes them free where they are not', () => {
    const form = read(textOf(SAVED));
    expect(atHomeOn(START, form)).toMatchObject({ id: '', name: 'Capital', fields: form.fields });
    const there = { ...WITH_CAPITAL, headings: ['Country', 'Capital', 'Population'] };
    const names = atHomeOn(there, form);
    expect(names.name).toBe('Capital 2');
    expect(names.fields.map(({ name }) => name)).toEqual(['Capital 2', 'Population 2']);
  });

  it('is refused in a sentence that says what is wrong', () => {
    expect(formIn('name,capital\nPeru,Lima')).toMatch(
      /^This is no enrichment that can be read: it is no JSON/,
    );
    expect(formIn(textOf(SAVED).replace('"number"', '"mood"'))).toMatch(/fields\[1\]\.kind should be one of/);
    expect(formIn(textOf(SAVED).replace('"linkup": 1', '"linkup": 2'))).toMatch(/^A later version/);
  });
});

describe('what is said of a copy', () => {
  const copy = { id: 'e', name: 'Facts', template: '', answered: 1_200, open: 0 };
  it.each([
    [copy, '1,200 rows are answered, and not paid for again.'],
    [{ ...copy, answered: 0 }, 'None of its rows is answered.'],
    [
      { ...copy, answered: 1, open: 1 },
      '1 row is answered, and not paid for again. 1 row was under way: the original gets that answer, and here asking costs again.',
    ],
  ])('names rows and money: %o', (said, words) => {
    expect(copiedLine(said)).toBe(words);
  });
});
