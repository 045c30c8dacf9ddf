/** A form whose outputs fill columns of the person's own: which columns wait for that, what is offered, and the form with them. Pure. */
import { agree } from '../../../enrichment/amounts';
import type { Filled } from '../../../enrichment/definition';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { askedColumn, fillQuestion } from '../../../enrichment/fill-question';
import { isSameName } from '../../../enrichment/names';
import { spoken } from '../../../enrichment/template';
import type { Draft, Start } from '../../protocol';
import { called, filledBy, isThat, withColumns } from './field-fills';
import { type Form, shapeOf, templateOf, withShape, withTemplate } from './form';
import { namesIn } from './look';

/** The columns that an output of the form may fill: none that its question names, and none of another enrichment's. Where those stand that it fills as it is saved, nobody says: 0. */
export function columnsFor(form: Form, start: Start | undefined): EmptyColumn[] {
  if (!start) return [];
  const asked = namesIn(templateOf(form));
  const others = start.enrichments.filter(({ id }) => id !== form.id).flatMap(fillsOf);
  const own = start.enrichments.filter(({ id }) => id === form.id && id !== '').flatMap(fillsOf);
  const more = own.filter((fills) => !start.empty.some((column) => isThat(fills, column)));
  const saved = more.map(({ heading }): EmptyColumn => ({ heading, at: 0, kind: 'text', choices: [] }));
  return [...saved, ...start.empty].filter(
    (column) =>
      !asked.some((name) => isSameName(spoken(name, column.heading), column.heading)) &&
      !others.some((fills) => isThat(fills, column)),
  );
}

/** The columns of the person's own that a saved enrichment fills. */
export function fillsOf({ fields, fills }: Pick<Draft, 'fields' | 'fills'>): Filled[] {
  return [fills, ...fields.map((field) => field.fills)].filter((each) => each !== undefined);
}

/** Headings of the person's own columns that it fills as it is edited. */
export function filledNow(form: Form): string[] {
  return outputsOf(form).flatMap(({ fills }) => (fills ? [fills.heading] : []));
}

/** The columns that a question may name besides what its answers fill: each of those would change what is asked. */
export function askable(form: Form, headings: readonly string[]): string[] {
  const filled = filledNow(form);
  return headings.filter((heading) => !filled.includes(heading));
}

/** What may fill a column: each field, or the one answer. */
function outputsOf(form: Form): readonly { readonly fills?: Filled }[] {
  return shapeOf(form) === 'fields' ? form.fields : [form];
}

/** The columns that one press offers to fill, for an enrichment that is new and fills none yet. */
export function fillOffer(form: Form, columns: readonly EmptyColumn[]): readonly EmptyColumn[] {
  const isBegun = outputsOf(form).some(({ fills }) => fills !== undefined);
  return form.id !== '' || form.bySchema || isBegun ? [] : columns;
}

/** Columns that a button names, before it counts the others. */
const NAMED = 4;

/** What the button says that fills them. */
export function fillColumnsLabel(columns: readonly EmptyColumn[]): string {
  const names = columns.slice(0, NAMED).map(({ heading }) => heading.trim());
  const more = columns.length - names.length;
  const all = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  return `Fill your empty ${agree(columns.length, 'column', 'columns')}: ${all}`;
}

/** The form with a field for each column, and a question where it has none yet. */
export function fillingAll(form: Form, columns: readonly EmptyColumn[], start: Start | undefined): Form {
  const fields = withColumns(shapeOf(form) === 'fields' ? form.fields : [], columns);
  const filled = { ...withShape(form, 'fields'), fields, bySchema: false };
  const asked = start && askedColumn(start.headings, start.empty);
  const isOpen = form.type !== 'fetch' && templateOf(form).trim() === '';
  return isOpen && asked !== undefined ? withTemplate(filled, fillQuestion(asked, columns)) : filled;
}

/** The form with its one answer, or its page's text, in a column; without one, in a new column. */
export function answerIn(form: Form, column: EmptyColumn | undefined): Form {
  const { fills, ...own } = form;
  return column ? { ...own, fills: filledBy(column) } : own;
}

/** The empty column that is called as the one answer would be, while it has a new one to come. */
export function answersNamesake(
  form: Form,
  wanted: string,
  columns: readonly EmptyColumn[],
): EmptyColumn | undefined {
  const isOne = shapeOf(form) === 'answer' || shapeOf(form) === 'page';
  return isOne && form.fills === undefined ? called(wanted, columns) : undefined;
}
