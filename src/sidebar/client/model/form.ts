/** The form of one enrichment: what the person has chosen so far, for all task types at once, and the way to and from a draft. */
import type { Condition } from '../../../enrichment/condition';
import {
  type AnswerShape,
  type Enrichment,
  enrichment,
  type Field,
  type FieldKind,
  type Filled,
} from '../../../enrichment/definition';
import type { FetchOptions, ResearchOptions, SearchOptions, TaskType } from '../../../enrichment/options';
import type { Step } from '../../../enrichment/step';
import type { Json } from '../../json';
import type { Draft } from '../../protocol';
import { choicesMeant } from './of-kind';
import { anywhere, type ScopeText, scopeOf, scopeText } from './scope-text';
import type { Starter } from './starter-texts';

/** A field as a line of the form. */
export interface FieldRow {
  /** Stays with the row while it moves, so that the page can follow it. */
  readonly key: number;
  readonly name: string;
  readonly kind: FieldKind;
  readonly description: string;
  /** For kind `choice`: the lines of its box, as they are. */
  readonly choices?: readonly string[];
  /** For kind `money`. */
  readonly currency?: string;
  /** Of a field that was saved: its column, which it keeps under another name. */
  readonly slot?: string;
  /** The column of the person's own that it fills; missing where it makes one. */
  readonly fills?: Filled;
}

/** The rest of a chain of templates. */
export interface Following {
  /** The template that the form was filled in from, to know its fields by when they are called otherwise. */
  readonly own: Starter;
  readonly rest: readonly Starter[];
  /** What the columns are called that those before it fill, by the slots of the templates. */
  readonly found: { readonly [slot: string]: string };
}

/** Everything the form holds. Each task type keeps its own choices, so that looking at another one loses nothing. */
export interface Form {
  /** '' until the enrichment is saved. */
  readonly id: string;
  readonly name: string;
  readonly type: TaskType;
  /** What search and research ask. */
  readonly question: string;
  /** What fetch opens. */
  readonly address: string;
  readonly shapes: { readonly [type in TaskType]: AnswerShape };
  readonly fields: readonly FieldRow[];
  /** Whether the fields are written as a JSON Schema. */
  readonly bySchema: boolean;
  readonly schema: string;
  /** For one answer, or a page's text: the column of the person's own that it fills. */
  readonly fills?: Filled;
  readonly sources: boolean;
  /** For a list of fields: a source for each. */
  readonly fieldSources: boolean;
  /** Which rows it is for; missing for all of them. */
  readonly onlyIf?: Condition;
  /** Further ways of asking, for rows that got nothing. */
  readonly steps: readonly Step[];
  readonly search: SearchOptions;
  readonly fetch: FetchOptions;
  readonly research: ResearchOptions;
  readonly scope: ScopeText;
  /** What is saved after it, and uses its columns; missing for one that stands alone. */
  readonly follows?: Following;
}

/** A new enrichment. Research starts at the cheapest depth: Linkup's own default costs six times as much. */
export const BLANK: Form = {
  id: '',
  name: '',
  type: 'search',
  question: '',
  address: '',
  shapes: { search: 'answer', fetch: 'page', research: 'answer' },
  fields: [{ key: 1, name: '', kind: 'text', description: '' }],
  bySchema: false,
  schema: '',
  sources: true,
  fieldSources: false,
  steps: [],
  search: { depth: 'standard' },
  fetch: { mode: 'standard' },
  research: { mode: 'auto', reasoningDepth: 'S' },
  scope: anywhere,
};

/** The form for a saved enrichment. Options that the form does not show are kept. Throws `malformed`. */
export function formOf(draft: Draft): Form {
  const e = enrichment({ ...draft, sheetId: 0, schema: draft.schema || undefined }, '');
  const form: Form = {
    ...BLANK,
    id: e.id,
    name: e.name,
    type: e.type,
    [e.type === 'fetch' ? 'address' : 'question']: e.template,
    shapes: { ...BLANK.shapes, [e.type]: e.shape },
    fields: e.fields.length > 0 ? e.fields.map(fieldRow) : BLANK.fields,
    bySchema: e.schema !== undefined,
    schema: e.schema ?? '',
    ...filling(e.fills),
    ...meant(e.onlyIf),
    sources: e.sources,
    fieldSources: e.fieldSources ?? false,
    steps: e.steps ?? [],
  };
  if (e.type === 'search') return { ...form, search: e.options, scope: scopeText(e.options) };
  if (e.type === 'fetch') return { ...form, fetch: e.options };
  return { ...form, research: e.options, scope: scopeText(e.options) };
}

function fieldRow(field: Enrichment['fields'][number], i: number): FieldRow {
  const { name, kind, description = '', slot, fills } = field;
  const rest = { ...ofKind(field), ...(slot ? { slot } : {}), ...filling(fills) };
  return { key: i + 1, name, kind, description, ...rest };
}

/** Only what is there crosses to the server: JSON has nothing for what is not. */
function filling(fills: Filled | undefined): { readonly fills?: Filled } {
  return fills ? { fills } : {};
}

function meant(onlyIf: Condition | undefined): { readonly onlyIf?: Condition } {
  return onlyIf ? { onlyIf } : {};
}

