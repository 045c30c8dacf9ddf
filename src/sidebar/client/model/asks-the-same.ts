/** Whether two drafts ask their rows the same question, whatever else they say: then an answer to one answers the other. Pure. */
import { enrichment } from '../../../enrichment/definition';
import { unlessProblem } from '../../../enrichment/problem';
import { questionOf } from '../../../enrichment/question';
import type { Draft } from '../../protocol';

/** Drafts that cannot be read ask nothing. */
export function asksTheSame(a: Draft, b: Draft): boolean {
  const [one, other] = [whatIsAsked(a), whatIsAsked(b)];
  return one !== undefined && one === other;
}

/** Both went through the same parser: what is equal is written alike. */
function whatIsAsked(draft: Draft): string | undefined {
  return unlessProblem(() => {
    const e = enrichment({ ...draft, sheetId: 0, schema: draft.schema || undefined }, '');
    return JSON.stringify([e.template, questionOf(e, '')]);
  });
}
