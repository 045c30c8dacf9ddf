/** Answers: from a task's output to typed values, chosen by what was asked and never by what came. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/enrichment/answer';
import { outputColumns } from '../../../src/enrichment/columns';
import type { Enrichment, FieldKind } from '../../../src/enrichment/definition';
import { answerOf } from '../../../src/linkup/answers';
import { aFetch, aResearch, aSearch, enrichments } from '../../world/definitions';

/** The values of an answer that came as it was asked for. */
function answerValues(e: Enrichment, output: unknown): readonly AnswerValue[] {
  const { values, inForm } = answerOf(e, output);
  expect(inForm).toBe(true);
  return values;
}

const text = (value: string): AnswerValue => ({ kind: 'text', text: value });
const SOURCES = [
  { name: 'One', url: 'https://one.org', snippet: '…' },
  { type: 'image', name: 'Pic', url: 'https://pic.org/a.png' },
  { name: '', url: 'https://two.org' },
];

/** What one field of a kind becomes. */
function typed(kind: FieldKind, value: unknown): AnswerValue {
  return answerValues(aResearch({ shape: 'fields', fields: [{ name: 'a', kind }] }), { a: value })[0];
}

/** Titles and addresses, and for one what it says. */
function pages(...all: [title: string, url: string, excerpt?: string][]): AnswerValue {
  return { kind: 'pages', pages: all.map(([title, url, excerpt = '']) => ({ title, url, excerpt })) };
}

