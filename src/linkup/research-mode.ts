/** The research mode has two spellings: lower case in the SDKs and the echoes, capitalised in some pages of the documentation. */
import type { Question } from '../enrichment/question';
import { LinkupError } from './errors';

/** A question with its research mode capitalised; any other as it is. */
export function otherSpelling(question: Question): Question {
  const { mode } = question.input;
  if (question.type !== 'research' || typeof mode !== 'string') return question;
  return { ...question, input: { ...question.input, mode: mode.charAt(0).toUpperCase() + mode.slice(1) } };
}

/** Whether Linkup refused questions for the mode of a research among them. Nothing is documented of how it names an item's field, or whether. */
export function isAboutMode(thrown: unknown, questions: readonly Question[]): boolean {
  return (
    thrown instanceof LinkupError &&
    thrown.answer.apiCode === 'VALIDATION_ERROR' &&
    namesMode(thrown) &&
    questions.some((question) => otherSpelling(question) !== question)
  );
}

/** By a field, in whatever kind of path; or, where no field is named, in its words. */
function namesMode({ answer: { fields }, subject }: LinkupError): boolean {
  const named = fields.filter(Boolean);
  return named.length > 0 ? named.some((field) => /\bmode\W*$/.test(field)) : /\bmode\b/.test(subject);
}
