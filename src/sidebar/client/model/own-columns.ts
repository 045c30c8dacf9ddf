/** The sheet's columns from where one enrichment stands: its own are none that its question could name, or that it could clash with. Pure. */
import { isSameField } from '../../../enrichment/fields';
import { firstTaken, isNameless, isSameName, nameFault } from '../../../enrichment/names';
import type { Saved, Start } from '../../protocol';
import { type Fault, NO_FAULT } from '../calls/call';
import { columnsAdded } from './added';
import { filledNow, fillsOf } from './fills';
import { type FieldRow, type Form, shapeOf } from './form';

/** The sheet without the columns of an enrichment. One that is called the same and is somebody else's stays. */
export function seenBy(start: Start, saved: Saved | undefined): Start {
  const own = [...(saved?.outputs ?? [])];
  const headings = start.headings.filter((heading) => {
    const at = own.indexOf(heading);
    if (at >= 0) own.splice(at, 1);
    return at < 0;
  });
  return { ...start, headings };
}

/** What columns are called that are not its own: the person's, and what others fill, with how their rows stand. */
export function columnsOfOthers(start: Start, saved: Saved | undefined): string[] {
  const statuses = start.enrichments.filter(({ id }) => id !== saved?.id).map(({ status }) => status);
  return [...seenBy(start, saved).headings, ...statuses.filter(Boolean)];
}

/** Why an enrichment cannot be called so; '' where it can. `others` are the enrichments of the sheet, `columns` are none of its own. */
export function nameFaultOf(form: Form, others: readonly string[], columns: readonly string[]): string {
  const fault = nameFault('The name', form.name);
  if (fault) return `${fault}.`;
  if (others.some((other) => isSameName(other, form.name)))
    return `Another enrichment on this sheet is called “${form.name.trim()}”.`;
  const named = form.id === '' && !isNameless(form.name) ? columnsNamedAfter(form) : [];
  const clash = firstTaken(named, columns);
  return clash === undefined
    ? ''
    : `The table has a column “${clash}” already. Call the enrichment otherwise.`;
}

/** The columns that have their headings from the enrichment: what is wrong with a field is said there. */
function columnsNamedAfter(form: Form): string[] {
  const fields = shapeOf(form) === 'fields' ? form.fields.map(({ name }) => name.trim()) : [];
  return columnsAdded(form, undefined).filter((heading) => !fields.includes(heading));
}

/**
 * What no field may be called like from now on. Of the `columns` that are not its own, all but those as which a field is saved: that one
 * is called what it is called. And the person's own that it fills, as it is saved or as it is edited: they stay where they are.
 */
export function closedNames(form: Form, columns: readonly string[], saved: Saved | undefined): string[] {
  const kept = (saved?.fields ?? []).map(({ name }) => name);
  const others = columns.filter((column) => firstTaken([column], kept) === undefined);
  return [
    ...new Set([
      ...others,
      ...(saved ? fillsOf(saved) : []).map(({ heading }) => heading),
      ...filledNow(form),
    ]),
  ];
}

/** What others are called: the enrichments, and the columns that are none of its own. */
export interface Names {
  readonly others: readonly string[];
  readonly columns: readonly string[];
}

/** What is wrong with a name, which Save would refuse: a try that is paid for comes to nothing until it is mended. Without a sentence where nothing is. */
export function faultInNames(form: Form, { others, columns }: Names, saved: Saved | undefined): Fault {
  const closed = closedNames(form, columns, saved);
  const fields = shapeOf(form) === 'fields' && !form.bySchema ? form.fields : [];
  const faults = [
    ...fields.map((field, i) => [fieldFaultOf(field, fields, closed), `field ${i} name`] as const),
    // As it is saved it may stay, whatever others are called.
    [saved?.name === form.name ? '' : nameFaultOf(form, others, columns), 'name'] as const,
  ];
  const [sentence, place] = faults.find(([said]) => said !== '') ?? [''];
  return place === undefined ? NO_FAULT : { code: 'form', sentence, place };
}

/** Why a field cannot be called so; '' where it can. */
export function fieldFaultOf(
  { key, name, fills }: FieldRow,
  rows: readonly FieldRow[],
  columns: readonly string[],
): string {
  const fault = nameFault('The name', name);
  if (fault) return `${fault}.`;
  if (rows.some((row) => row.key !== key && isSameField(row.name, name)))
    return `Two fields are called “${name.trim()}”.`;
  // What fills a column makes no heading.
  if (fills || firstTaken([name], columns) === undefined) return '';
  return `The table has a column “${name.trim()}” already. Call the field otherwise.`;
}
