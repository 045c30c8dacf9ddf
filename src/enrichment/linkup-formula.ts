/** The formula =LINKUP: how deep it looks, what it gives, and the question that Linkup is asked for it. Pure. */
import type { FieldKind, SearchEnrichment } from './definition';
import { canonicalJson, hashOf } from './fingerprint';
import type { Depth } from './options';
import { type Question, questionOf } from './question';

/** How deep a formula may look: what takes longer than a cell may wait is not among them. */
export const FORMULA_DEPTHS = ['standard', 'fast', 'flash'] as const satisfies readonly Depth[];

/** What a formula may give. */
export const WHATS = ['answer', 'sources', 'number', 'yes/no', 'date', 'link'] as const;

/** Most characters of a question: Linkup says of none how long it may be, and this is two pages. */
export const MOST_CHARACTERS = 10_000;

/** Most questions of one formula: those of one request (POST /tasks reference, November 2026). */
export const MOST_QUESTIONS = 100;

/** How a formula asks. */
export interface Form {
  readonly depth: (typeof FORMULA_DEPTHS)[number];
  readonly what: (typeof WHATS)[number];
}

/** A question that some cell asks. */
export interface Wanted {
  readonly text: string;
  readonly form: Form;
  /** The same for every cell that asks the same in the same form. */
  readonly name: string;
}

/** What a cell asks. */
export function wanted(text: string, form: Form): Wanted {
  return { text, form, name: hashOf(canonicalJson([text, form.depth, form.what])) };
}

/** The request for it. */
export function questionFor({ text, form }: Wanted): Question {
  return questionOf(definitionOf(form), text);
}

/** Each is made once: what only the form decides is worked out once, too. */
const DEFINITIONS = new Map<string, SearchEnrichment>();

/** A form as the enrichment that asks the same: what it costs and how its answers are read is known of enrichments. */
export function definitionOf(form: Form): SearchEnrichment {
  const name = `${form.depth} ${form.what}`;
  const made = DEFINITIONS.get(name) ?? newDefinition(form);
  DEFINITIONS.set(name, made);
  return made;
}

function newDefinition({ depth, what }: Form): SearchEnrichment {
  const common = {
    id: '',
    name: 'LINKUP',
    sheetId: 0,
    template: '',
    type: 'search',
    options: { depth },
  } as const;
  if (what === 'answer' || what === 'sources')
    return { ...common, shape: 'answer', fields: [], sources: what === 'sources' };
  return {
    ...common,
    shape: 'fields',
    fields: [{ name: 'answer', kind: KINDS[what], description: 'What the question asks for' }],
    sources: false,
  };
}

const KINDS: Readonly<Record<Exclude<Form['what'], 'answer' | 'sources'>, FieldKind>> = {
  number: 'number',
  'yes/no': 'yes/no',
  date: 'date',
  link: 'link',
};
