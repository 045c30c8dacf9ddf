/** An enrichment that is copied: to a sheet where other names are taken, or as a text that another file reads. Pure. */
import { agree, count } from '../../../enrichment/amounts';
import { carried, exportedText } from '../../../enrichment/carried';
import { asProblem } from '../../../enrichment/problem';
import type { CopiedHere, Draft, Start } from '../../protocol';
import { enrichmentOf, type Form, formOf } from './form';
import { newFrom } from './name';
import { columnsOfOthers } from './own-columns';

/** What a person copies out. */
export function textOf(draft: Draft): string {
  return exportedText(enrichmentOf(formOf(draft), 0));
}

/** What a person pasted, as a form; or why it is none, in a sentence. */
export function formIn(text: string): Form | string {
  try {
    const { schema = '', options, sheetId, slots, old, layout, ...said } = carried(text.trim());
    return formOf({ ...said, schema, options: { ...options }, id: '' });
  } catch (thrown) {
    const { code, subject } = asProblem(thrown);
    return code === 'newer-version'
      ? 'A later version of the add-on wrote this. Update the add-on, then paste it again.'
      : `This is no enrichment that can be read: ${subject}. Copy the whole text under “Copy to…”, and paste it again.`;
  }
}

/** A form as a new enrichment of a sheet: under its own names where they are free there, and filling nothing that stands there. */
export function atHomeOn(start: Start, form: Form): Form {
  const taken = start.enrichments.map(({ name }) => name);
  return newFrom(form, form.name, taken, columnsOfOthers(start, undefined));
}

/** What going on with a copied enrichment means for its rows and for money. */
export function copiedLine({ answered, open }: CopiedHere): string {
  const kept =
    answered === 0
      ? 'None of its rows is answered.'
      : `${count(answered, 'row')} ${agree(answered, 'is', 'are')} answered, and not paid for again.`;
  const left =
    open === 0
      ? ''
      : ` ${count(open, 'row')} ${agree(open, 'was', 'were')} under way: the original gets ${agree(open, 'that answer', 'those answers')}, and here asking costs again.`;
  return kept + left;
}
