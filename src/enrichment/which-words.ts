/** The sentences of `words.ts` for which rows of a table a person means. */
import { MOST_BY_HAND } from './offer-lines';
import type { ProblemCode } from './problem';

/** Of more rows under a filter it is not asked one by one whether they can be seen: other calls go before. */
export const MOST_FILTERED = 16;

const NOTHING = 'Nothing was asked and nothing is billed.';

/** By code, for how many rows it is about, or for a column. */
export const WHICH_SENTENCES = {
  'no-condition-column': (s) =>
    `“Only if” names the column “${s}”, and this table has none that is called so. ${NOTHING} Choose another column for it in the sidebar (menu “Set up…”), or give the column its name back.`,
  'visible-unclear': (s) =>
    `Which of the ${s} rows to ask the filter shows cannot be told at once: it goes by colour, date or formula, or cells have changed since it was set. ${NOTHING} Set the filter anew by values or by a condition on texts or numbers, or select the rows and choose “Selected”.`,
  'hidden-by-hand': (s) =>
    `Which of ${s} rows to ask are hidden by hand, or in a folded group, cannot be told: Google tells it of one row at a time, and that is done for up to ${MOST_BY_HAND} rows, and ${MOST_FILTERED} under a filter. ${NOTHING} Hide rows with a filter by values instead, say in the enrichment “Only if” which rows it is for, or select around the hidden ones and choose “Selected”.`,
} satisfies Partial<Record<ProblemCode, (subject: string) => string>>;
