/** Whether an enrichment makes sense, by itself and against a table's headings. Throws the first Problem it finds. */
import { choicesOfField } from './choices';
import { outputColumns, structuredFields, structuredSchema } from './columns';
import { checkCondition } from './compare';
import { conditionColumn } from './condition';
import { isCalendarDate } from './dates';
import type { AnswerShape, Enrichment, FetchEnrichment } from './definition';
import { columnLetters } from './letters';
import { MOST_STORED } from './limits';
import { isNameless, nameFault } from './names';
import type { Scope, SearchOptions, TaskType } from './options';
import { type Place, Problem } from './problem';
import { stepsFault } from './steps';
import { columnsNamed, parseTemplate, resolveColumns } from './template';
import { bytesOf } from './utf8';

/** Most domains in one list: POST /search reference, November 2026. Exclusions have no documented limit; the same is safe. */
export const MAX_DOMAINS = 100;

/** Longest fetch instructions, in characters: POST /fetch reference, November 2026. */
export const MAX_INSTRUCTIONS = 4000;

const SHAPES: Record<TaskType, readonly AnswerShape[]> = {
  search: ['answer', 'fields', 'results'],
  fetch: ['page', 'fields'],
  research: ['answer', 'fields'],
};

/** An ending is of letters, or of what Punycode makes of them. */
const DOMAIN = /^([\p{L}\p{N}-]+\.)+(\p{L}{2,}|xn--[a-z\d-]+)$/iu;

/** Longest description of a field, in characters. Ours. */
const MAX_DESCRIPTION = 500;

/** Most fields of a list, or properties of a schema: each is a column. Ours. */
export const MAX_FIELDS = 50;

/** Most choices of a field (Sheets limits for a list of items, November 2026). */
export const MAX_CHOICES = 500;

/** Longest question, in characters: POST /search and /research reference, November 2026. */
const MAX_TEMPLATE = 10_000;

/** Options of a search or a research that can be wrong by themselves: how one is written, what is said where it is not, and of which box. */
const OPTION_CHECKS: readonly (readonly [keyof SearchOptions, RegExp, string, Place])[] = [
  ['maxResults', /^[1-9]\d*$/, 'The number of results must be a whole number from 1', 'results'],
];

/** What a question has to be: of an enrichment, one that names a column. */
export type CheckQuestion = (template: string) => void;

/** Checks what is about to be saved: everything that can be known without the sheet, and that it is of a size that can be kept. */
export function checkDefinition(e: Enrichment, checkQuestion: CheckQuestion = checkTemplate): void {
  checkLengths(e);
  checkSense(e, checkQuestion);
  checkNames(e);
  checkChoices(e);
  if (e.type !== 'fetch') checkDisjoint(e.options);
  if (e.onlyIf) checkCondition(e.onlyIf);
  if (structuredFields(e).length > MAX_FIELDS) refuse(`There are more than ${MAX_FIELDS} fields`, 'fields');
  if (bytesOf(JSON.stringify(e)) > MOST_STORED)
    throw new Problem('bad-option', 'Question, fields and options together are too long to be kept');
}

function checkLengths({ template, fields }: Enrichment): void {
  checkLength('The question', template, MAX_TEMPLATE, 'question');
  for (const [i, { name, description = '' }] of fields.entries())
    checkLength(`The description of “${name}”`, description, MAX_DESCRIPTION, `field ${i} description`);
}

/** Google takes as many in a dropdown; of one, nothing is to be chosen. */
function checkChoices({ shape, fields }: Enrichment): void {
  if (shape !== 'fields') return;
  for (const [i, field] of fields.entries()) {
    if (field.kind !== 'choice') continue;
    const { length } = choicesOfField(field);
    const place: Place = `field ${i} choices`;
    if (length < 2) refuse(`“${field.name}” needs two choices or more, a line each`, place);
    if (length > MAX_CHOICES) refuse(`“${field.name}” has more than ${MAX_CHOICES} choices`, place);
  }
}

