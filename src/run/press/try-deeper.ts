/** What a run would do with a row that a try got nothing for: only the first step is tried. */
import { usd } from '../../enrichment/amounts';
import type { AnswerValue } from '../../enrichment/answer';
import { answerSlots } from '../../enrichment/answer-slots';
import { outputColumns } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd } from '../../enrichment/money';
import { atStep, stepInWords, stepsOf } from '../../enrichment/steps';
import { mostOf } from '../../linkup/prices';
import { readingOf } from '../../sheet/cells';
import type { TryEnd } from '../record/try-end';
import { isBare } from '../rows/got-nothing';

/** In a sentence; '' where the try brought something, or there is no further step. `values` are by the enrichment's columns. */
export function deeperAfter(
  e: Enrichment,
  outcome: TryEnd['outcome'],
  values: readonly AnswerValue[],
): string {
  const of = stepsOf(e);
  if (of === 1 || outcome === 'failed' || (outcome === 'done' && !isNothing(e, values))) return '';
  const names = Array.from({ length: of - 1 }, (_, i) => stepInWords(atStep(e, i + 2)));
  return `A run asks such a row deeper, by ${names.join(', then ')}: up to ${usd(inUsd(mostOf(e, 2)))} more.`;
}

/** Whether nothing came of what was asked for, or next to nothing of a page. */
function isNothing(e: Enrichment, values: readonly AnswerValue[]): boolean {
  const asked = answerSlots(e);
  const isPage = e.type === 'fetch' && e.shape === 'page';
  return outputColumns(e).every(({ slot, part }, i) => {
    const value = values[i];
    return !asked.has(slot) || value === undefined || (isPage && part === 'page' && isBare(readingOf(value)));
  });
}
