/** A list: one question that is asked once and brings many rows. What it may ask, and how Linkup is asked for rows. Pure. */
import { checkDefinition } from './check';
import { structuredFields, structuredSchema } from './columns';
import type { Enrichment } from './definition';
import { decoded } from './entities';
import { folded } from './names';
import { Problem } from './problem';
import { type Question, questionOf } from './question';

/** Most rows of one list; what comes beyond is left out, and said. Ours: ten times what one answer has room for. */
export const MOST_LISTED = 1_000;

/** Longest question of a list, in characters: those that *more* is to leave out need room too. Ours. */
const MAX_LIST_QUESTION = 2_000;

/** Longest query, in characters: POST /search reference, November 2026. */
const MAX_QUERY = 10_000;

/** Under which name the rows come: the root of a schema has to be an object. */
const ROWS = 'rows';

/** Checks what is about to be asked for rows; throws what is wrong with it. */
export function checkList(e: Enrichment): void {
  if (e.shape !== 'fields' || e.schema !== undefined || e.type === 'fetch') throw new Problem('no-fields');
  checkDefinition(e, checkListQuestion);
  if (e.template.length > MAX_LIST_QUESTION)
    throw new Problem(
      'bad-option',
      `The question is longer than ${MAX_LIST_QUESTION} characters`,
      'question',
    );
}

/** It is asked once: there is no row yet whose columns it could name. */
export function checkListQuestion(template: string): void {
  if (!template.trim()) throw new Problem('empty-template');
  if (/\{\{[^{}]*\}\}/.test(template)) throw new Problem('list-placeholder', '', 'question');
}

/** The heading of the column by which two rows are told apart. */
function keyHeading(e: Enrichment): string {
  return structuredFields(e)[0]?.name ?? '';
}

/** What two rows are compared by: the same thing in other capitals, or with its signs as HTML writes them, is the same thing. */
export function listKey(text: string): string {
  return folded(decoded(text));
}

/** The question for a list's rows, but for those whose keys are there already: as many are named as a query has room for. */
export function listQuestion(e: Enrichment, there: readonly string[]): Question {
  const { input, type } = questionOf(e, listText(e, there));
  return { type, input: { ...input, structuredOutputSchema: JSON.stringify(listSchema(e)) } };
}

function listText(e: Enrichment, there: readonly string[]): string {
  const key = keyHeading(e);
  const asked = `${e.template.trim()}\nGive one row for each, and no ${key} twice.`;
  if (there.length === 0) return asked;
  const lead = `${asked}\nLeave out these, which are known already, and give others: `;
  return lead + fitting(there, MAX_QUERY - lead.length).join('; ');
}

/** The first of some texts, as far as there is room for them. */
function fitting(texts: readonly string[], room: number): string[] {
  let left = room;
  return texts.filter((text) => {
    left -= text.length + 2;
    return left > 0;
  });
}

function listSchema(e: Enrichment): object {
  const description = `One for each; ${keyHeading(e)} says which, and is never empty`;
  return {
    type: 'object',
    properties: { [ROWS]: { type: 'array', description, items: structuredSchema(e) } },
  };
}
