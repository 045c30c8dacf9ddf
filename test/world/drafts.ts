/** Enrichments as a person types them into the sidebar, for tests to start from. */
import type { Draft } from '../../src/sidebar/protocol';
import { FACTS } from './countries';

/** The question most asked in the tests. */
export const CAPITAL_QUESTION = 'What is the capital of {{Country}}?';

/** A search for one text, the capital; saved under the name “Facts”. */
export const CAPITAL_DRAFT: Draft = {
  id: '',
  name: FACTS.name,
  type: 'search',
  template: CAPITAL_QUESTION,
  shape: 'fields',
  fields: [{ name: 'capital', kind: 'text' }],
  schema: '',
  sources: false,
  options: { depth: 'standard' },
};

/** A short research report on a country. */
export const RESEARCH_DRAFT = {
  type: 'research',
  template: 'All about {{Country}}',
  shape: 'answer',
  fields: [],
  options: { mode: 'auto', reasoningDepth: 'S' },
} as const;

/** The question of the demonstration, with a field of every kind. */
export const DRAFT: Draft = { ...CAPITAL_DRAFT, template: FACTS.template, fields: FACTS.fields };

/** The same question with one answer in words and its sources: what the sidebar saves if nothing else is chosen. */
export const ANSWER_DRAFT = { ...CAPITAL_DRAFT, shape: 'answer', fields: [], sources: true } as const;

/** The same question in columns of its own: their headings differ in a sign that no property of a schema keeps. */
export function twinOf(draft: Draft, name: string): Draft {
  const fields = draft.fields.map((field) => ({
    ...field,
    name: `${field.name}!`,
    description: field.description ?? field.name,
  }));
  return { ...draft, name, fields };
}
