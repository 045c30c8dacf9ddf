/** A complete form in a few lines: what it asks, what comes back, how deep and where, and for which rows. Pure. */

import { usd } from '../../../enrichment/amounts';
import { stepsInWords } from './deeper';
import { type Form, shapeOf, templateOf } from './form';
import { pricePerRow } from './look';
import { onlyIfInWords } from './only-if';
import { anywhere, scopeInWords } from './scope-text';

/** A line of the summary: its word, and what there is to say. */
export interface SummaryLine {
  readonly term: string;
  readonly text: string;
}

/** The lines. `outputs` are the columns' present headings, `uses` says which of others' it asks with. */
export function summaryOf(form: Form, outputs: readonly string[], uses = ''): SummaryLine[] {
  return [
    { term: form.type === 'fetch' ? 'Open' : 'Ask', text: templateOf(form) },
    ...(uses ? [{ term: 'Uses', text: uses }] : []),
    { term: shapeOf(form) === 'fields' ? 'Fields' : 'Fills', text: outputs.join(', ') },
    { term: 'How', text: how(form) },
    ...(form.onlyIf ? [{ term: 'Only if', text: onlyIfInWords(form.onlyIf) }] : []),
  ];
}

function how(form: Form): string {
  const price = pricePerRow(form);
  const where = form.type === 'fetch' ? '' : scopeInWords(form.scope, form.type === 'search');
  return [
    depthWords(form),
    price === undefined ? '' : `${usd(price)} per row`,
    stepsInWords(form),
    where === scopeInWords(anywhere, true) ? '' : where,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The depth or mode in words. */
export function depthWords({ type, search, fetch, research }: Form): string {
  if (type === 'search') return capital(`${search.depth} search`);
  if (type === 'fetch') return capital(`${fetch.mode} fetch${fetch.renderJs ? ' with JavaScript' : ''}`);
  return `Research ${research.reasoningDepth}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
