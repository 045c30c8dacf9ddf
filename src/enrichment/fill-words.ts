/** The sentences of `words.ts` for columns of the person's own that an enrichment is to fill. */
import type { ProblemCode } from './problem';

/** By code, for the column's heading. */
export const FILL_SENTENCES = {
  'no-column-to-fill': (s) =>
    `There is no column “${s}” to fill in this table. Nothing was saved; choose a column that is there, or let a new one be made.`,
  'ambiguous-fill': (s) =>
    `Several columns are called “${s}”, so it is not clear which one to fill. Nothing was saved; give them different names in row 1.`,
  'filled-twice': (s) =>
    `The column “${s}” is filled by an enrichment already, and two would write over each other. Nothing was saved; choose another column, or let a new one be made.`,
  'asked-and-filled': (s) =>
    `The column “${s}” is named in the question, so it cannot be filled as well: each answer would change what is asked. Nothing was saved; take it out of the question, or choose another column to fill.`,
  'array-filled': (s) =>
    `The column “${s}” holds an array formula, or stands right of one that may fill it, and that would fail as soon as an answer is written there. Nothing was saved or asked; turn the formula into plain values (copy, then paste values only), or choose another column.`,
  'filled-column-gone': (s) =>
    `The column “${s}”, which this enrichment fills, is gone. Nothing was asked and nothing is billed. Choose another column for it in the sidebar (menu “Set up…”), or let a new one be made, and save.`,
} satisfies Partial<Record<ProblemCode, (subject: string) => string>>;