/** They become headings, those of a schema's properties too. */
function checkNames(e: Enrichment): void {
  if (isNameless(e.name)) refuse('The enrichment has no name', 'name');
  checkName('The name', e.name, 'name');
  for (const [i, { name }] of structuredFields(e).entries())
    checkName('The name of a field', name, e.schema === undefined ? `field ${i} name` : 'schema');
}

function checkName(what: string, name: string, place: Place): void {
  const fault = nameFault(what, name);
  if (fault) refuse(fault, place);
}

/** What was saved once with such a site is still understood: it finds nothing there. */
function checkDisjoint({ includeDomains = [], excludeDomains = [] }: Scope): void {
  const both = includeDomains.find((domain) => excludeDomains.includes(domain));
  if (both !== undefined)
    refuse(`“${both}” is among the only sites and among those never to look at`, 'exclude');
}

function checkLength(what: string, text: string, most: number, place: Place): void {
  if (text.trim().length > most) refuse(`${what} is longer than ${most} characters`, place);
}

function refuse(why: string, place: Place): never {
  throw new Problem('bad-option', why, place);
}

/** Checks what was saved, in whatever edition: that it means something. */
export function checkSense(e: Enrichment, checkQuestion: CheckQuestion = checkTemplate): void {
  if (!e.name.trim()) refuse('The enrichment has no name', 'name');
  if (!SHAPES[e.type].includes(e.shape)) {
    throw new Problem('bad-option', `${e.type} cannot give “${e.shape}”`);
  }
  checkQuestion(e.template);
  if (e.shape === 'fields') structuredSchema(e);
  outputColumns(e);
  const fault = stepsFault(e);
  if (fault) refuse(fault, 'steps');
  if (e.type === 'fetch') checkFetch(e);
  else {
    checkScope(e.options);
    checkEach(e.options);
  }
}

/** Checks the columns of template and condition against the headings, of which the enrichment's own are blank. */
export function checkAgainst(e: Enrichment, headings: readonly string[]): void {
  if (headings.every((heading) => !heading.trim())) throw new Problem('no-headings');
  resolveColumns(columnsNamed(parseTemplate(e.template)), headings, (i) => columnLetters(i + 1));
  if (e.onlyIf) conditionColumn(e.onlyIf, headings);
}

/** Checks that a question is there, with its braces closed and at least one column in them. */
export function checkTemplate(template: string): void {
  if (!template.trim()) throw new Problem('empty-template');
  if (columnsNamed(parseTemplate(template)).length === 0) throw new Problem('no-placeholder');
}

function checkFetch(e: FetchEnrichment): void {
  const instructions = e.options.instructions ?? '';
  if (instructions && e.shape !== 'fields') {
    refuse('Instructions only work with fields to fill', 'instructions');
  }
  if (instructions.length > MAX_INSTRUCTIONS) {
    refuse(`The instructions are longer than ${MAX_INSTRUCTIONS} characters`, 'instructions');
  }
}

function checkEach(options: Partial<SearchOptions>): void {
  for (const [name, form, fault, place] of OPTION_CHECKS) {
    const value = options[name];
    if (value !== undefined && !form.test(String(value))) refuse(fault, place);
  }
}

function checkScope(scope: Scope): void {
  checkDomains(scope.includeDomains ?? [], 'include');
  checkDomains(scope.excludeDomains ?? [], 'exclude');
  checkDate('from', scope.fromDate);
  checkDate('to', scope.toDate);
  if (scope.fromDate && scope.toDate && scope.fromDate > scope.toDate) {
    refuse('The from date is later than the to date', 'from');
  }
}

function checkDomains(domains: readonly string[], place: Place): void {
  if (domains.length > MAX_DOMAINS) {
    refuse(`A list of domains can have at most ${MAX_DOMAINS}`, place);
  }
  const wrong = domains.find((domain) => !DOMAIN.test(domain));
  if (wrong !== undefined) refuse(`“${wrong}” is not a domain such as example.com`, place);
}

function checkDate(which: 'from' | 'to', date: string | undefined): void {
  if (!date) return;
  if (!isCalendarDate(date) || date <= '1970-01-01')
    refuse(`The ${which} date “${date}” is not a date such as 2026-01-31`, which);
}
