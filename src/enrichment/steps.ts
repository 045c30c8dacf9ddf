/** Steps: the ways in which an enrichment asks, in their order. The next one is taken only for rows that got nothing by those before it. */
import type { Enrichment } from './definition';
import { DEPTHS, FETCH_MODES, REASONING_DEPTHS, scopeOptions } from './options';
import type { Step } from './step';

/** How many ways of asking an enrichment has: the first one counts. */
export function stepsOf({ steps = [] }: Enrichment): number {
  return 1 + steps.length;
}

/**
 * An enrichment as it asks at a step, counted from 1. Columns and fingerprint are those of the first step at all of them. A step that there
 * is not, which somebody may have written into a document, is the last one.
 */
export function atStep(e: Enrichment, at: number): Enrichment {
  const wanted = Math.min(at, stepsOf(e));
  if (wanted <= 1) return e;
  const known = AT_STEP.get(e) ?? [];
  const found = known[wanted] ?? changedBy(e, e.steps?.[wanted - 2]);
  known[wanted] = found;
  AT_STEP.set(e, known);
  return found;
}

/** The same object each time: what questions have in common is kept with it. */
const AT_STEP = new WeakMap<Enrichment, Enrichment[]>();

function changedBy(e: Enrichment, by: Step | undefined): Enrichment {
  if (by?.type === 'search' && e.type === 'search')
    return { ...e, options: { ...e.options, depth: by.depth } };
  if (by?.type === 'fetch' && e.type === 'fetch')
    return { ...e, options: { ...e.options, mode: by.mode, renderJs: by.renderJs } };
  if (by?.type === 'research' && e.type === 'search') {
    const { mode, reasoningDepth } = by;
    return { ...e, type: 'research', options: { mode, reasoningDepth, ...scopeOptions(e.options, '') } };
  }
  return e;
}

/** How much a way of asking goes into: a later step must go into more. Whatever research does is more than any search. */
function effortOf(e: Enrichment): number {
  if (e.type === 'search') return DEPTHS.indexOf(e.options.depth);
  if (e.type === 'fetch') return 2 * FETCH_MODES.indexOf(e.options.mode) + (e.options.renderJs ? 1 : 0);
  return DEPTHS.length + REASONING_DEPTHS.indexOf(e.options.reasoningDepth);
}

/** What keeps the steps of an enrichment from meaning something, in words; '' for nothing. */
export function stepsFault(e: Enrichment): string {
  const all = Array.from({ length: stepsOf(e) }, (_, i) => atStep(e, i + 1));
  if (all.some((each, i) => i > 0 && each === e))
    return 'A further step cannot follow on what is asked first';
  if (e.shape === 'results' && all.some(({ type: of }) => of === 'research'))
    return 'Research gives no list of results, so it cannot be a further step';
  const isDeeper = all.every((each, i) => i === 0 || effortOf(each) > effortOf(all[i - 1] ?? each));
  return isDeeper ? '' : 'Each further step must go deeper than the one before it';
}

/** A way of asking in a word or two, for people. */
export function stepInWords(e: Enrichment): string {
  if (e.type === 'search') return `${e.options.depth} search`;
  if (e.type === 'research') return `research ${e.options.reasoningDepth}`;
  return [e.options.mode === 'pro' ? 'pro fetch' : 'fetch', e.options.renderJs ? 'with JavaScript' : '']
    .filter(Boolean)
    .join(' ');
}
