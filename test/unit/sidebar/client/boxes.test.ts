/** From what was refused to the box that it is about: each problem of a definition that has one box leads there. */
import { describe, expect, it } from 'vitest';
import { checkDefinition, MAX_DOMAINS, MAX_INSTRUCTIONS } from '../../../../src/enrichment/check';
import type { Enrichment, Field } from '../../../../src/enrichment/definition';
import { Problem } from '../../../../src/enrichment/problem';
import { boxOf } from '../../../../src/sidebar/client/model/boxes';
import { aFetch, aSearch, problemOf } from '../../../world/definitions';

/** As the form has them: their keys are not their numbers. */
const ROWS = [7, 4, 9].map((key) => ({ key, name: '', kind: 'text' as const, description: '' }));

const boxFor = ({ code, place }: Problem): string => boxOf({ code, place, sentence: 'No.' }, ROWS);

const fields = (...all: readonly Partial<Field>[]): Enrichment =>
  aSearch({ shape: 'fields', fields: all.map((field) => ({ name: 'a', kind: 'text', ...field })) });

const looking = (options: object): Enrichment => aSearch({ options: { depth: 'standard', ...options } });

const LONG = 'x'.repeat(20_000);

describe('what is refused of a definition leads to its box:', () => {
  it.each<readonly [string, Enrichment]>([
    ['name', aSearch({ name: ' ' })],
    ['name', aSearch({ name: LONG })],
    ['question', aSearch({ template: ' ' })],
    ['question', aSearch({ template: 'Who?' })],
    ['question', aSearch({ template: '{{}}' })],
    ['question', aSearch({ template: '{{A' })],
    ['question', aSearch({ template: `{{A}}${LONG}` })],
    ['add-field', fields()],
    ['add-field', fields(...Array.from({ length: 51 }, (_, i) => ({ name: `a${i}` })))],
    ['field-4-name', fields({}, { name: ' ' })],
    ['field-9-name', fields({}, { name: 'b' }, { name: ' A ' })],
    ['field-7-name', fields({ name: LONG })],
    ['field-4-description', fields({}, { name: 'b', description: LONG })],
    ['field-4-choices', fields({}, { name: 'b', kind: 'choice', choices: ['one'] })],
    ['schema', aSearch({ shape: 'fields', schema: '[]' })],
    ['include', looking({ includeDomains: ['not a site'] })],
    ['include', looking({ includeDomains: Array.from({ length: MAX_DOMAINS + 1 }, (_, i) => `a${i}.com`) })],
    ['exclude', looking({ excludeDomains: ['nor this'] })],
    ['exclude', looking({ includeDomains: ['un.org'], excludeDomains: ['un.org'] })],
    ['from', looking({ fromDate: '2026-02-30' })],
    ['to', looking({ toDate: 'soon' })],
    ['from', looking({ fromDate: '2026-02-02', toDate: '2026-02-01' })],
    ['results', looking({ maxResults: 0.5 })],
    [
      'instructions',
      aFetch({
        shape: 'fields',
        fields: [{ name: 'a', kind: 'text' }],
        options: { mode: 'standard', instructions: 'x'.repeat(MAX_INSTRUCTIONS + 1) },
      }),
    ],
  ])('%s', (box, e) => {
    expect(boxFor(problemOf(() => checkDefinition(e)))).toBe(box);
  });
});

describe('what is refused otherwise', () => {
  it.each([
    ['key', new Problem('key-refused')],
    ['cap', new Problem('cap-too-small', '$0.006')],
    ['rows', new Problem('nothing-selected')],
    ['name', new Problem('name-taken', 'Capital')],
    ['field-4-name', new Problem('heading-taken', 'Country', 'field 1 name')],
    ['question', new Problem('unknown-column', 'Land')],
    // About several things, about none, or a field that is gone by now.
    ['', new Problem('busy')],
    ['', new Problem('invalid-question', 'too short')],
    ['', new Problem('bad-option', 'Question, fields and options together are too long to be kept')],
    ['add-field', new Problem('bad-field', 'x', 'field 5 name')],
  ])('leads to “%s”', (box, problem) => {
    expect(boxFor(problem)).toBe(box);
  });

  it('leads nowhere where nothing is wrong, and to the box that the page itself names', () => {
    expect(boxOf({ code: '', sentence: '' })).toBe('');
    expect(boxOf({ code: 'form', sentence: 'No amount.', place: 'cap' })).toBe('cap');
    expect(boxOf({ code: 'form', sentence: '', place: 'question' })).toBe('');
  });
});
