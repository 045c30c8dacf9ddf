/** The sidebar's pure half: the form, its boxes and lists, its state, and what it can say before it is sent. */
import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../../../src/sidebar/client/calls/call';
import {
  addField,
  changeField,
  moveField,
  removeField,
} from '../../../../src/sidebar/client/model/field-rows';
import {
  BLANK,
  draftOf,
  type Form,
  formOf,
  templateOf,
  withShape,
  withTemplate,
} from '../../../../src/sidebar/client/model/form';
import {
  columnFaults,
  columnsFilled,
  faultIn,
  insertable,
  pricePerRow,
  schemaFromFields,
} from '../../../../src/sidebar/client/model/look';
import { anywhere, scopeInWords, scopeOf } from '../../../../src/sidebar/client/model/scope-text';
import { formIn, INITIAL, isChanged, next, type State } from '../../../../src/sidebar/client/model/state';
import type { Draft, Start } from '../../../../src/sidebar/protocol';

const CAPITAL: Draft = {
  id: 'e1',
  name: 'Capital',
  type: 'search',
  template: 'Capital of {{Country}}?',
  shape: 'fields',
  fields: [
    { name: 'Capital', kind: 'text', description: 'City only' },
    { name: 'Population', kind: 'number' },
  ],
  schema: '',
  sources: true,
  options: { depth: 'deep', includeImages: true, includeDomains: ['un.org'], maxResults: 5 },
};

const START: Start = {
  sheet: 'Countries',
  sheetId: 7,
  headings: ['Country'],
  sample: {},
  key: '9f3c',
  enrichments: [],
  drafts: [],
  progress: [],
};
const WITH_CAPITAL: Start = { ...START, enrichments: [{ ...CAPITAL, revision: 'r1', outputs: [] }] };

function filledIn(change: Partial<Form> = {}): Form {
  return { ...BLANK, name: 'Capital', question: 'Capital of {{Country}}?', ...change };
}

describe('a form and its draft', () => {
  it('gives back a saved enrichment as it was, with options that the form does not show', () => {
    expect(draftOf(formOf(CAPITAL))).toEqual(CAPITAL);
  });

  it('gives back a fetch enrichment with its address and instructions', () => {
    const draft: Draft = {
      ...CAPITAL,
      type: 'fetch',
      template: '{{Website}}',
      options: { mode: 'pro', renderJs: true, instructions: 'Only this year' },
    };
    expect(draftOf(formOf(draft))).toEqual(draft);
  });

  it('gives back a research enrichment written by schema', () => {
    const schema = '{"type":"object","properties":{"ceo":{"type":"string"}}}';
    const options = { mode: 'investigate', reasoningDepth: 'M', toDate: '2026-01-31' };
    const draft: Draft = { ...CAPITAL, type: 'research', fields: [], schema, options };
    expect(draftOf(formOf(draft))).toEqual(draft);
  });

  it('keeps the question while another task type is looked at', () => {
    const there = withTemplate({ ...filledIn(), type: 'fetch' }, '{{Website}}');
    expect(templateOf({ ...there, type: 'search' })).toBe('Capital of {{Country}}?');
    expect(templateOf(there)).toBe('{{Website}}');
  });

  it('sends only what the chosen shape uses', () => {
    const draft = draftOf(withShape(formOf(CAPITAL), 'answer'));
    expect([draft.shape, draft.fields]).toEqual(['answer', []]);
  });

  it('leaves out instructions where there are no fields to fill', () => {
    const fetch = { mode: 'standard', instructions: 'Only this year' } as const;
    expect(draftOf(filledIn({ type: 'fetch', fetch })).options).toEqual({ mode: 'standard' });
  });

  it('removes a saved option when its box is emptied', () => {
    const { options } = draftOf({ ...formOf(CAPITAL), scope: anywhere });
    expect(options).toEqual({ depth: 'deep', includeImages: true });
  });

  it('starts research at the cheapest depth', () => {
    expect(pricePerRow({ ...BLANK, type: 'research' })).toBe(0.25);
  });
});

describe('where to look', () => {
  it('reads hosts from pasted addresses, each once', () => {
    const include = 'https://Example.com/about?x=1, example.com\nun.org';
    expect(scopeOf({ ...anywhere, include }).includeDomains).toEqual(['example.com', 'un.org']);
  });

  it('says in words what narrows the search', () => {
    const text = { ...anywhere, include: 'un.org who.int', from: '2024-01-01', results: '5' };
    expect(scopeInWords(text, true)).toBe('only 2 sites, from 2024-01-01, 5 results');
    expect(scopeInWords(text, false)).toBe('only 2 sites, from 2024-01-01');
    expect(scopeInWords(anywhere, true)).toBe('any site, any time');
  });
});

