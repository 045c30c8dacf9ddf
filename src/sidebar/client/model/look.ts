/** What can be said about a form before it is sent: what is wrong, what it costs, which columns it fills. */
import { usd } from '../../../enrichment/amounts';
import { checkAgainst, checkDefinition } from '../../../enrichment/check';
import { outputColumns } from '../../../enrichment/columns';
import { namedFields, schemaOf } from '../../../enrichment/fields';
import { formSentence } from '../../../enrichment/form-words';
import { asProblem } from '../../../enrichment/problem';
import { columnsNamed, parseTemplate, resolveColumns } from '../../../enrichment/template';
import { durationOf } from '../../../linkup/durations';
import { priceOf } from '../../../linkup/prices';
import type { Start } from '../../protocol';
import { enrichmentOf, type Form, templateOf } from './form';
import { range } from './time-words';

/** The first thing wrong with the form, as a sentence; '' when it can be saved. Columns count once the sheet is known. */
export function faultIn(form: Form, start: Start | undefined): string {
  if (form.name.trim() === '') return 'Give the enrichment a name.';
  return faultOf(() => {
    const e = enrichmentOf(form, start?.sheetId ?? 0);
    checkDefinition(e);
    if (start) checkAgainst(e, start.headings);
  });
}

/** A sentence for every column in the question that is not among the headings, or is there twice. Silent about braces still open. */
export function columnFaults(form: Form, headings: readonly string[]): string[] {
  return namesIn(templateOf(form))
    .map((name) => faultOf(() => resolveColumns([name], headings)))
    .filter(Boolean);
}

function faultOf(attempt: () => void): string {
  try {
    attempt();
    return '';
  } catch (thrown) {
    return formSentence(asProblem(thrown));
  }
}

function namesIn(template: string): string[] {
  return unlessWrong(() => columnsNamed(parseTemplate(template))) ?? [];
}

/** The first column that the question names and the table does not have; undefined when all are there. */
export function unknownColumn(form: Form, headings: readonly string[]): string | undefined {
  return namesIn(templateOf(form)).find((name) => faultOf(() => resolveColumns([name], headings)) !== '');
}

/** The headings that can be put into a question, each once: braces in a heading would end the placeholder. */
export function insertable(headings: readonly string[]): string[] {
  return [...new Set(headings)].filter((heading) => !/[{}]/.test(heading));
}

/** USD for each answered row; undefined while the form cannot be read. */
export function pricePerRow(form: Form): number | undefined {
  return unlessWrong(() => priceOf(enrichmentOf(form, 0)));
}

/** "1–3 s · $0.006": how long a row usually takes, and what it costs; '' while the form cannot be read. */
export function timeAndPrice(form: Form): string {
  return (
    unlessWrong(() => {
      const e = enrichmentOf(form, 0);
      return `${range(durationOf(e))} · ${usd(priceOf(e))}`;
    }) ?? ''
  );
}

/** Headings of the columns that the form fills, in order; none while its fields cannot be read. */
export function columnsFilled(form: Form): string[] {
  if (form.name.trim() === '' && form.shapes[form.type] !== 'fields') return [];
  const columns = unlessWrong(() => outputColumns(enrichmentOf(form, 0))) ?? [];
  return columns.map(({ heading }) => heading.trim());
}

function unlessWrong<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

/** The form's fields as a JSON Schema, to go on writing from; '' while they cannot be read. */
export function schemaFromFields({ fields }: Form): string {
  const schema = unlessWrong(() => schemaOf(namedFields(fields)));
  return schema ? JSON.stringify(schema, null, 2) : '';
}
