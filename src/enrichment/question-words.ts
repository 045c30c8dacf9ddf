/** The sentences for what is wrong with a question as it is written: those of `words.ts` that the page needs before it asks anybody. */
import type { Problem, ProblemCode } from './problem';

/** An example that says how columns are named: one of the table's own, where it is known. */
const example = (column: string): string => `{{${column || 'Company'}}}`;

/** By code, for a subject such as a column or an option. */
export const QUESTION_SENTENCES = {
  'empty-template': (s) =>
    `The question is empty. Write what to ask, with a column’s name in double braces, such as ${example(s)}.`,
  'no-placeholder': (s) =>
    `The question names no column, so every row would ask the same. Put a column’s name in double braces, such as ${example(s)}.`,
  'empty-placeholder': (s) =>
    `The question has empty braces. Put a column’s name in them, such as ${example(s)}.`,
  'unclosed-placeholder': (s) =>
    `The question has “{{” without “}}” at “${s}”. Close the braces round the column’s name.`,
  'unknown-column': (s) =>
    `There is no column “${s}” in this table. Change the question, or name a column so.`,
  'ambiguous-column': (s) =>
    `The question could mean several columns: ${s}. Give them names that differ in more than capitals and spaces, so that it is clear which one is meant.`,
} satisfies Partial<Record<ProblemCode, (subject: string) => string>>;

function isQuestionCode(code: ProblemCode): code is keyof typeof QUESTION_SENTENCES {
  return code in QUESTION_SENTENCES;
}

/** The sentence for a problem with a question; anything else is named as it is. */
export function questionSentence({ code, subject }: Pick<Problem, 'code' | 'subject'>): string {
  return isQuestionCode(code) ? QUESTION_SENTENCES[code](subject) : `The question cannot be read: ${subject}`;
}