describe('the list of fields', () => {
  const rows = formOf(CAPITAL).fields;
  const names = (list: Form['fields']) => list.map(({ name }) => name);

  it('gives an added field a key of its own, even after a removal', () => {
    const keys = addField(removeField(rows, 1)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('changes one field only', () => {
    expect(names(changeField(rows, 2, { name: 'People' }))).toEqual(['Capital', 'People']);
  });

  it('moves a field up and down, and not beyond the ends', () => {
    expect(names(moveField(rows, 2, -1))).toEqual(['Population', 'Capital']);
    expect(names(moveField(rows, 1, 1))).toEqual(['Population', 'Capital']);
    expect(moveField(rows, 1, -1)).toEqual(rows);
    expect(moveField(rows, 2, 1)).toEqual(rows);
  });
});

describe('what a form says before it is sent', () => {
  it('names every unknown column', () => {
    const form = filledIn({ question: '{{Contry}}, {{ country }} and {{City}}' });
    const faults = columnFaults(form, ['Country']);
    expect(faults).toHaveLength(2);
    expect(faults.join()).toMatch(/“Contry”.*“City”/);
  });

  it('is silent while braces are still open', () => {
    expect(columnFaults(filledIn({ question: 'Capital of {{Cou' }), ['Country'])).toEqual([]);
  });

  it('finds nothing wrong with a complete form', () => {
    expect(faultIn(filledIn(), START)).toBe('');
  });

  it.each([
    ['a name', { name: ' ' }],
    ['empty', { question: '' }],
    ['names no column', { question: 'Capital?' }],
    ['no column “City”', { question: '{{City}}' }],
    ['not a domain', { scope: { ...anywhere, include: 'nonsense' } }],
    ['whole number', { scope: { ...anywhere, results: '1.5' } }],
    ['later than', { scope: { ...anywhere, from: '2026-02-01', to: '2026-01-01' } }],
  ])('asks for what is missing or wrong: %s', (words, change) => {
    expect(faultIn(filledIn(change), START)).toContain(words);
  });

  it('offers each heading once, and none whose braces would break the placeholder', () => {
    expect(insertable(['A', 'A', 'B {x}', 'C'])).toEqual(['A', 'C']);
  });

  it('lists the columns that will be filled', () => {
    expect(columnsFilled(filledIn())).toEqual(['Capital', 'Capital sources']);
    expect(columnsFilled(filledIn({ sources: false }))).toEqual(['Capital']);
    expect(columnsFilled(BLANK)).toEqual([]);
  });

  it('turns the fields into a schema to go on writing from', () => {
    expect(JSON.parse(schemaFromFields(formOf(CAPITAL)))).toHaveProperty(
      'properties.population.type',
      'number',
    );
    expect(schemaFromFields(BLANK)).toBe('');
  });
});

describe('the state', () => {
  const opened = next(INITIAL, { type: 'read', start: WITH_CAPITAL });
  const editedTo = (state: State, name: string) =>
    next(state, { type: 'edited', form: { ...formIn(state), name } });

  it('shows the first enrichment of the sheet, and a blank form where there is none', () => {
    expect(formIn(opened).name).toBe('Capital');
    expect(formIn(next(INITIAL, { type: 'read', start: START }))).toBe(BLANK);
  });

  it('keeps what was written before the first answer', () => {
    const state = next(editedTo(INITIAL, 'Typed early'), { type: 'read', start: WITH_CAPITAL });
    expect([state.current, formIn(state).name]).toEqual(['', 'Typed early']);
  });

  it('keeps edits while another enrichment is on view, and when the sheet is read again', () => {
    const away = next(editedTo(opened, 'Edited'), { type: 'chosen', id: '' });
    expect(formIn(away)).toBe(BLANK);
    const back = next(next(away, { type: 'read', start: WITH_CAPITAL }), { type: 'chosen', id: 'e1' });
    expect(formIn(back).name).toBe('Edited');
  });

  it('makes edits a new enrichment when another sheet is open, so that they cannot overwrite the first sheet’s', () => {
    const state = next(editedTo(opened, 'Edited'), { type: 'read', start: { ...START, sheetId: 8 } });
    expect(formIn(state)).toMatchObject({ id: '', name: 'Edited' });
  });

  it('lists a new enrichment once it is saved, and shows it', () => {
    const form = filledIn({ name: 'Anthem' });
    const edited = next({ ...opened, current: '' }, { type: 'edited', form });
    const state = next(edited, { type: 'saved', form, id: 'e9' });
    expect(state.start?.enrichments.map(({ name }) => name)).toEqual(['Anthem', 'Capital']);
    expect(formIn(state)).toMatchObject({ id: 'e9', name: 'Anthem' });
    expect([isChanged(edited), isChanged(state)]).toEqual([true, false]);
  });

  it('keeps what was edited while the server was saving', () => {
    const saving = editedTo({ ...opened, current: '' }, 'Anthem');
    const state = next(editedTo(saving, 'Anthems'), { type: 'saved', form: formIn(saving), id: 'e9' });
    expect(formIn(state)).toMatchObject({ id: 'e9', name: 'Anthems' });
  });

  it('remembers a key that was connected', () => {
    expect(next(opened, { type: 'key-changed', key: 'abcd' }).start?.key).toBe('abcd');
  });
});

describe('a failed google.script.run call', () => {
  it.each([
    ['PERMISSION_DENIED', 'several Google accounts'],
    ['Authorization is required to perform that action.', 'several Google accounts'],
    ['NetworkError: Connection failure due to HTTP 0', 'internet connection'],
    ['Service invoked too many times for one day: urlfetch.', 'limits how often'],
    ['Exceeded maximum execution time', 'took too long'],
    ['We’re sorry, a server error occurred.', 'could not finish'],
  ])('explains “%s”', (message, words) => expect(sentenceFor(new Error(message))).toContain(words));
});
