/** Fields that a question lists: “the currency, the area in km² and the languages of …” asks for three. Pure. */
import { count } from '../../../enrichment/amounts';
import type { FieldKind } from '../../../enrichment/definition';
import { type EmptyColumn, kindOfHeading } from '../../../enrichment/empty-columns';
import { folded, freeName } from '../../../enrichment/names';
import { bound } from './field-fills';
import { addField } from './field-rows';
import { type FieldRow, type Form, shapeOf, withShape } from './form';

/** A field that was read out of a question. */
export type Suggested = Pick<FieldRow, 'name' | 'kind'>;

/** Fewer are one answer, more are no list. */
const FEWEST = 2;
const MOST = 12;

/** Longest name, in words. */
const WORDS = 5;

/** The part before it says what to do with the list that follows. */
const LEAD =
  /^.*\b(?:find|get|give(?: me)?|list|return|research|tell me|look up|add|what (?:is|are|was|were)|who (?:is|are))\b:?/i;

/** The list ends before the thing that it is about: “… of the company {{Company}}”. */
const BEFORE_SUBJECT = /^(.*\S)\s+(?:of|for|about|from|at|on)\s+(?:[\w'’-]+\s+){0,4}["“]?\{\{.*$/i;

const ARTICLE = /^(?:the|an?|its|their|his|her|all|also|and|as well as|current|present|latest|official)\s+/i;

/** A list that names itself, as Linkup’s prompting advice has it. */
const NAMED_LIST = /^(?:return|fields|columns)\s*:\s*(.+)$/im;

/** What the question lists; nothing where it asks for one thing. */
export function fieldsIn(question: string): Suggested[] {
  const items = listIn(question).map(fieldOf);
  const names = items.map(({ name }) => name.toLowerCase());
  const isList = items.length >= FEWEST && items.length <= MOST && new Set(names).size === names.length;
  return isList && items.every(({ name }) => isName(name)) ? items : [];
}

/** The fields that a press would bring: those the question lists and the form has not. One that is called as a column is that is `taken` gets a number. */
export function suggestedFor(form: Form, taken: readonly string[] = []): Suggested[] {
  if (form.type === 'fetch' || form.bySchema) return [];
  const has = new Set(shapeOf(form) === 'fields' ? form.fields.map(({ name }) => unnumbered(name)) : []);
  const found = fieldsIn(form.question);
  if (found.some(({ name }) => has.has(unnumbered(name)))) return [];
  return found.map((field) => ({ ...field, name: freeName(field.name, taken) }));
}

/** The fields of a copy have the numbers that were free when it was made: “Currency 2” is the currency that the question lists. */
function unnumbered(name: string): string {
  return folded(name).replace(/ \d+$/, '');
}

/** What the button says that brings them. */
export function fillLabel(fields: readonly Suggested[]): string {
  return `Fill ${count(fields.length, 'column')}: ${fields.map(({ name }) => name).join(', ')}`;
}

/** The form with these as its fields, behind those that have a name already. One that is called like an empty column fills it. */
export function withFields(
  form: Form,
  fields: readonly Suggested[],
  columns: readonly EmptyColumn[] = [],
): Form {
  const kept = shapeOf(form) === 'fields' ? form.fields.filter(({ name }) => name.trim() !== '') : [];
  const rows = fields.reduce<readonly FieldRow[]>((before, field) => {
    const after = addField(before);
    return after.map((row, i) => (i === before.length ? { ...row, ...field } : row));
  }, kept);
  return { ...withShape(form, 'fields'), fields: bound(rows, columns) };
}

function listIn(question: string): string[] {
  const named = NAMED_LIST.exec(question)?.[1];
  const [line = ''] = question.trim().split('\n');
  const [sentence = ''] = (named ?? line).split(/[.?!](?:\s|$)/);
  const list = named === undefined ? (BEFORE_SUBJECT.exec(sentence)?.[1] ?? '').replace(LEAD, '') : sentence;
  return /\{\{/.test(list) ? [] : itemsOf(list);
}

/** What a list names: “website, country and city”. */
export function itemsOf(list: string): string[] {
  return list
    .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+/i)
    .map((item) => item.trim())
    .filter(Boolean);
}

/** “the area in km²” is called “Area (km²)”: the unit belongs to the column. */
export function fieldOf(item: string): Suggested {
  let words = item.replace(/["“”]/g, '').trim();
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(ARTICLE, '');
  }
  const [, what = words, unit] = /^(.+?)\s+in\s+(\S{1,4}|US dollars|euros?)$/i.exec(words) ?? [];
  const name = what.charAt(0).toUpperCase() + what.slice(1);
  return { name: unit ? `${name} (${unit})` : name, kind: kindOf(what, unit !== undefined) };
}

/** Words in the plural, but for those that only look so. */
const PLURAL = /(?<!(s|u|i|new|addre|busine|statu))s$/i;

function kindOf(what: string, hasUnit: boolean): FieldKind {
  const kind = kindOfHeading(what);
  if (kind !== 'text') return kind;
  if (hasUnit) return 'number';
  return PLURAL.test(what) ? 'list' : 'text';
}

function isName(name: string): boolean {
  return /^[\p{L}\p{N}]/u.test(name) && name.length <= 40 && name.split(/\s+/).length <= WORDS;
}
