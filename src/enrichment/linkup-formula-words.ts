/** The sentences of `words.ts` for the formula =LINKUP: they stand in a cell, before whoever recalculates, who need not be the one who pays. */
import { withoutEnd } from './pause-words';
import type { ProblemCode } from './problem';

const NOTHING = 'Nothing was asked and nothing is billed';

/** By code. */
export const FORMULA_SENTENCES = {
  'formula-off': () =>
    `The formula =LINKUP is off in this spreadsheet. ${NOTHING}. Its owner can turn it on in the sidebar (menu “Set up…”), under “The formula =LINKUP”.`,
  'formula-no-key': () =>
    `The formula =LINKUP asks with the Linkup key of the spreadsheet’s owner, and there is none. ${NOTHING}. The owner can connect one in the sidebar (menu “Set up…”).`,
  'formula-question': (s) => `The question ${s}. ${NOTHING}.`,
  'formula-option': (s) => `The formula knows no ${s}. ${NOTHING}.`,
  'formula-deep': (s) =>
    `A cell has 30 seconds, which is too short for “${s}”. ${NOTHING}. Set up an enrichment in the sidebar (menu “Set up…”), which asks as deep as you like.`,
  'formula-range': (s) =>
    `This range has ${s} different questions, and one formula asks at most 100. ${NOTHING}. Use several formulas, or an enrichment in the sidebar (menu “Set up…”).`,
  'formula-cap': (s) =>
    `The formulas of this spreadsheet have reached what they may cost a day, ${s}, or this would pass it. ${NOTHING}. Recalculate after midnight UTC, or have the owner raise it in the sidebar (menu “Set up…”).`,
  'formula-room': () =>
    `There is no room to keep another answer of =LINKUP, and one that is not kept would be billed again. ${NOTHING}. What no formula has used for 30 days makes room; until then copy answers and paste their values, or use an enrichment.`,
  'formula-asking': () =>
    'Still asking: Linkup has not answered yet. Recalculate in a minute, by editing the formula or opening the spreadsheet anew; that is not billed again.',
  'formula-perhaps': () =>
    'Linkup’s reply to this question got lost, and its list does not tell whether it was asked. It may have been billed once, and is not asked again; to ask it all the same, word it differently.',
  'formula-nothing': () => 'Nothing was found.',
  'formula-failed': (s) =>
    `There is no answer: ${withoutEnd(s)}. It was not billed; an hour later the next recalculation asks again.`,
  'formula-gone': () =>
    'Linkup no longer keeps this answer, and it was paid for. It is not asked again by itself; to ask it all the same, word the question differently.',
  'formula-key-gone': () =>
    'The Linkup key that asked this is gone, so its answer cannot be fetched; it is not asked and billed again. Once the spreadsheet’s owner has connected that key again in the sidebar (menu “Set up…”), the next recalculation shows it.',
  'formula-not-noted': () =>
    `It could not be written down that this is asked, so ${NOTHING.toLowerCase()}. If you may only view this spreadsheet, ask somebody who may edit it; else try again in a minute.`,
  'formula-not-owner': (s) =>
    `The formula asks with the key of whoever owns the spreadsheet, which is ${s}: only they can turn it on. Nothing was changed.`,
} satisfies Partial<Record<ProblemCode, (subject: string) => string>>;
