/** Whether two drafts ask their rows the same question, whatever their columns are called: an answer to one answers the other. Pure. */
import { unlessProblem } from '../../../enrichment/problem';
import type { Draft } from '../../protocol';
import { draftOf, formOf } from './form';

/** Drafts that cannot be read ask nothing. In case of doubt the server refuses: it knows the fingerprints. */
export function asksTheSame(a: Draft, b: Draft): boolean {
  const [one, other] = [whatIsAsked(a), whatIsAsked(b)];
  return one !== undefined && one === other;
}

/** Both went through the same form: what is equal is written alike. Only structured answers are asked for their sources. */
function whatIsAsked(draft: Draft): string | undefined {
  return unlessProblem(() => {
    const { type, template, shape, fields, schema, sources, fieldSources, options } = draftOf(formOf(draft));
    const named = fields.map(({ name, kind, description }) => [name, kind, description]);
    const found = [shape === 'fields' && sources, fieldSources];
    return JSON.stringify([type, template, shape, named, schema, found, options]);
  });
}