describe('an answer', () => {
  it('is its text and, where asked for, its sources, a line each', () => {
    expect(answerValues(aSearch({ sources: true }), { answer: 'Bern', sources: SOURCES })).toEqual([
      text('Bern'),
      pages(['One', 'https://one.org', '…'], ['', 'https://two.org']),
    ]);
  });

  it('lists images apart from sources', () => {
    const options = { depth: 'fast', includeImages: true } as const;
    const output = { answer: 'Bern', sources: SOURCES };
    expect(answerValues(aSearch({ options }), output)).toEqual([text('Bern'), text('https://pic.org/a.png')]);
  });

  it('of results is the first that is no image, and all of them', () => {
    const results = [
      SOURCES[1],
      { type: 'text', name: 'One', url: 'https://one.org', content: 'Text' },
      SOURCES[2],
    ];
    expect(answerValues(aSearch({ shape: 'results' }), { results })).toEqual([
      text('One'),
      text('https://one.org'),
      text('Text'),
      pages(['One', 'https://one.org', 'Text'], ['', 'https://two.org']),
    ]);
  });

  it('of a page is its text, and what else was asked for', () => {
    const options = {
      mode: 'pro',
      includeRawContent: true,
      includeRawHtml: true,
      extractImages: true,
    } as const;
    const output = {
      markdown: '# A',
      rawContent: '<h1>',
      contentType: 'html',
      rawHtml: '<h2>',
      images: [{ alt: '', url: 'https://pic.org' }],
    };
    const values = answerValues(aFetch({ options }), output);
    expect(values).toEqual(['# A', '<h1>', 'html', '<h2>', 'https://pic.org'].map(text));
  });

  it('has one value for each column, whatever Linkup sends', () => {
    const names = fc.constantFrom('answer', 'results', 'sources', 'data', 'markdown', 'capital', 'images');
    const output = fc.oneof(fc.dictionary(names, fc.jsonValue()), fc.jsonValue());
    fc.assert(
      fc.property(enrichments, output, (e, sent) => {
        expect(answerOf(e, sent).values).toHaveLength(outputColumns(e).length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('fields', () => {
  const fields = [
    { name: 'Data', kind: 'text' },
    { name: 'Sources', kind: 'text' },
  ] as const;
  const own = { data: 'mine', sources: 'also mine' };

  it('are the output itself when no sources were asked for, even if it looks like something else', () => {
    expect(answerValues(aSearch({ shape: 'fields', fields }), own)).toEqual([
      text('mine'),
      text('also mine'),
    ]);
    expect(answerValues(aResearch({ shape: 'fields', fields, sources: true }), own)).toEqual([
      text('mine'),
      text('also mine'),
    ]);
  });

  it('are wrapped when sources were asked for', () => {
    const output = { data: own, sources: SOURCES };
    expect(answerValues(aSearch({ shape: 'fields', fields, sources: true }), output)).toEqual([
      text('mine'),
      text('also mine'),
      pages(['One', 'https://one.org', '…'], ['', 'https://two.org']),
    ]);
  });

  it('of a page stand beside the page', () => {
    expect(answerValues(aFetch({ shape: 'fields', fields }), { markdown: '#', data: own })).toEqual([
      text('mine'),
      text('also mine'),
    ]);
  });

  it('that Linkup left out stay blank, and so does what every object has', () => {
    const strange = [
      { name: 'constructor', kind: 'text' },
      { name: 'b', kind: 'text' },
    ] as const;
    expect(answerValues(aResearch({ shape: 'fields', fields: strange }), { b: null })).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a value', () => {
  it.each<[FieldKind, unknown, AnswerValue]>([
    ['number', 41_285, { kind: 'number', number: 41_285 }],
    ['number', ' -1.5 ', { kind: 'number', number: -1.5 }],
    ['number', '41,285 km²', text('41,285 km²')],
    ['number', '1e5', text('1e5')],
    ['number', true, text('true')],
    ['yes/no', false, { kind: 'yes/no', yes: false }],
    ['yes/no', ' Yes ', { kind: 'yes/no', yes: true }],
    ['yes/no', 'partly', text('partly')],
    ['date', '2002-09-10', { kind: 'date', iso: '2002-09-10' }],
    ['date', '2002-09-10T23:00:00Z', { kind: 'date', iso: '2002-09-10' }],
    ['date', '2002-02-30', text('2002-02-30')],
    ['date', '1291-08-01', text('1291-08-01')],
    ['date', 'September 2002', text('September 2002')],
    ['list', ['French', '', ['Romansh']], text('French; Romansh')],
    ['text', 7, text('7')],
    ['text', { a: 1 }, text('{"a":1}')],
    ['text', '', undefined],
    ['number', null, undefined],
    ['list', [], undefined],
  ])('of kind %s, sent as %j, is %j', (kind, sent, value) => {
    expect(typed(kind, sent)).toEqual(value);
  });

  it('of a text field is that text, byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (sent) => {
        // Alone and blank, it is no answer.
        fc.pre(sent.trim() !== '');
        expect(typed('text', sent)).toEqual(text(sent));
      }),
    );
  });
});

describe('an answer in another form than was asked for', () => {
  const fields = [
    { name: 'Capital city', kind: 'text' },
    { name: 'Area', kind: 'number' },
  ] as const;
  const e = aSearch({ shape: 'fields', fields });
  const wrapped = aSearch({ shape: 'fields', fields, sources: true });
  const bern = [text('Bern'), { kind: 'number', number: 41 }];

  it.each<[string, unknown]>([
    ['keys in another case', { Capital_City: 'Bern', AREA: 41 }],
    ['keys in another style', { capitalCity: 'Bern', area: 41 }],
    ['one object in a list', [{ capital_city: 'Bern', area: 41 }]],
    ['a text that is its JSON', '{"capital_city":"Bern","area":41}'],
    ['a wrapper that was not asked for', { data: { capital_city: 'Bern', area: 41 }, sources: SOURCES }],
  ])('is read where it clearly means it: %s', (_, output) => {
    expect(answerValues(e, output)).toEqual(bern);
  });

  it('is read without the wrapper that was asked for', () => {
    expect(answerValues(wrapped, { capital_city: 'Bern', area: 41 })).toEqual([...bern, undefined]);
  });

  it('does not guess between two keys that are alike', () => {
    expect(answerValues(e, { 'Capital City': 'Bern', capitalcity: 'Basel', area: 41 })).toEqual([
      undefined,
      { kind: 'number', number: 41 },
    ]);
  });

  it.each<[string, Enrichment, unknown, string]>([
    ['a text', e, 'It is Bern.', 'It is Bern.'],
    [
      'a list of several',
      e,
      [{ capital_city: 'Bern' }, { capital_city: 'Basel' }],
      '[{"capital_city":"Bern"},{"capital_city":"Basel"}]',
    ],
    ['strange keys', e, { town: 'Bern' }, '{"town":"Bern"}'],
    ['a text in the wrapper', wrapped, { data: 'Bern', sources: SOURCES }, 'Bern'],
    ['a number', e, 7, '7'],
    ['a text instead of an answer', aSearch(), 'Bern', 'Bern'],
    ['a list instead of a page', aFetch(), ['a', 'b'], '["a","b"]'],
    ['an object instead of results', aSearch({ shape: 'results' }), { hits: 3 }, '{"hits":3}'],
  ])('is shown as text in the first column: %s', (_, asked, output, shown) => {
    const { values, inForm } = answerOf(asked, output);
    expect([values[0], inForm]).toEqual([text(shown), false]);
    expect(new Set(values.slice(1))).toEqual(new Set(values.length > 1 ? [undefined] : []));
  });

  it.each([
    undefined,
    null,
    '',
    ' \n',
    [],
    {},
    [{}],
    { data: null },
    { answer: ' ' },
    { results: [] },
  ])('says that nothing was found where it is %j', (output) => {
    for (const asked of [e, wrapped, aSearch(), aSearch({ shape: 'results' }), aFetch(), aResearch()]) {
      expect(new Set(answerValues(asked, output))).toEqual(new Set([undefined]));
    }
  });

  it('of a page without data is a page on which nothing was found', () => {
    expect(answerValues(aFetch({ shape: 'fields', fields }), { markdown: '# A' })).toEqual([
      undefined,
      undefined,
    ]);
  });
});
