/** Questions whose answers come in by themselves: from a dialog, the page, the clock, a hand, and a copy of the file. */
import type { Question } from '../question';

/** They are asked by `main.ts`, `page.ts`, `clock.ts`, `by-hand.ts` and `mark.ts`. */
export const ARRIVING: readonly Question[] = [
  {
    id: 'lock-in-dialogs',
    asks: 'Does a dialog cost the script its lock?',
    knobs: [],
    sureness: 'documented',
    means: 'Nothing of ours: nothing is held while somebody is asked.',
    adapts: 'locks are taken after a dialog',
  },
  {
    id: 'template-comments',
    asks: 'Does https:// in a template literal of a page survive?',
    knobs: ['stripsTemplateComments'],
    sureness: 'observed',
    means: 'Nothing of ours: the build refuses a page with a backtick.',
    adapts: 'template literals are lowered in the build',
  },
  {
    id: 'two-at-once',
    asks: 'What does an execution get of a lock, and of writes, that another one holds?',
    knobs: [],
    sureness: 'documented',
    means:
      'Two executions could ask, and pay for, the same rows: a claim in the document stands in for a lost lock.',
    adapts: 'whoever may spend also claims its turn in the document, and looks again before it sends',
  },
  {
    id: 'clock-trigger',
    asks: 'What does a trigger of a bound script have: document, lock, permissions, the person’s properties, screen?',
    knobs: [],
    sureness: 'documented',
    means: 'Runs would not go on by themselves: the sidebar would have to stay open.',
  },
  {
    id: 'trigger-jitter',
    asks: 'How far apart are the firings of everyMinutes(1)?',
    knobs: ['triggerJitterMs'],
    sureness: 'documented',
    slack: 60_000,
    means: 'Answers would come into the sheet later than the sidebar says.',
    adapts: 'nothing counts on the moment of a firing',
  },
  {
    id: 'killed',
    asks: 'Which of ten writes without a flush are there after a script ran into its six minutes?',
    knobs: ['onKill'],
    sureness: 'assumed',
    means:
      'Answers could stand without the ledger that names them; they are read back before anything is asked again.',
    adapts:
      'every write of answers is flushed with its ledger, and what a kill left is put right by what stands there',
  },
  {
    id: 'undo',
    asks: 'Does a person’s Ctrl+Z take back what a script has written?',
    knobs: [],
    sureness: 'assumed',
    means:
      'One Ctrl+Z after the end of a run would take its last answers away together with what the product knows of them: whoever does not press Ctrl+Y, but Enrich, would pay for them again.',
    adapts: 'while a run is at work, what is taken back is put back',
  },
  {
    id: 'file-copy',
    asks: 'What comes along with “File → Make a copy”?',
    knobs: ['fileCopyKeepsMetadata'],
    sureness: 'assumed',
    means: 'A copied file would not know its enrichments, and offer to ask, and to be paid for, anew.',
    adapts: 'definitions travel in a note as well; a copy adopts metadata where it finds them',
  },
];
