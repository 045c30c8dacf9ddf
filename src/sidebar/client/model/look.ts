/** What can be said about a form before it is sent: what is wrong, what it costs, which columns it fills. */
import { count, figure, usd } from '../../../enrichment/amounts';
import { checkTemplate } from '../../../enrichment/check';
import { inUsd } from '../../../enrichment/money';
import { asProblem } from '../../../enrichment/problem';
import { questionSentence } from '../../../enrichment/question-words';
import { columnsNamed, parseTemplate, resolveColumns } from '../../../enrichment/template';
import { durationOf } from '../../../linkup/durations';
import { mostOf, priceOf } from '../../../linkup/prices';
import type { Start } from '../../protocol';
import type { Fault } from '../calls/call';
import { enrichmentOf, type Form, shapeOf, templateOf } from './form';
import { range } from './time-words';

/** What is wrong with the question; without a sentence when it can be sent. Everything else the server checks, as it must anyway. */
export function faultIn(form: Form, start: Start | undefined): Fault {
  if (!start) return { code: 'form', sentence: 'This sheet is not read yet. Try again in a moment.' };
  const sentence = faultOf(() => {
    checkTemplate(templateOf(form));
    resolveColumns(columnsNamed(parseTemplate(templateOf(form))), start.headings);
  }, insertable(start.headings)[0]);
  return { code: 'form', sentence, place: 'question' };
}

/** A sentence for every column in the question that is not among the headings, or is there twice. Silent about braces still open. */
export function columnFaults(form: Form, headings: readonly string[]): string[] {
  return namesIn(templateOf(form))
    .map((name) => faultOf(() => resolveColumns([name], headings)))
    .filter(Boolean);
}

/** A problem that is about no column in particular is explained with one of the table's. */
function faultOf(attempt: () => void, column = ''): string {
  try {
    attempt();
    return '';
  } catch (thrown) {
    const { code, subject } = asProblem(thrown);
    return questionSentence({ code, subject: subject || column });
  }
}

/** The columns that a question names, as it writes them; none while it cannot be read. */
export function namesIn(template: string): string[] {
  return unlessWrong(() => columnsNamed(parseTemplate(template))) ?? [];
}

/** The first column that the question names and the table does not have; undefined when all are there. */
export function unknownColumn(form: Form, headings: readonly string[]): string | undefined {
  return namesIn(templateOf(form))
    .find((name) => faultOf(() => resolveColumns([name], headings)) !== '')
    ?.trim();
}

/** The headings that can be put into a question, each once: braces in a heading would end the placeholder. */
export function insertable(headings: readonly string[]): string[] {
  return [...new Set(headings)].filter((heading) => !/[{}]/.test(heading));
}

/** USD for each answered row; undefined while the form cannot be read. */
export function pricePerRow(form: Form): number | undefined {
  return unlessWrong(() => inUsd(priceOf(enrichmentOf(form, 0))));
}

/** What a row costs where every further step is taken for it, in USD; undefined while the form cannot be read. */
export function mostPerRow(form: Form): number | undefined {
  return unlessWrong(() => inUsd(mostOf(enrichmentOf(form, 0))));
}

/** What a row costs and, where there are several, what all of them cost at most; '' while the form cannot be read. Which rows a condition leaves, the page cannot tell before Save. */
export function priceLine(form: Form, rows: number): string {
  const price = pricePerRow(form);
  if (price === undefined) return '';
  const most = mostPerRow(form) ?? price;
  const each = `${usd(price)}${most > price ? ` to ${usd(most)}` : ''} per row`;
  if (form.onlyIf) return `${each}, counted after Save`;
  return rows > 1 ? `${each}, ≤ ${usd(most * rows)} for ${figure(rows)}` : each;
}

/** "1–3 s · $0.006": how long a row usually takes, and what it costs; '' while the form cannot be read. */
export function timeAndPrice(form: Form): string {
  return (
    unlessWrong(() => {
      const e = enrichmentOf(form, 0);
      return `${range(durationOf(e))} · ${usd(inUsd(priceOf(e)))}`;
    }) ?? ''
  );
}

/** What comes back, in a few words. */
export function shapeInWords(form: Form): string {
  const shape = shapeOf(form);
  if (shape === 'page') return 'the page’s text';
  const sources = form.sources && shape === 'answer' ? ', with sources' : '';
  if (shape !== 'fields') return shape === 'answer' ? `one answer${sources}` : 'search results';
  const names = form.fields.map(({ name }) => name.trim()).filter(Boolean);
  if (form.bySchema) return 'the fields of a schema';
  return names.length === 0 ? 'separate fields' : `${count(names.length, 'field')}: ${names.join(', ')}`;
}

function unlessWrong<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}
