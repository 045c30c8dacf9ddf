/** The sentences for what is wrong with an enrichment as it is written: those of `words.ts` that the page needs before it asks anybody. */
import type { Problem, ProblemCode } from './problem';

/** By code, for a subject such as a column or an option. */
export const FORM_SENTENCES = {
  malformed: (s) =>
    `This enrichment’s settings cannot be read${because(s)} Save it again in the sidebar (menu “Set up enrichment…”).`,
  'empty-template': () =>
    'The question is empty. Write what to ask, with a column’s name in double braces, such as {{Company}}.',
  'no-placeholder': () =>
    'The question names no column, so every row would ask the same. Put a column’s name in double braces, such as {{Company}}.',
  'empty-placeholder': () =>
    'The question has empty braces. Put a column’s name in them, such as {{Company}}.',
  'unclosed-placeholder': (s) =>
    `The question has “{{” without “}}” at “${s}”. Close the braces round the column’s name.`,
  'unknown-column': (s) =>
    `There is no column “${s}” in this table. Change the question, or name a column so in row 1.`,
  'ambiguous-column': (s) =>
    `Several columns are called “${s}”. Give them different names in row 1, so that it is clear which one is meant.`,
  'no-fields': () => 'No fields are named. Add at least one field to fill, or choose one answer instead.',
  'bad-field': (s) => `The field ${s}. Give every field a name of its own.`,
  'bad-schema': (s) =>
    `The schema cannot be used${because(s)} It must be a JSON Schema whose root has "type": "object" and "properties".`,
  'bad-option': (s) => `${s}. Change it in the sidebar (menu “Set up enrichment…”).`,
  'no-headings': () => 'Row 1 is empty. Put the column names there, so that a question can use them.',
} satisfies Partial<Record<ProblemCode, (subject: string) => string>>;

/** A reason at the end of a sentence; just the full stop where there is none. */
export function because(subject: string): string {
  if (!subject) return '.';
  return `: ${subject.replace(/[.\s]+$/, '')}.`;
}

function isFormCode(code: ProblemCode): code is keyof typeof FORM_SENTENCES {
  return code in FORM_SENTENCES;
}

/** The sentence for a problem with the form; what else may go wrong while it is read is named as it is. */
export function formSentence({ code, subject }: Problem): string {
  return isFormCode(code) ? FORM_SENTENCES[code](subject) : `This cannot be read${because(subject)}`;
}
