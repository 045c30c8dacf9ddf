/** The sentences of `words.ts` for lists: one question that brings many rows. */
import type { ProblemCode } from './problem';

/** By code. */
export const LIST_SENTENCES = {
  'list-placeholder': () =>
    'A list is asked once and not for each row, so its question can name no column. Take the {{…}} out, and say in words what the list is of; nothing was asked.',
  'list-price': (s) =>
    `This question would cost ${s} by now, more than was shown. Nothing was asked; close the sidebar, open it again and look at the price.`,
  'list-no-sheet': () =>
    'You may not edit any sheet of this document, so no sheet could be added for the list. Nothing was asked and nothing is billed; ask the owner to let you edit it.',
  'list-no-room': () =>
    'There is no room for the rows: Google allows 10 million cells in a spreadsheet. Nothing was asked and nothing is billed; delete empty rows, or sheets that nobody needs.',
  'list-waiting': (s) =>
    `As many lists of yours are under way in this document as may be, ${s}, and all of them are paid for. Nothing was asked; look at them, which writes what has come, or close one.`,
  'list-full': (s) =>
    `This list has ${s} rows, which is as many as one may have. Nothing was asked; make another list for more.`,
  'list-complete': () =>
    'The last press brought nothing that was not there already, so nothing more was asked. Make another list with another question to go on.',
  'list-closed': () =>
    'This list is not kept any more: it was closed, or others have taken its place. Its rows stay where they are; make a new list to go on.',
  'list-sheet-gone': () =>
    'The sheet of this list was deleted, so there is nothing that could be added to. Nothing was asked; make the list anew.',
  'list-column-gone': (s) =>
    `The sheet of this list has no column “${s}” any more, or has two of them. Nothing was written and nothing more is billed; give it its name back and press again.`,
  'list-gone': () =>
    'Linkup no longer keeps the rows of this list: nobody looked in time. Nothing was written; make it again, which is billed again.',
  'list-other-key': () =>
    'This list was asked with another key, and your present one does not see it. Nothing was written, and nothing is asked again; connect the key that asked it, and look again.',
  'list-unseen': () =>
    'Linkup did not tell how far this list is. Nothing is asked twice, and if it has arrived it goes on all the same; look again in a minute.',
  'list-lost': () =>
    'Linkup’s reply to this list got lost, and it is not in Linkup’s own list: most likely it never arrived, and is not billed. Ask again.',
  'list-unwritten': (s) =>
    `The rows have come and are paid for, but Google did not let them be written${s ? ` (${s})` : ''}. Nothing of them counts as done; look again, which writes them and costs nothing.`,
} satisfies Partial<Record<ProblemCode, (subject: string) => string>>;
