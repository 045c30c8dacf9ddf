/** Fields: property names, the schema that is sent, and what a person's own schema means for columns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOfField } from '../../../src/enrichment/choices';
import { fieldsOf, namedFields, parseSchema, schemaOf } from '../../../src/enrichment/fields';
import { problemOf } from '../../world/definitions';

function keyOf(name: string): string | undefined {
  return namedFields([{ name, kind: 'text' }])[0]?.key;
}

describe('a named field', () => {
  it.each([
    ['capital', 'capital'],
    [' Area (km²) ', 'area_km²'],
    ['Founded on…', 'founded_on'],
    ['Größe', 'größe'],
    ['国 名', '国_名'],
    ['हिन्दी', 'हिन्दी'],
    ['__proto__', 'proto'],
  ])('%j becomes the property %j', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  it('keeps its heading as it was written, without outer spaces', () => {
    expect(namedFields([{ name: ' Area (km²) ', kind: 'number' }])).toEqual([
      { name: 'Area (km²)', kind: 'number', key: 'area_km²' },
    ]);
  });

  it('must not share its property with another', () => {
    const twice = () =>
      namedFields([
        { name: 'Area', kind: 'text' },
        { name: 'area?', kind: 'number' },
      ]);
    expect(problemOf(twice)).toMatchObject({ code: 'bad-field', subject: '“area?” is named twice' });
  });

  it.each(['', '  ', '?!'])('needs a letter or digit: %j has none', (name) => {
    expect(problemOf(() => keyOf(name)).code).toBe('bad-field');
  });

  it('is needed at least once', () => {
    expect(problemOf(() => namedFields([])).code).toBe('no-fields');
  });

  it('never has a property name that changes when it is named again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name));
        const key = keyOf(name) ?? '';
        expect(keyOf(key)).toBe(key);
      }),
    );
  });
});

describe('the choices of a field', () => {
  it.each([
    ['small; medium, or so; large', ['small', 'medium, or so', 'large']],
    ['One of: yes, no, no', ['yes', 'no']],
    ['small, medium or large.', ['small', 'medium', 'large']],
    ['small, medium, or large', ['small', 'medium', 'large']],
    ['public\nprivate', ['public', 'private']],
    ['Oregon', ['Oregon']],
    ['', []],
  ])('written %j are %j', (description, choices) => {
    expect(choicesOfField({ description })).toEqual(choices);
  });

  it('are its own list, where it has one', () => {
    expect(choicesOfField({ choices: [' a', 'b', '', 'a'], description: 'x; y' })).toEqual(['a', 'b']);
  });
});

describe('the schema of fields', () => {
  it('says of the other kinds what a schema can say', () => {
    const schema = schemaOf(
      namedFields([
        { name: 'staff', kind: 'whole number' },
        { name: 'size', kind: 'choice', choices: [' small', 'large', '', 'small'] },
        { name: 'site', kind: 'link' },
        { name: 'mail', kind: 'e-mail' },
        { name: 'phone', kind: 'phone', description: 'of the head office' },
        { name: 'revenue', kind: 'money', currency: 'EUR', description: 'Yearly' },
        { name: 'value', kind: 'money' },
        { name: 'share', kind: 'percent' },
      ]),
    );
    expect(schema.properties).toEqual({
      staff: { type: 'integer', description: 'staff' },
      size: { type: 'string', enum: ['small', 'large'], description: 'size' },
      site: { type: 'string', format: 'uri', description: 'site' },
      mail: { type: 'string', format: 'email', description: 'mail' },
      phone: { type: 'string', description: 'of the head office' },
      revenue: {
        type: 'string',
        description: 'Yearly (amount and currency, in EUR if known: “EUR 1234.5”)',
      },
      value: { type: 'string', description: 'value (amount and currency, in USD if known: “USD 1234.5”)' },
      share: { type: 'string', description: 'share (in percent: “12.5%”)' },
    });
  });

  it('types each kind, describes each field, and requires none', () => {
    const schema = schemaOf(
      namedFields([
        { name: 'a', kind: 'text' },
        { name: 'b', kind: 'number', description: ' In km² ' },
        { name: 'c', kind: 'yes/no', description: ' ' },
        { name: 'd', kind: 'date' },
        { name: 'e', kind: 'list' },
      ]),
    );
    expect(schema).toEqual({
      type: 'object',
      properties: {
        a: { type: 'string', description: 'a' },
        b: { type: 'number', description: 'In km²' },
        c: { type: 'boolean', description: 'c' },
        d: { type: 'string', format: 'date', description: 'd' },
        e: { type: 'array', items: { type: 'string' }, description: 'e' },
      },
    });
  });

  it('leads back to the same keys and kinds', () => {
    const fields = namedFields([
      { name: 'x', kind: 'date' },
      { name: 'y', kind: 'list' },
      { name: 'z', kind: 'yes/no' },
    ]);
    const back = fieldsOf(parseSchema(JSON.stringify(schemaOf(fields))));
    expect(back).toEqual(fields.map(({ key, kind }) => ({ key, name: key, kind })));
  });
});

describe('a schema that a person wrote', () => {
  it.each([
    ['{', 'it is not valid JSON'],
    ['[]', 'its root is not an object'],
    ['{"type":"array"}', 'its root is not an object'],
    ['{"type":"object"}', 'it names no properties'],
    ['{"type":"object","properties":{}}', 'it names no properties'],
  ])('%s is refused: %s', (json, subject) => {
    expect(problemOf(() => parseSchema(json))).toMatchObject({ code: 'bad-schema', subject });
  });

  it('is sent as it is, with every keyword', () => {
    const json = '{"type":"object","additionalProperties":false,"properties":{"a":{"enum":["x"]}}}';
    expect(parseSchema(json)).toEqual(JSON.parse(json));
  });

  it.each([
    ['{"type":"integer"}', 'whole number'],
    ['{"type":"boolean"}', 'yes/no'],
    ['{"type":"array"}', 'list'],
    ['{"type":"string","format":"date"}', 'date'],
    ['{"type":"string","format":"uri"}', 'link'],
    ['{"type":"string","format":"email"}', 'e-mail'],
    ['{"type":"string","format":"constructor"}', 'text'],
    ['{"type":"integer","enum":[1,2]}', 'whole number'],
    ['{"enum":[1,"x"]}', 'text'],
    ['{"type":"object"}', 'text'],
    ['true', 'text'],
  ])('makes a column for %s a %s', (property, kind) => {
    const schema = parseSchema(`{"type":"object","properties":{"a":${property}}}`);
    expect(fieldsOf(schema)).toEqual([{ key: 'a', name: 'a', kind }]);
  });

  it('takes an enumeration of texts for a choice of them', () => {
    for (const kind of ['"type":"string",', '"type":["string","null"],', '']) {
      const schema = parseSchema(`{"type":"object","properties":{"a":{${kind}"enum":["x",null,"y"]}}}`);
      expect(fieldsOf(schema)).toEqual([{ key: 'a', name: 'a', kind: 'choice', choices: ['x', 'y'] }]);
    }
  });

  it.each([
    ['{"type":["number","null"]}', 'number'],
    ['{"type":["null","string"],"format":"date"}', 'date'],
    ['{"anyOf":[{"type":"boolean"},{"type":"null"}]}', 'yes/no'],
    ['{"oneOf":[{"type":"null"},{"type":["array","null"]}]}', 'list'],
    ['{"type":["number","string"]}', 'text'],
    ['{"anyOf":[{"type":"number"},{"type":"string"}]}', 'text'],
    ['{"type":["null"]}', 'text'],
  ])('takes what may be null, %s, for a %s', (property, kind) => {
    const schema = parseSchema(`{"type":"object","properties":{"a":${property}}}`);
    expect(fieldsOf(schema)[0]?.kind).toBe(kind);
  });
});
