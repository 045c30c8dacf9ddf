/** The form of an enrichment: what it keeps, and what it sends. */
import { describe, expect, it } from 'vitest';
import {
  BLANK,
  draftOf,
  draftToKeep,
  formOf,
  optionOf,
  templateOf,
  withOption,
  withShape,
  withTemplate,
} from '../../../../src/sidebar/client/model/form';
import { pricePerRow } from '../../../../src/sidebar/client/model/look';
import { anywhere } from '../../../../src/sidebar/client/model/scope-text';
import type { Draft } from '../../../../src/sidebar/protocol';
import { CAPITAL, filledIn } from '../../../world/sidebar-samples';

describe('a form and its draft', () => {
  it('gives back a saved enrichment as it was, with options that the form does not show', () => {
    expect(draftOf(formOf(CAPITAL))).toEqual(CAPITAL);
  });

  it('gives back which rows it is for', () => {
    const some: Draft = { ...CAPITAL, onlyIf: { column: 'Members', test: 'greater', value: '1,000' } };
    expect(draftOf(formOf(some))).toEqual(some);
    expect(draftToKeep(formOf(some))).toEqual(some);
  });

  it('gives back which columns of the person’s own are filled', () => {
    const fields = CAPITAL.fields.map((field) => ({ ...field, fills: { heading: field.name } }));
    expect(draftOf(formOf({ ...CAPITAL, fields }))).toEqual({ ...CAPITAL, fields });
    const one: Draft = { ...CAPITAL, shape: 'answer', fields: [], fills: { heading: 'Capital', at: 2 } };
    expect(draftOf(formOf(one))).toEqual(one);
  });

  it('fills no column with one answer where fields or results come back, and keeps it until then', () => {
    const form = { ...filledIn(), fills: { heading: 'Notes' } };
    expect(draftOf(withShape(form, 'fields'))).not.toHaveProperty('fills');
    expect(draftOf(withShape(form, 'results'))).not.toHaveProperty('fills');
    expect(draftToKeep(withShape(form, 'results')).fills).toEqual({ heading: 'Notes' });
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

  it('sets an option of the chosen task type alone: another has one by that name too', () => {
    const form = withOption({ ...BLANK, type: 'research' }, 'mode', 'answer');
    expect(optionOf(form, 'mode')).toBe('answer');
    expect(optionOf({ ...form, type: 'fetch' }, 'mode')).toBe('standard');
    expect(optionOf({ ...form, type: 'search' }, 'mode')).toBeUndefined();
  });

  it('gives back what goes with a choice and with money', () => {
    const fields = [
      { name: 'Size', kind: 'choice', choices: ['small', 'large'] },
      { name: 'Revenue', kind: 'money', currency: 'EUR' },
    ] as const;
    expect(draftOf(formOf({ ...CAPITAL, fields })).fields).toEqual(fields);
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
    expect(options).toEqual({ depth: 'standard', includeImages: true });
  });

  it('starts research at the cheapest depth', () => {
    expect(pricePerRow({ ...BLANK, type: 'research' })).toBe(0.25);
  });

  it('keeps fields as a draft that the chosen shape does not use', () => {
    const kept = draftToKeep(withShape(formOf(CAPITAL), 'answer'));
    expect([kept.shape, kept.fields]).toEqual(['answer', CAPITAL.fields]);
  });

  it('keeps what is written when an empty tab is looked at', () => {
    const kept = draftToKeep({ ...filledIn(), type: 'fetch' });
    expect([kept.type, kept.template]).toEqual(['search', 'Capital of {{Country}}?']);
  });

  it('gives a half-finished draft back as it was', () => {
    const half = {
      ...CAPITAL,
      id: '',
      name: '',
      template: 'Capital of {{Cou',
      fields: [{ name: '', kind: 'text' }],
    } as const;
    expect(draftToKeep(formOf(half))).toEqual(half);
  });
});
