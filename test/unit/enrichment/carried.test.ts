/** Definitions that leave their document: as JSON that a person takes along, and in a note beside a person's own words. */
import { describe, expect, it } from 'vitest';
import { carried, carriedText, exportedText } from '../../../src/enrichment/carried';
import { carryingNote, definitionIn } from '../../../src/enrichment/carrying-note';
import type { Enrichment } from '../../../src/enrichment/definition';
import { withSlots } from '../../../src/enrichment/keep-slots';
import { Problem } from '../../../src/enrichment/problem';

const FILLING: Enrichment = withSlots(
  {
    id: 'e1',
    sheetId: 7,
    name: 'Facts',
    type: 'search',
    template: 'Facts of {{Country}}?',
    shape: 'fields',
    fields: [
      { name: 'capital', kind: 'text' },
      { name: 'size', kind: 'choice', choices: ['small', 'large'], fills: { heading: 'Size' } },
    ],
    sources: true,
    options: { depth: 'deep', includeDomains: ['un.org'] },
  },
  undefined,
);

/** What is wrong with a text; '' for nothing. */
function faultOf(text: string): string {
  try {
    carried(text);
    return '';
  } catch (thrown) {
    return thrown instanceof Problem ? `${thrown.code}: ${thrown.subject}` : String(thrown);
  }
}

describe('a carried definition', () => {
  it('is read as it was written, and what a person takes along belongs to no sheet', () => {
    expect(carried(carriedText(FILLING))).toEqual(FILLING);
    const taken = carried(exportedText(FILLING));
    const { slots, layout, ...said } = FILLING;
    const fields = FILLING.fields.map(({ fills, ...field }) => field);
    expect(taken).toEqual({ ...said, fields, id: '', sheetId: 0 });
  });

  it('names what is wrong, member by member', () => {
    const json = exportedText(FILLING);
    expect(faultOf('Facts of {{Country}}?')).toBe('malformed: it is no JSON, or only a part of it');
    expect(faultOf(json.slice(0, -5))).toContain('only a part of it');
    expect(faultOf('[1]')).toBe('malformed: the text should be an object');
    expect(faultOf('{"name":"x"}')).toContain('it is none of an enrichment');
    expect(faultOf(json.replace('"linkup": 1', '"linkup": 2'))).toBe('newer-version: ');
    expect(faultOf(json.replace('"choice"', '"mood"'))).toContain(
      'malformed: fields[1].kind should be one of text,',
    );
    expect(faultOf(json.replace('"deep"', '7'))).toContain('malformed: options.depth should be');
    expect(faultOf(json.replace('"sources": true', '"sources": "yes"'))).toContain(
      'sources should be true or false',
    );
    expect(faultOf(' '.repeat(60_000))).toContain('longer than');
  });
});

describe('the note', () => {
  const note = carryingNote('', FILLING) ?? '';

  it('is renewed in its place, among what people wrote before and after', () => {
    expect(definitionIn(note)).toEqual(FILLING);
    const among = `Ann: mine\n\n${note}\nBob: {too}`;
    const renewed = carryingNote(among, { ...FILLING, name: 'Data' }) ?? '';
    expect(renewed).toBe(among.replace('"name":"Facts"', '"name":"Data"'));
    expect(carryingNote('Ann: mine', FILLING)).toBe(`Ann: mine\n\n${note}`);
    const [above = ''] = note.split('\n');
    expect(carryingNote(`${above}\nBob: hello`, FILLING)).toBe(`${note}\nBob: hello`);
  });

  it('says nothing once somebody has spoilt it, and is left alone where a person has filled it', () => {
    const spoilt = [
      '',
      'Ann: mine',
      note.slice(0, -2),
      note.replace('{{Country}}', 'it'),
      note.replace('"e1"', '""'),
    ];
    for (const words of spoilt) expect(definitionIn(words)).toBeUndefined();
    expect(carryingNote('x'.repeat(40_000), FILLING)).toBeUndefined();
  });
});
