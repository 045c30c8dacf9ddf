/** Where the problems of lists are read: below the buttons that make one, ask for more, and look after it. */
import type { ProblemCode } from '../../../src/enrichment/problem';

/** By code. */
export const LIST_PLACES = {
  'list-placeholder': ['call'],
  'list-price': ['call'],
  'list-no-sheet': ['call'],
  'list-no-room': ['call'],
  'list-full': ['call'],
  'list-complete': ['call'],
  'list-closed': ['call'],
  'list-sheet-gone': ['call'],
  'list-column-gone': ['call'],
  'list-gone': ['call'],
  'list-other-key': ['call'],
  'list-waiting': ['call'],
  'list-unseen': ['call'],
  'list-lost': ['call'],
  'list-unwritten': ['call'],
} satisfies Partial<Record<ProblemCode, readonly ['call']>>;