/** The form with all its outputs in columns of their own: those it was to fill are of another enrichment, or of another sheet. */
export function fillingNothing({ fills, ...form }: Form): Form {
  return { ...form, fields: form.fields.map(({ fills, ...row }) => row) };
}

/** The enrichment that the form describes, on the given sheet. Throws `malformed` for what is not even of the right kind. */
export function enrichmentOf(form: Form, sheetId: number): Enrichment {
  const { id, name, type, sources, fieldSources } = form;
  return enrichment(
    {
      id,
      name: name.trim(),
      sheetId,
      type,
      template: templateOf(form).trim(),
      shape: form.shapes[type],
      fields: form.bySchema ? [] : form.fields.map(fieldOf),
      schema: form.bySchema ? form.schema : undefined,
      fills: form.fills,
      onlyIf: form.onlyIf,
      ...deeper(form),
      sources,
      ...(fieldSources && !form.bySchema ? { fieldSources } : {}),
      options: optionsOf(form),
    },
    '',
  );
}

/** Those of its type: what was chosen for another stays with the form, for the person may come back. */
function deeper({ type, steps }: Form): { readonly steps?: readonly Step[] } {
  const own = steps.filter((step) => (step.type === 'fetch') === (type === 'fetch'));
  return own.length > 0 && type !== 'research' ? { steps: own } : {};
}

/** What goes with some kinds; it stays with the field under another, for the person may come back. */
function ofKind({
  choices,
  currency,
}: Pick<Field, 'choices' | 'currency'>): Pick<Field, 'choices' | 'currency'> {
  return { ...(choices ? { choices } : {}), ...(currency ? { currency } : {}) };
}

function fieldOf({ name, kind, description, slot, fills, ...row }: FieldRow): Enrichment['fields'][number] {
  const said = description.trim();
  const { choices: lines = [], ...other } = row;
  const choices = choicesMeant(lines);
  const rest = {
    ...ofKind(choices.length > 0 ? { ...other, choices } : other),
    ...(slot ? { slot } : {}),
    ...filling(fills),
  };
  return { name: name.trim(), kind, ...(said ? { description: said } : {}), ...rest };
}

/** Instructions only go with fields; elsewhere the enrichment would be refused for something that is not on view. */
function optionsOf(form: Form): object {
  if (form.type === 'search') return { ...form.search, ...scopeOf(form.scope) };
  if (form.type === 'research') return { ...form.research, ...scopeOf(form.scope) };
  if (form.shapes.fetch === 'fields') return form.fetch;
  return { ...form.fetch, instructions: undefined };
}

/** What is sent to be saved: only what the chosen task type and shape use. */
export function draftOf(form: Form): Draft {
  const { fills, ...draft } = draftIn(enrichmentOf(form, 0));
  if (draft.shape === 'fields') return draft;
  const isOne = draft.shape !== 'results';
  return { ...draft, fields: [], schema: '', ...filling(isOne ? fills : undefined) };
}

/** What is kept of unsaved edits: fields too that the chosen shape does not use, since the person may come back to them. */
export function draftToKeep(form: Form): Draft {
  return draftIn(enrichmentOf(written(form), 0));
}

function draftIn(e: Enrichment): Draft {
  const options: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(e.options)) options[name] = value;
  const { id, name, type, template, shape, fields, schema = '', fills, sources } = e;
  const { onlyIf, steps, fieldSources } = e;
  const said = {
    ...filling(fills),
    ...meant(onlyIf),
    ...(steps?.length ? { steps } : {}),
    ...(fieldSources && shape === 'fields' ? { fieldSources } : {}),
  };
  return { id, name, type, template, shape, fields, schema, ...said, sources, options };
}

/** A draft has room for one text: where the tab on view has none, that of the other counts. */
function written(form: Form): Form {
  if (templateOf(form) !== '') return form;
  if (form.address !== '') return { ...form, type: 'fetch' };
  return form.question === '' ? form : { ...form, type: 'search' };
}

/** The question, or for fetch the address. */
export function templateOf(form: Form): string {
  return form.type === 'fetch' ? form.address : form.question;
}

/** The form with another question, or for fetch another address. */
export function withTemplate(form: Form, template: string): Form {
  return form.type === 'fetch' ? { ...form, address: template } : { ...form, question: template };
}

/** What comes back for the chosen task type. */
export function shapeOf(form: Form): AnswerShape {
  return form.shapes[form.type];
}

/** The form with something else coming back for its task type. */
export function withShape(form: Form, shape: AnswerShape): Form {
  return { ...form, shapes: { ...form.shapes, [form.type]: shape } };
}

/** An option of some task type. */
export type OptionName = keyof SearchOptions | keyof FetchOptions | keyof ResearchOptions;

/** What an option of the chosen task type is set to; undefined where it is not. */
export function optionOf(form: Form, name: OptionName): unknown {
  const options: { readonly [name: string]: unknown } = form[form.type];
  return options[name];
}

/** The form with an option of its task type set to something else. */
export function withOption(form: Form, name: OptionName, value: string | boolean): Form {
  return { ...form, [form.type]: { ...form[form.type], [name]: value } };
}
