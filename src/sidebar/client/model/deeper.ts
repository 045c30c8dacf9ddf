/** Further steps on the form: which there are behind what is asked first, and which are chosen. Pure. */
import { usd } from '../../../enrichment/amounts';
import type { Enrichment } from '../../../enrichment/definition';
import { inUsd } from '../../../enrichment/money';
import type { Step } from '../../../enrichment/step';
import { atStep, stepInWords, stepsFault } from '../../../enrichment/steps';
import { priceOf } from '../../../linkup/prices';
import { enrichmentOf, type Form } from './form';

const SEARCHES: readonly Step[] = [
  { type: 'search', depth: 'standard' },
  { type: 'search', depth: 'deep' },
  { type: 'research', mode: 'auto', reasoningDepth: 'S' },
];

const FETCHES: readonly Step[] = [
  { type: 'fetch', mode: 'standard', renderJs: true },
  { type: 'fetch', mode: 'pro', renderJs: true },
];

/** A further step, as it is offered. */
export interface StepChoice {
  readonly step: Step;
  /** “deep search”. */
  readonly name: string;
  /** “Deep search · $0.055”. */
  readonly label: string;
  readonly chosen: boolean;
}

/** Those that go deeper than what is asked first; with what another edition of the page, or a copy, chose besides. */
export function stepChoices(form: Form): StepChoice[] {
  const e = unlessUnread(form);
  if (!e) return [];
  const isChosen = (step: Step): boolean => form.steps.some((each) => same(each, step));
  const all = form.type === 'fetch' ? FETCHES : SEARCHES;
  const others = form.steps.filter((each) => !all.some((step) => same(each, step)));
  return [...all, ...others].flatMap((step) => {
    const stepped = { ...e, steps: [step] };
    if (stepsFault(stepped) !== '') return [];
    const asked = atStep(stepped, 2);
    const name = stepInWords(asked);
    const label = `${name.charAt(0).toUpperCase()}${name.slice(1)} · ${usd(inUsd(priceOf(asked)))}`;
    return [{ step, name, label, chosen: isChosen(step) }];
  });
}

/** The form with a step chosen, or not any more; in the order in which they are asked. */
export function withStep(form: Form, step: Step, chosen: boolean): Form {
  const wanted = stepChoices(form).filter((each) => (same(each.step, step) ? chosen : each.chosen));
  return { ...form, steps: wanted.map((each) => each.step) };
}

/** What is asked next where nothing is found: “then deep search, then research S”; '' for nothing. */
export function stepsInWords(form: Form): string {
  return stepChoices(form)
    .filter(({ chosen }) => chosen)
    .map(({ name }) => `then ${name}`)
    .join(', ');
}

function same(a: Step, b: Step): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** As it is asked first. */
function unlessUnread(form: Form): Enrichment | undefined {
  try {
    return enrichmentOf({ ...form, steps: [] }, 0);
  } catch {
    return undefined;
  }
}
